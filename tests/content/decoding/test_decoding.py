"""Formulas from papers are explained sign by sign, with the concepts they need, and never fail as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agnesi.content.course import Course
from agnesi.content.decoding import decode, examples, papers
from agnesi.content.notation import NotationError

FORMULAS = [
    tuple(block.strip().splitlines())
    for block in (Path(__file__).parent / "formulas.txt").read_text("utf-8").split("\n\n")
    if not block.startswith("#")
]
ENOUGH = 0.9
COURSE = Course.load()


@pytest.fixture(scope="module")
def course():
    return COURSE


def named(decoded):
    return {one.symbol for one in decoded.symbols} | {one.symbol.split("_")[0] for one in decoded.symbols}


def test_nine_of_ten_signs_and_concepts_of_papers_are_named(course):
    assert len(FORMULAS) >= 60
    signs = found_signs = concepts = found_concepts = 0
    missed = []
    for tex, wanted_signs, wanted_concepts in FORMULAS:
        decoded = decode(course, tex)
        lost = set(wanted_signs.split()) - named(decoded)
        unmet = set(wanted_concepts.split()) - set(decoded.concepts)
        assert not set(wanted_concepts.split()) - set(course.graph.order)
        signs += len(set(wanted_signs.split()))
        concepts += len(set(wanted_concepts.split()))
        found_signs += len(set(wanted_signs.split())) - len(lost)
        found_concepts += len(set(wanted_concepts.split())) - len(unmet)
        if lost or unmet:
            missed.append(f"{tex}: {sorted(lost)} {sorted(unmet)}")
    print(f"\n{len(FORMULAS)} formulas: signs {found_signs}/{signs}, concepts {found_concepts}/{concepts}")
    print("\n".join(missed))
    assert found_signs >= ENOUGH * signs
    assert found_concepts >= ENOUGH * concepts


def test_hardly_anything_of_a_paper_stays_unread(course):
    assert sum(bool(decode(course, tex).unread) for tex, _, _ in FORMULAS) <= 3


def test_a_letter_is_named_by_the_formula_it_stands_in(course):
    def name(tex, symbol):
        return next(one.name for one in decode(course, tex).symbols if one.symbol == symbol)

    assert "queries" in name(r"\operatorname{softmax}(QK^T/\sqrt{d_k})V", "Q")
    assert "action" in name(r"Q(s,a) = r + \gamma \max_{a'} Q(s',a')", "Q")
    assert "singular" in name(r"A = U\Sigma V^T", r"\Sigma")
    assert "covariance" in name(r"x \sim \mathcal{N}(\mu, \Sigma)", r"\Sigma")


def test_what_nobody_can_name_is_said_and_the_rest_is_explained(course):
    decoded = decode(course, r"L = \wobble(x) + \frac{a}{b")
    assert r"\wobble" in decoded.unread
    assert {"L", "x", "a"} <= {one.symbol for one in decoded.symbols}


def test_a_formula_that_is_none_is_unread(course):
    decoded = decode(course, "?? @@")
    assert decoded.symbols == ()
    assert decoded.unread == ("?? @@",)


def test_dollars_are_taken_off(course):
    assert decode(course, r"$$ x^2 $$").symbols == decode(course, "x^2").symbols


def test_in_a_lesson_its_own_letters_come_first(course):
    decoded = decode(course, r"\lambda x", "linear-algebra", {r"\lambda": "the rate of waiting"})
    assert next(one.name for one in decoded.symbols) == "the rate of waiting"


def test_every_concept_that_papers_name_is_on_the_map(course):
    known = papers.load(course.folder / "papers.toml")
    named = {one.home for one in known.signs.values() if one.home}
    named |= {concept for context in known.contexts for concept in context.concepts}
    assert named - set(course.graph.order) == set()
    assert {context.area for context in known.contexts} - {area.id for area in course.areas} == {""}


@pytest.mark.parametrize(
    "text", ["x =", "[[context]]\nid = 'a'", "[signs]\nx = { name = 'x', colour = 'red' }", "[signs]\nx = 3"]
)
def test_papers_that_cannot_be_used_are_explained(text, tmp_path):
    (tmp_path / "papers.toml").write_text(text)
    with pytest.raises(NotationError):
        papers.load(tmp_path / "papers.toml")


PIECES = st.sampled_from(
    [
        *(
            "\\frac",
            "{",
            "}",
            "x",
            "\\sum",
            "_",
            "^",
            "(",
            ")",
            "[",
            "]",
            "|",
            "\\|",
            "\\hat",
            "\\mathbb",
            "\\operatorname",
        ),
        *("\\left", "\\right", "\\begin", "matrix", "'", "\\sqrt", "d", "\\int", "3", "-1", "\\", "$"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_nothing_that_is_pasted_breaks_it(pieces):
    decode(COURSE, " ".join(pieces))


def test_a_hostile_formula_costs_little(course):
    for tex in ("{" * 4000, "x_" * 2000, "(" * 2000 + "|" * 2000, "\\frac" * 800, "p(" * 1000 + "|"):
        decode(course, tex)


def test_there_are_formulas_to_try_and_each_is_explained(course):
    assert examples(course)
    assert not any(decode(course, tex).unread for tex, _ in examples(course))
