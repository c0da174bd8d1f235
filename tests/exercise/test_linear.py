"""Exact vectors and matrices calculate like the mathematics, and refuse what does not fit."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agnesi.exercise.linear import ExactMatrix, ExactVector, exact

small = st.integers(-4, 4)
square = st.lists(st.lists(small, min_size=3, max_size=3), min_size=3, max_size=3)


@given(square, square)
@settings(max_examples=40, deadline=None)
def test_products_rank_and_determinant_agree_with_numpy(a, b):
    A, B = ExactMatrix(a), ExactMatrix(b)
    assert (np.array(a) @ np.array(b)).tolist() == A @ B
    assert np.array(a).T.tolist() == A.T
    assert A.rank() == np.linalg.matrix_rank(np.array(a))
    assert A.det() == round(np.linalg.det(np.array(a)))
    assert A @ b[0] == (np.array(a) @ np.array(b[0])).tolist()
    assert a == A + B - B
    assert a == (2 * A) / 2


@given(st.lists(small, min_size=2, max_size=5), small)
@settings(max_examples=40, deadline=None)
def test_vectors_add_scale_and_multiply(a, k):
    v = ExactVector(a)
    assert v + a == 2 * v == a + v
    assert v - a == [0] * len(a)
    assert v.dot(a) == sum(x * x for x in a)
    assert v.parallel(k * v)
    assert all(isinstance(x, Fraction) for x in v)
    assert (v * k)[0] == a[0] * k


def test_lengths_and_shapes_must_fit():
    with pytest.raises(ValueError):
        ExactVector((1, 2)).dot((1, 2, 3))
    with pytest.raises(ValueError):
        ExactMatrix(((1, 2),)) @ ((1, 2),)
    with pytest.raises(ValueError):
        ExactMatrix(((1, 2), (1,)))
    with pytest.raises(ValueError):
        ExactMatrix(((1, 2),)).det()


def test_parallel_needs_all_entries_in_proportion():
    assert ExactVector((1, 2, 3)).parallel((2, 4, 6))
    assert not ExactVector((1, 2, 3)).parallel((2, 4, 5))
    assert ExactVector((0, 0)).parallel((1, 2))


def test_floats_are_never_taken_for_exact():
    with pytest.raises(TypeError, match="float"):
        exact(0.5)
    with pytest.raises(TypeError, match="float"):
        ExactVector((0.5, 1))
