"""How an author's values are written."""

from fractions import Fraction

import numpy as np
import pytest

from agnesi.exercise.answers import Vector
from agnesi.exercise.linear import ExactMatrix, ExactVector
from agnesi.exercise.shown import tex, typed
from agnesi.maths import read, show

VALUES = [
    (3, "3", "3"),
    (-3, "-3", "-3"),
    (Fraction(-1, 2), r"-\frac{1}{2}", "-1/2"),
    (Fraction(4, 2), "2", "2"),
    (0.25, "0.25", "0.25"),
    (2.0, "2", "2"),
    ((3, -1), "(3, -1)", "(3, -1)"),
    ([Fraction(1, 2), 1], r"\left(\frac{1}{2}, 1\right)", "(1/2, 1)"),
    (((1, 2), (3, 4)), r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", "[[1, 2], [3, 4]]"),
    ({2, 1}, r"\{1, 2\}", "{1, 2}"),
    (ExactVector((1, 2)), "(1, 2)", "(1, 2)"),
    (ExactMatrix(((1, 2),)), r"\begin{bmatrix} 1 & 2 \end{bmatrix}", "[[1, 2]]"),
    (np.int64(5), "5", "5"),
    (np.array([1, 2]), "(1, 2)", "(1, 2)"),
]


@pytest.mark.parametrize(("value", "latex", "text"), VALUES, ids=lambda one: repr(one)[:20])
def test_values_are_written_as_latex_and_as_typed(value, latex, text):
    assert tex(value) == latex
    assert typed(value) == text
    read(text, {})


def test_a_vector_may_stand_upright():
    assert tex((1, 2), column=True) == r"\begin{bmatrix} 1 \\ 2 \end{bmatrix}"


def test_texts_trees_and_answers_are_written_too():
    assert tex("x^2") == tex(read("x^2")) == show(read("x^2"), "latex")
    assert typed(read("x^2")) == "x^2"
    assert typed("2x") == "2x"
    assert typed(Vector((1, 2))) == "(1, 2)"


def test_what_is_no_mathematics_is_refused():
    with pytest.raises(TypeError, match="truth value"):
        tex(True)
    with pytest.raises(TypeError, match="cannot write"):
        typed(object())
