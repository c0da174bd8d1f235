"""Each symbol is found by any of its spellings, first in its area, then everywhere."""

from pathlib import Path

import pytest

import agnesi
from agnesi.content import notation
from agnesi.content.subset import ENVIRONMENTS, GROUPS


def test_an_area_comes_before_everywhere():
    course = agnesi.Course.load()
    assert course.notation.look_up("lambda", "linear-algebra").name.startswith("an eigenvalue")
    assert course.notation.look_up("\\lambda", "calculus") is course.notation.look_up("\\lambda")
    assert len(course.notation.all("a")) > 3
    assert course.notation.look_up("?") is None


def test_homes_and_areas_exist():
    course = agnesi.Course.load()
    areas = {area.id for area in course.areas} | {notation.EVERYWHERE}
    meanings = [meaning for symbol in course.notation.meanings for meaning in course.notation.all(symbol)]
    assert [meaning for meaning in meanings if meaning.home and meaning.home not in course] == []
    assert [meaning for meaning in meanings if meaning.area not in areas] == []


@pytest.mark.parametrize(
    ("symbol", "spelling"),
    [
        ("lambda", "\\lambda"),
        ("\\lambda", "\\lambda"),
        ("x", "x"),
        ("hat(y)", "\\hat{y}"),
        ("hat(theta)", "\\hat{\\theta}"),
    ],
)
def test_a_symbol_has_one_spelling(symbol, spelling):
    assert notation.latex(symbol) == spelling


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x = ", "is not TOML"),
        ("x = 3", "x wants a table for each area"),
        ("[x.calculus]\nnam = 'x'", "nam is none of the texts"),
        ("[x.calculus]\nread = 'x'", "has no name"),
    ],
)
def test_a_notation_that_cannot_be_used_is_explained(text, says, tmp_path):
    path = tmp_path / "notation.toml"
    path.write_text(text)
    with pytest.raises(notation.NotationError, match=says):
        notation.load(path)


def test_the_page_on_formulas_lists_the_subset():
    page = (Path(__file__).parents[2] / "docs" / "formulas.md").read_text("utf-8")
    for name, group in GROUPS.items():
        assert f"**{name}**: " + " ".join(f"`\\{command}`" for command in group.split(" ")) in page
    assert "**Environments**: " + " ".join(f"`{one}`" for one in ENVIRONMENTS) in page
