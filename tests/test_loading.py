"""Files beside a plan: what is read from its folder, and what is refused."""

from __future__ import annotations

import pytest

from careerdoc.findings import Level
from careerdoc.loading import load
from tests.conftest import TODAY

BIB = "@book{bell, author = {Bell, Marcus}, title = {Work}, publisher = {Wiley}, year = 2020}\n"


def loaded(folder, name: str):
    (folder / "plan.yaml").write_text(f"title: x\nmain_goal: Work [@bell]\nbibliography: {name}\n", "utf-8")
    return load(folder / "plan.yaml", TODAY)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_bibliography_in_the_folder(tmp_path, encoding) -> None:
    (tmp_path / "refs.bib").write_text(BIB, encoding)
    plan, findings = loaded(tmp_path, "refs.bib")
    assert [str(reference.key) for reference in plan.library] == ["bell"]
    assert not findings
    assert plan.library[0].span.source.name.endswith("refs.bib")


def test_several_bibliographies_and_folders_below(tmp_path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "refs.bib").write_text(BIB, "utf-8")
    (tmp_path / "more.ris").write_text("TY  - BOOK\nID  - bell\nER  - \n", "utf-8")
    plan, _ = loaded(tmp_path, "[lib/refs.bib, more.ris]")
    assert len(plan.library) == 2


@pytest.mark.parametrize(
    "name",
    [
        "none.bib",
        "folder.bib",
        "../refs.bib",
        "/etc/passwd.bib",
        "link.bib",
        "refs.docx",
        "latin.bib",
        "picture.bib",
        "empty.bib",
        "large.bib",
        "https://x.example/refs.bib",
    ],
)
def test_what_is_refused_is_told_at_its_name(tmp_path, name) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    (folder / "folder.bib").mkdir()
    (folder / "link.bib").symlink_to(tmp_path / "refs.bib")
    (folder / "refs.docx").write_bytes(b"PK\x03\x04")
    (folder / "latin.bib").write_bytes("@book{bell, title = {Café Müller}}".encode("latin-1"))
    (folder / "picture.bib").write_bytes(b"\x89PNG\r\n")
    (folder / "empty.bib").write_bytes(b"")
    (folder / "large.bib").write_bytes(BIB.encode() * 60_000)
    plan, findings = loaded(folder, f'"{name}"')
    assert plan.library == ()
    (finding,) = findings
    assert (finding.code, finding.level) == ("CD057", Level.WARNING)
    assert finding.span.text.strip('"') == name
    assert finding.span.source.name.endswith("plan.yaml")
