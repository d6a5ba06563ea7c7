"""The surname in a name, as it stands before the number of a page."""

from __future__ import annotations

import pytest

from careerdoc.rendering.surname import surname


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Rosa M. Delgado", "Delgado"),
        ("Ana de la Cruz", "de la Cruz"),
        ("Ludwig van der Berg", "van der Berg"),
        ("Van Morrison", "Morrison"),
        ("García Márquez, Ana", "García Márquez"),
        ("Martin Luther King Jr.", "King"),
        ("Martin Luther King, Jr.", "King"),
        ("Sammy Davis III", "Davis"),
        ("王小明", "王"),
        ("欧阳修", "欧阳"),
        ("김민수", "김"),
        ("Cher", "Cher"),
        ("De La", "La"),
        ("Jr.", "Jr."),
        ("", ""),
        ("  ", ""),
    ],
)
def test_surname(name, said):
    assert surname(name) == said
