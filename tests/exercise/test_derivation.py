"""Derivations: every line is judged, the goal must be reached, and one leap is not enough."""

from agnesi.exercise.answers import Derivation, Wrote
from exercise.samples import told

XY = {"x": "real", "y": "real"}
ANSWER = Derivation("(x + y)(x - y)", ("x(x - y) + y(x - y)", "x^2 - x y + y x - y^2", "x^2 - y^2"))


def test_the_authors_lines_are_right():
    graded = told(ANSWER, ANSWER.typed(), symbols=XY)
    assert graded.verdict == "right"
    assert [bool(line) for line in graded.lines] == [True] * 3


def test_other_lines_with_or_without_the_start_and_equals_signs_are_right():
    assert told(ANSWER, "(x+y)(x-y)\nx^2 + xy - xy - y^2\nx^2 - y^2", symbols=XY).verdict == "right"
    assert told(ANSWER, "= x^2 - xy + xy - y^2\n= x^2 - y^2", symbols=XY).verdict == "right"


def test_the_first_line_that_does_not_follow_is_named():
    graded = told(ANSWER, "x(x - y) + y(x - y)\nx^2 - x y + y x + y^2\nx^2 + y^2", symbols=XY)
    assert graded.verdict == "wrong"
    assert "Line 2 does not follow" in graded.message
    assert graded.lines[0]
    assert not graded.lines[1]


def test_true_lines_that_do_not_arrive_get_part():
    graded = told(ANSWER, "x(x - y) + y(x - y)", symbols=XY)
    assert graded.verdict == "form"
    assert "not there yet" in graded.message


def test_one_leap_is_too_big():
    graded = told(ANSWER, "x^2 - y^2", symbols=XY)
    assert graded.verdict == "form"
    assert "too big a step" in graded.message


def test_a_wrong_line_may_have_a_name():
    graded = told(ANSWER, "x^2 - 2x y - y^2", ("squares", Wrote("x^2 - 2 x y - y^2"), "Each meets each."), symbols=XY)
    assert graded.mistake == "squares"


def test_a_line_that_cannot_be_read_is_pointed_at():
    graded = told(ANSWER, "x(x - y) + y(x - y)\nx^2 +", symbols=XY)
    assert graded.verdict == "unreadable"
    assert told(ANSWER, "\n".join(["x"] * 41), symbols=XY).verdict == "unreadable"


def test_vectors_are_derived_too():
    answer = Derivation("(a + 2b)·(a - b)", ("a·(a - b) + 2b·(a - b)", "a·a - a·b + 2b·a - 2b·b", "a·a + a·b - 2b·b"))
    symbols = {"a": "vector n", "b": "vector n"}
    assert told(answer, answer.typed(), symbols=symbols).verdict == "right"
    assert told(answer, "a·a - 2b·b\na·a - 2b·b", symbols=symbols).verdict == "wrong"
