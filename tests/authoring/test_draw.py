"""The generators keep their promises, whatever the seed."""

from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agnesi.authoring import draw
from agnesi.exercise.linear import ExactMatrix
from agnesi.exercise.rng import Rng

seeds = st.integers(0, 10**6)


@given(seeds, st.integers(2, 5))
@settings(max_examples=40, deadline=None)
def test_vectors_are_never_zero_nor_parallel(seed, n):
    drawn = draw.vectors(Rng("t", seed), 3, n)
    assert all(any(v) and len(v) == n and max(map(abs, v)) <= 5 for v in drawn)
    assert not draw.parallel(drawn[0], drawn[1])
    assert not draw.parallel(drawn[1], drawn[2])


@given(seeds, st.integers(2, 4))
@settings(max_examples=40, deadline=None)
def test_an_orthogonal_vector_is_orthogonal_and_not_zero(seed, n):
    rng = Rng("t", seed)
    a = draw.vector(rng, n)
    b = draw.orthogonal(rng, a)
    assert any(b)
    assert draw.dot(a, b) == 0


@given(seeds, st.sampled_from([2, 3]), st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_a_pythagorean_vector_has_a_whole_length(seed, n, scale):
    v, length = draw.pythagorean(Rng("t", seed), n, scale)
    assert all(v)
    assert length == isqrt(draw.dot(v, v))
    assert length**2 == draw.dot(v, v)


@given(seeds, st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_a_matrix_has_the_rank_asked_for_and_no_zero_row(seed, rank):
    rows = draw.of_rank(Rng("t", seed), 3, 4, rank)
    assert len(rows) == 3
    assert all(map(any, rows))
    assert ExactMatrix(rows).rank() == rank


@given(seeds, st.integers(2, 3))
@settings(max_examples=40, deadline=None)
def test_an_invertible_matrix_comes_with_its_inverse_in_small_whole_numbers(seed, n):
    a, inverse = draw.invertible(Rng("t", seed), n)
    assert draw.product(a, inverse) == draw.identity(n) == draw.product(inverse, a)
    assert max(abs(x) for row in a + inverse for x in row) <= 9


@given(seeds, st.integers(2, 3))
@settings(max_examples=40, deadline=None)
def test_a_diagonalisable_matrix_stretches_its_eigenvectors(seed, n):
    a, values, vectors = draw.diagonalisable(Rng("t", seed), n)
    assert len(set(values)) == n
    for value, v in zip(values, vectors, strict=True):
        assert any(v)
        assert ExactMatrix(a) @ v == [value * x for x in v]


@given(seeds, st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_quadratic_has_its_roots(seed, leading):
    (a, b, c), roots = draw.quadratic(Rng("t", seed), leading=leading)
    assert a != 0
    assert roots[0] < roots[1]
    assert all(a * x * x + b * x + c == 0 for x in roots)


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_probabilities_are_positive_and_add_up_to_one(seed):
    rng = Rng("t", seed)
    assert sum(draw.probabilities(rng, 4)) == 1
    table = draw.joint_table(rng, 2, 3)
    assert [len(row) for row in table] == [3, 3]
    assert sum(map(sum, table)) == 1
    assert all(p > 0 for row in table for p in row)


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_fractions_are_different_and_not_whole(seed):
    drawn = draw.fractions(Rng("t", seed), 3)
    assert len(set(drawn)) == 3
    assert all(isinstance(x, Fraction) and 0 < x < 1 for x in drawn)


def test_what_chance_cannot_find_is_said():
    with pytest.raises(ValueError, match="nothing acceptable"):
        draw.orthogonal(Rng("t", 1), (0, 7, 11, 13), size=0)
