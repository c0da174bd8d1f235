"""Guesses and contrasts refuse what makes no sense; open lines of a proof are graded by meaning or by their reason."""

import pytest

from agnesi.exercise import grade_open, open_problem
from agnesi.exercise.lesson_parts import Given, Guess, Open, Proof

PROOF = Proof(
    "squares",
    claim="$(x + y)^2 = x^2 + 2xy + y^2$",
    lines=(
        Given("(x + y)^2", "the start"),
        Open("(x + y)(x + y)", "a square is a product", instead=("a square is a double", "a square is a sum")),
        Open("= x^2 + x y + y x + y^2", "multiplied out", hint="Each meets each."),
        Given("x^2 + 2x y + y^2", "collected"),
    ),
    symbols={"x": "real", "y": "real"},
)


def test_a_line_is_judged_by_meaning():
    assert PROOF.open == (1, 2)
    assert grade_open(PROOF, 2, "x^2 + 2xy + y^2").verdict == "right"
    assert grade_open(PROOF, 2, "= y^2 + 2xy + x^2").verdict == "right"
    assert grade_open(PROOF, 2, "x^2 + y^2").verdict == "wrong"
    assert grade_open(PROOF, 2, "x^2 +").verdict == "unreadable"


def test_the_line_before_again_is_no_step():
    graded = grade_open(PROOF, 2, "(y + x)(x + y)")
    assert graded.verdict == "form"
    assert "line before" in graded.message


def test_a_reason_is_chosen_from_mixed_ones():
    asked = open_problem(PROOF, 1)
    options = asked.answer.field.options
    assert sorted(text for _, text in options) == ["a square is a double", "a square is a product", "a square is a sum"]
    right = next(value for value, text in options if text == "a square is a product")
    wrong = next(value for value, text in options if text == "a square is a sum")
    assert grade_open(PROOF, 1, right).verdict == "right"
    assert grade_open(PROOF, 1, wrong).verdict == "wrong"


def test_a_given_line_asks_nothing():
    with pytest.raises(ValueError, match="is given"):
        open_problem(PROOF, 0)


def test_a_guess_needs_a_belief_that_is_not_true():
    options = {"a": "$1$", "b": "$2$"}
    Guess("g", "?", options, believes="a", truth="b")
    with pytest.raises(ValueError, match="none of"):
        Guess("g", "?", options, believes="a", truth="c")
    with pytest.raises(ValueError, match="is true"):
        Guess("g", "?", options, believes="a", truth="a")
