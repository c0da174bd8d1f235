"""Answers judged by what they do: exact values in, sound verdicts out, nobody blamed for an author's fault."""

from fractions import Fraction

import pytest

from agnesi.exercise.answers import Expression, Interval, Matrix, Number, Property, Set, Tuple, Vector
from exercise.samples import told

LENGTH_5 = Property(Vector, lambda v: v.dot(v) == 25, example=Vector((3, 4)))


@pytest.mark.parametrize(
    "text", ["(3, 4)", "(0, -5)", "(5/sqrt(2), 5/sqrt(2))", "(sqrt(5), 2 sqrt(5))", "[[7/5], [24/5]]", "5(3/5, 4/5)"]
)
def test_every_vector_with_the_property_is_right(text):
    assert told(LENGTH_5, text).verdict == "right"


@pytest.mark.parametrize("text", ["(3, 5)", "(sqrt(12), sqrt(12))", "(0, 0)"])
def test_every_other_vector_is_wrong(text):
    assert told(LENGTH_5, text).verdict == "wrong"


def test_kind_and_length_are_told_before_the_predicate_is_called():
    calls = []
    answer = Property(Vector, lambda v: calls.append(v), example=Vector((3, 4)))
    assert told(answer, "(1, 2, 3)").message == "The vector has 2 entries; yours has 3."
    assert told(answer, "7").message == "A vector with 2 entries is asked for; this is a number."
    assert calls == []


def test_a_predicate_that_raises_is_no_fault_of_the_learner():
    answer = Property(Vector, lambda v: 1 / (v[0] - v[1]) > 0, example=Vector((2, 1)))
    assert told(answer, "(2, 1)").verdict == "right"
    graded = told(answer, "(1, 1)")
    assert graded.verdict == "undecided"
    assert "does not count" in graded.message


def test_numbers_are_fractions_and_divide_exactly():
    third = Property(
        Number, lambda x: isinstance(x, Fraction) and x / 3 == Fraction(1, 9), example=Number(Fraction(1, 3))
    )
    assert told(third, "1/3").verdict == "right"
    assert told(third, "0.333").verdict == "wrong"


def test_roots_and_logarithms_are_compared_and_ordered_exactly():
    between = Property(Number, lambda x: 1 < x < 2 and x * x != 2, example=Number("3/2"))
    assert told(between, "ln(3)").verdict == "right"
    assert told(between, "sqrt(2)").verdict == "wrong"
    assert told(between, "e").verdict == "wrong"


def test_matrices_sets_intervals_tuples_and_formulas_have_pleasant_values_too():
    singular = Property(
        Matrix, lambda A: A.det() == 0 and A.T != A and A.columns[0] == A @ (1, 0), example=Matrix(((1, 2), (2, 4)))
    )
    assert told(singular, "[[1, 3], [2, 6]]").verdict == "right"
    assert told(singular, "[[1, 2], [2, 4]]").verdict == "wrong"
    assert told(Property(Set, lambda s: sum(s) == 3 and len(s) == 2, example=Set({1, 2})), "{4, -1}").verdict == "right"
    holds_zero = Property(Interval, lambda pieces: any(0 in piece for piece in pieces), example=Interval("[0, 1]"))
    assert told(holds_zero, "(-1, 2)").verdict == "right"
    assert told(holds_zero, "(0, 2)").verdict == "wrong"
    pair = Property(
        Tuple, lambda two: two[0].dot(two[1]) == 0 and any(two[0]), example=Tuple((Vector((1, 0)), Vector((0, 1))))
    )
    assert told(pair, "(1, 2), (-2, 1)").verdict == "right"
    assert told(pair, "(1, 2), (2, 1)").verdict == "wrong"
    even = Property(Expression, lambda f: f.at(x=2) == f.at(x=-2), example=Expression("x^2"))
    assert told(even, "x^4 + 1", symbols={"x": "real"}).verdict == "right"
    assert told(even, "x^3", symbols={"x": "real"}).verdict == "wrong"


def test_the_example_must_be_of_the_kind():
    with pytest.raises(TypeError, match="Vector"):
        Property(Vector, lambda v: True, example=Number(3))


def test_exact_values_can_be_put_in_sets():
    same = Property(Vector, lambda v: len(set(v)) == 1, example=Vector((1, 1, 1)))
    assert told(same, "(sqrt(2)*sqrt(2), 2, sqrt(4))").verdict == "right"
    assert told(same, "(1/sqrt(3), sqrt(3)/3, 3^(-1/2))").verdict == "right"
    assert told(same, "(sqrt(2), sqrt(3), sqrt(2))").verdict == "wrong"
