"""What WeasyPrint's tags leave out, mended in its objects before they are written (ISO 14289-1: 7.1, 7.5, 7.8, 7.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydyf import Array, Dictionary, String  # type: ignore[import-untyped] # pydyf has no types

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRINT = 4
"""The flag of an annotation that is on paper, too (ISO 32000-1, 12.5.3)."""

_PIXEL = 0.75
"""Points to the pixel (CSS Values 3, 5.2)."""

_BARE = frozenset({"/Span", "/NonStruct", "/Div"})
"""Elements that mean nothing when there is nothing in them; an empty cell of a table does."""

_HEADINGS = frozenset({f"/H{level}" for level in range(1, 7)})
_IN_LINES = frozenset({"/Span", "/Link", "/NonStruct"})

_ARTIFACT = {"Type": "/Pagination"}


def mend(_document: object, pdf: Any) -> None:  # noqa: ANN401 - pydyf has no types
    """Mend the tags of a PDF that is about to be written. WeasyPrint calls this with its own objects."""
    tree = _Tree(pdf)
    if tree.root is None:
        return
    tree.prune()
    tree.set_apart_margins()
    tree.name_notes()
    tree.gather_paragraphs()
    tree.nest_headings()
    tree.tell_scopes()
    tree.place_figures()
    tree.show_links_on_paper()


class _Tree:
    """The structure tree of a file: its elements, and the content of pages that they tell of."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 - likewise
        self.pdf = pdf
        self.objects = pdf.objects
        self.pages = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("Type") == "/Page"]
        self.root = next((one for one in self._elements() if one["S"] == "/Document"), None)

    def _elements(self) -> Iterator[Any]:
        for one in self.objects:
            if isinstance(one, Dictionary) and one.get("Type") == "/StructElem":
                yield one

    def _at(self, reference: bytes) -> Any:  # noqa: ANN401 - likewise
        return self.objects[int(reference.split()[0])]

    def _kids(self, element: Any) -> list[Any]:  # noqa: ANN401 - likewise
        return [self._at(kid) for kid in element["K"] if isinstance(kid, bytes)]

    def _reached(self) -> set[int]:
        """The numbers of the elements that hang on the tree."""
        return {element.number for element in self._in_order()}

    def prune(self) -> None:
        """Take out elements that hold nothing: a reader would stop at the frame of a box that is not ticked."""
        for element in reversed(list(self._in_order())):
            element["K"][:] = [kid for kid in element["K"] if not (isinstance(kid, bytes) and self._is_bare(kid))]

    def _is_bare(self, reference: bytes) -> bool:
        element = self._at(reference)
        return element.get("S") in _BARE and not element["K"]

    # ── heads and feet of pages ──

    def set_apart_margins(self) -> None:
        """Running heads and page numbers are artifacts (7.8); WeasyPrint tags them and leaves them out of the tree."""
        reached, pages = self._reached(), {page.reference: page for page in self.pages}
        astray: dict[bytes, set[int]] = {}
        for element in self._elements():
            if element.number not in reached:
                numbers = {kid for kid in element["K"] if isinstance(kid, int)}
                astray.setdefault(element["Pg"], set()).update(numbers)
                element["K"][:] = [kid for kid in element["K"] if isinstance(kid, bytes)]
        for reference, numbers in astray.items():
            if numbers and reference in pages:
                self._make_artifacts(self._at(pages[reference]["Contents"]).stream, numbers)
        self._forget(reached)

    def _make_artifacts(self, stream: list[Any], numbers: set[int]) -> None:
        """In a page's content, the opening of a marked sequence is three items: a tag, its properties, an operator."""
        for at in range(len(stream) - 2):
            properties = stream[at + 1]
            if stream[at + 2] == b"BDC" and isinstance(properties, dict) and properties.get("MCID") in numbers:
                stream[at], stream[at + 1] = "/Artifact", Dictionary(_ARTIFACT)

    def _forget(self, reached: set[int]) -> None:
        """No content leads to an element that hangs nowhere: what it was the number of is null."""
        for one in self.objects:
            if isinstance(one, Dictionary) and isinstance(one.get("Nums"), list):
                for listed in one["Nums"]:
                    if isinstance(listed, list):
                        listed[:] = [ref if int(ref.split()[0]) in reached else b"null" for ref in listed]

    # ── parts of the tree ──

    def gather_paragraphs(self) -> None:
        """Words that stand in a division are a paragraph of it, and a heading among them is one, not one for each line.

        So it is where a heading runs in; WeasyPrint tags each line of what stands in lines.
        """
        for division in [one for one in self._elements() if one["S"] == "/Div"]:
            kids = self._kids(division)
            if len(kids) < len(division["K"]) or not any(kid.get("S") == "/Span" for kid in kids):
                continue
            gathered: list[Any] = []
            made: set[int] = set()
            for kid in kids:
                self._gather(kid, gathered, division, made)
            division["K"][:] = [kid.reference for kid in gathered]

    def _gather(self, kid: Any, gathered: list[Any], division: Any, made: set[int]) -> None:  # noqa: ANN401 - likewise
        """Put an element behind those gathered, or into the last of them; ``made`` are paragraphs made here."""
        last = gathered[-1] if gathered else None
        if kid.get("S") in _HEADINGS and last is not None and last["S"] == kid["S"]:
            self._move(self._kids(kid), last)
        elif kid.get("S") in _IN_LINES:
            if last is None or last.number not in made:
                last = self._paragraph(division)
                made.add(last.number)
                gathered.append(last)
            self._move([kid], last)
        else:
            gathered.append(kid)

    def _paragraph(self, division: Any) -> Any:  # noqa: ANN401 - likewise
        made = Dictionary(
            {"Type": "/StructElem", "S": "/P", "K": Array(), "Pg": division["Pg"], "P": division.reference}
        )
        self.pdf.add_object(made)
        return made

    def _move(self, kids: list[Any], parent: Any) -> None:  # noqa: ANN401 - likewise
        for kid in kids:
            kid["P"] = parent.reference
            parent["K"].append(kid.reference)

    def name_notes(self) -> None:
        """Footnotes at the foot of a page are notes, each with a name of its own (7.9)."""
        areas = [kid for kid in self._kids(self.root) if kid["S"] == "/NonStruct"]
        notes = [note for area in areas for note in self._kids(area) if note["S"] == "/Span"]
        for count, note in enumerate(notes, 1):
            note["S"] = "/Note"
            note["ID"] = String(f"note-{count}")

    def nest_headings(self) -> None:
        """No level is skipped on the way down (7.4.2), though people skip them for looks; the looks stay."""
        above: list[tuple[int, int]] = []
        for element in self._in_order():
            if element.get("S") in _HEADINGS:
                level = int(element["S"][2:])
                while above and above[-1][0] >= level:
                    above.pop()
                above.append((level, above[-1][1] + 1 if above else 1))
                element["S"] = f"/H{above[-1][1]}"

    def _in_order(self) -> Iterator[Any]:
        stack: list[Any] = [self.root]
        while stack:
            element = stack.pop()
            yield element
            stack += reversed([kid for kid in self._kids(element) if kid.get("Type") == "/StructElem"])

    def tell_scopes(self) -> None:
        """The heads of columns say that they are (7.5), beside the names by which WeasyPrint's cells refer to them."""
        for element in self._elements():
            if element["S"] == "/TH" and "A" in element:
                element["A"]["Scope"] = "/Column"

    def place_figures(self) -> None:
        """Where a figure stands is told in points from the page's lower left corner (ISO 32000-1, 14.8.5.4).

        WeasyPrint tells it in pixels from the upper left one.
        """
        heights = {page.reference: float(page["MediaBox"][3]) for page in self.pages}
        for element in self._elements():
            box = element.get("A", {}).get("BBox")
            if element["S"] == "/Figure" and box is not None:
                left, top, right, bottom = (value * _PIXEL for value in box)
                height = heights[element["Pg"]]
                box[:] = (left, height - bottom, right, height - top)

    def show_links_on_paper(self) -> None:
        """What is on the screen is on paper, too."""
        for one in self.objects:
            if isinstance(one, Dictionary) and one.get("Subtype") == "/Link":
                one["F"] = _PRINT
