"""Generators of pleasant objects that several concepts need: build the answer first, then the question that has it.

All are pure functions of an `Rng`. Vectors are tuples of ints, matrices tuples of rows.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

from agnesi.exercise.rng import Rng

Ints = tuple[int, ...]
Rows = tuple[Ints, ...]

_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25))
_QUADRUPLES = ((1, 2, 2, 3), (2, 3, 6, 7), (1, 4, 8, 9), (4, 4, 7, 9), (2, 6, 9, 11), (6, 6, 7, 11))


def vector(rng: Rng, n: int, size: int = 5) -> Ints:
    """`n` whole numbers of absolute value at most `size`, not all of them 0."""
    return rng.until(lambda: rng.integers(n, -size, size), any)


def vectors(rng: Rng, count: int, n: int, size: int = 5) -> tuple[Ints, ...]:
    """`count` vectors of length `n`, none zero and no two of them parallel; `n` is at least 2."""
    return rng.until(
        lambda: tuple(vector(rng, n, size) for _ in range(count)),
        lambda drawn: not any(parallel(a, b) for a, b in combinations(drawn, 2)),
    )


def orthogonal(rng: Rng, to: Ints, size: int = 5) -> Ints:
    """A vector, not zero, whose dot product with `to` is 0. Raises ValueError where entries up to `size` give none."""
    return rng.until(lambda: vector(rng, len(to), size), lambda v: dot(v, to) == 0)


def pythagorean(rng: Rng, n: int = 2, scale: int = 1) -> tuple[Ints, int]:
    """A vector of `n` (2 or 3) whole numbers, none zero, and its whole length; both are multiples of `scale`."""
    *entries, length = rng.choice({2: _TRIPLES, 3: _QUADRUPLES}[n])
    signed = tuple(scale * entry * rng.choice((1, -1)) for entry in rng.shuffle(entries))
    return signed, scale * length


def matrix(rng: Rng, rows: int, columns: int, size: int = 5) -> Rows:
    """A matrix of whole numbers of absolute value at most `size`, without a row of zeros."""
    return tuple(vector(rng, columns, size) for _ in range(rows))


def of_rank(rng: Rng, rows: int, columns: int, rank: int, size: int = 3) -> Rows:
    """A matrix of this rank: independent rows first, the others combined from them, then all mixed; no row is zero.

    `rank` is at least 1 and at most the smaller of `rows` and `columns`.
    """
    base = rng.until(lambda: matrix(rng, rank, columns, size), lambda drawn: rank_of(drawn) == rank)
    others = [rng.until(lambda: combined(base, rng.integers(rank, -2, 2)), any) for _ in range(rows - rank)]
    return tuple(rng.shuffle([*base, *others]))


def invertible(rng: Rng, n: int, steps: int = 4) -> tuple[Rows, Rows]:
    """A matrix of whole numbers with determinant 1 or -1, not the identity, and its inverse, of whole numbers too.

    Made of `steps` row operations, each adding a multiple of one row to another, after a random order of rows; `n` is
    at least 2.
    """

    def draw() -> tuple[Rows, Rows]:
        order = rng.shuffle(range(n))
        a = [[int(j == order[i]) for j in range(n)] for i in range(n)]
        inverse = [[int(i == order[j]) for j in range(n)] for i in range(n)]
        for _ in range(steps):
            i, j = rng.sample(range(n), 2)
            factor = rng.choice((-2, -1, 1, 2))
            a[i] = [x + factor * y for x, y in zip(a[i], a[j], strict=True)]
            for row in inverse:
                row[j] -= factor * row[i]
        return tuple(map(tuple, a)), tuple(map(tuple, inverse))

    return rng.until(draw, lambda pair: _tame(pair[0]) and _tame(pair[1]) and pair[0] != identity(n))


def diagonalisable(rng: Rng, n: int = 2, low: int = -4, high: int = 5) -> tuple[Rows, Ints, Rows]:
    """A small whole matrix that is not diagonal, its `n` different eigenvalues, and for each an eigenvector (a row)."""

    def draw() -> tuple[Rows, Ints, Rows]:
        values = tuple(sorted(rng.sample(range(low, high + 1), n), reverse=True))
        p, inverse = invertible(rng, n, steps=3)
        stretched = tuple(tuple(x * value for x, value in zip(row, values, strict=True)) for row in p)
        return product(stretched, inverse), values, tuple(zip(*p, strict=True))

    def pleasant(drawn: tuple[Rows, Ints, Rows]) -> bool:
        off = any(x for i, row in enumerate(drawn[0]) for j, x in enumerate(row) if i != j)
        return off and _tame(drawn[0], 20)

    return rng.until(draw, pleasant)


def quadratic(rng: Rng, size: int = 6, leading: bool = False) -> tuple[tuple[int, int, int], tuple[int, int]]:
    """Coefficients (a, b, c) of a x^2 + b x + c and its two roots, whole numbers, the smaller first.

    A is 1 unless `leading`.
    """
    first, second = sorted(rng.sample(range(-size, size + 1), 2))
    a = rng.integer(-3, 3, nonzero=True, avoid=(1,)) if leading else 1
    return (a, -a * (first + second), a * first * second), (first, second)


def fractions(
    rng: Rng, count: int, low: int = 0, high: int = 1, denominators: Ints = (2, 3, 4, 5, 6, 8)
) -> tuple[Fraction, ...]:
    """`count` different fractions strictly between `low` and `high`, none whole, in the order drawn."""
    return rng.until(
        lambda: tuple(rng.fraction(low, high, denominators) for _ in range(count)),
        lambda drawn: len(set(drawn)) == count,
    )


def probabilities(rng: Rng, count: int, denominator: int = 12) -> tuple[Fraction, ...]:
    """`count` positive fractions over `denominator` that add up to 1; `count` is at most `denominator`."""
    cuts = sorted(rng.sample(range(1, denominator), count - 1))
    ends = [0, *cuts, denominator]
    return tuple(Fraction(b - a, denominator) for a, b in pairwise(ends))


def joint_table(rng: Rng, rows: int = 2, columns: int = 2, denominator: int = 24) -> tuple[tuple[Fraction, ...], ...]:
    """A table of positive probabilities over `denominator` that add up to 1."""
    flat = probabilities(rng, rows * columns, denominator)
    return tuple(flat[i * columns : (i + 1) * columns] for i in range(rows))


def dot(a: Ints, b: Ints) -> int:
    """The dot product."""
    return sum(x * y for x, y in zip(a, b, strict=True))


def parallel(a: Ints, b: Ints) -> bool:
    """Whether one is a multiple of the other."""
    return all(a[i] * b[j] == a[j] * b[i] for i, j in combinations(range(len(a)), 2))


def combined(vectors: Rows, coefficients: Ints) -> Ints:
    """The linear combination of `vectors` with these coefficients."""
    return tuple(dot(coefficients, column) for column in zip(*vectors, strict=True))


def product(a: Rows, b: Rows) -> Rows:
    """The matrix product."""
    return tuple(tuple(dot(row, column) for column in zip(*b, strict=True)) for row in a)


def identity(n: int) -> Rows:
    """The identity matrix."""
    return tuple(tuple(int(i == j) for j in range(n)) for i in range(n))


def rank_of(rows: Rows) -> int:
    """The rank, exactly."""
    from agnesi.exercise.linear import ExactMatrix

    return ExactMatrix(rows).rank()


def _tame(rows: Rows, most: int = 9) -> bool:
    return all(abs(x) <= most for row in rows for x in row)
