"""Lines that stand on a page as formulas."""

from agnesi.exercise.answers import Derivation
from agnesi.exercise.problem import Step
from agnesi.web.sheet import box, lines, shown

VECTORS = {"a": "vector n", "b": "vector n"}


def test_a_dot_between_vectors_stays_a_dot_in_a_solution():
    (line,) = lines((Step("a·b + b·b", because="split"),), VECTORS)
    assert line.tex.count("cdot") == 2


def test_a_dot_between_vectors_stays_a_dot_in_the_line_that_a_derivation_starts_from():
    assert "cdot" in box(Derivation("(a + b)·b", ("a·b + b·b",), least=1).field, VECTORS).starter_tex


def test_a_line_with_a_letter_that_the_problem_does_not_name_is_shown_all_the_same():
    assert "x" in shown("x + 1", {"y": "real"})
    assert "text" not in shown("x + 1", {"y": "real"})
