"""Vectors and matrices with entries that are scalars of any kind (derivatives in them too).

The arithmetic and the usual functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flint import fmpq

from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported, count_work, divide

_ONE = fmpq(1)
Entries = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Mat:
    """A matrix by rows. A vector is a single column with `vector` set.

    So that it may also stand for a row in a dot product.
    """

    rows: Entries
    vector: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def entries(self) -> list[Any]:
        """All entries, row by row."""
        return [x for row in self.rows for x in row]

    def map(self, change: Callable[[Any], Any]) -> Mat:
        """The matrix of changed entries."""
        return Mat(tuple(tuple(change(x) for x in row) for row in self.rows), self.vector)

    def __add__(self, other: Any) -> Any:
        other = _like(other, self)
        if other.shape != self.shape:
            raise Undefined("matching shapes")
        pairs = zip(self.rows, other.rows, strict=True)
        return Mat(
            tuple(tuple(x + y for x, y in zip(a, b, strict=True)) for a, b in pairs), self.vector and other.vector
        )

    def __radd__(self, other: Any) -> Any:
        return self + other

    def __neg__(self) -> Mat:
        return self.map(lambda x: -x)

    def __sub__(self, other: Any) -> Any:
        return self + (-other)

    def __rsub__(self, other: Any) -> Any:
        return (-self) + other

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, Identity):
            return self.map(lambda x: x * other.scale)
        return matmul(self, other) if isinstance(other, Mat) else self.map(lambda x: x * other)

    def __rmul__(self, other: Any) -> Any:
        return self.map(lambda x: other * x)

    def __truediv__(self, other: Any) -> Mat:
        if isinstance(other, Mat):
            raise Undefined("a number below the line")
        return self.map(lambda x: divide(x, other))


@dataclass(frozen=True, slots=True)
class Identity:
    """`scale` times the identity matrix of whatever size is wanted."""

    scale: Any = _ONE

    def of_size(self, n: int) -> Mat:
        """The n by n matrix."""
        return Mat(tuple(tuple(self.scale if i == j else fmpq(0) for j in range(n)) for i in range(n)))

    def __neg__(self) -> Identity:
        return Identity(-self.scale)

    def __add__(self, other: Any) -> Any:
        return Identity(self.scale + other.scale) if isinstance(other, Identity) else other + self

    def __radd__(self, other: Any) -> Any:
        return self + other

    def __sub__(self, other: Any) -> Any:
        return self + (-other)

    def __rsub__(self, other: Any) -> Any:
        return (-self) + other

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, Mat):
            return other.map(lambda x: self.scale * x)
        return Identity(self.scale * (other.scale if isinstance(other, Identity) else other))

    def __rmul__(self, other: Any) -> Any:
        return Identity(self.scale * other)

    def __truediv__(self, other: Any) -> Any:
        return Identity(divide(self.scale, other))


def vector(entries: Iterable[Any]) -> Mat:
    """A vector of these entries."""
    return Mat(tuple((x,) for x in entries), vector=True)


def matmul(a: Mat, b: Mat) -> Any:
    """The product; of two plain vectors of one length, or a row and a column, the number."""
    (m, n), (k, p) = a.shape, b.shape
    if a.vector and b.vector:
        return dot(a, b)
    if n != k:
        raise Undefined("matching shapes")
    count_work(m * n * p)
    columns = list(zip(*b.rows, strict=True))
    rows = tuple(tuple(_dot(row, column) for column in columns) for row in a.rows)
    if m == p == 1 and (a.vector or b.vector or n > 1):
        return rows[0][0]
    return Mat(rows, vector=b.vector and p == 1)


def dot(a: Mat, b: Mat) -> Any:
    """The sum of products of entries of two vectors (or of two matrices of one shape)."""
    if len(a.entries()) != len(b.entries()):
        raise Undefined("vectors of one length")
    return _dot(a.entries(), b.entries())


def transpose(a: Any) -> Any:
    """Rows for columns; a number is its own transpose."""
    return Mat(tuple(zip(*a.rows, strict=True))) if isinstance(a, Mat) else a


def trace(a: Mat) -> Any:
    """The sum of the diagonal."""
    m, n = a.shape
    if m != n:
        raise Undefined("a square matrix")
    return total(a.rows[i][i] for i in range(n))


def determinant(a: Mat) -> Any:
    """By elimination with exact zero tests; of an open one by expansion."""
    m, n = a.shape
    if m != n:
        raise Undefined("a square matrix")
    if n <= 3:
        return _expanded(a.rows)
    return _eliminate(a, fmpq(1))[1]


def inverse(a: Mat) -> Mat:
    """The inverse. Raises Undefined where there is none."""
    m, n = a.shape
    if m != n:
        raise Undefined("a square matrix")
    result: Mat = _eliminate(a, Identity().of_size(n))[0]
    return result


def matrix_power(a: Any, n: int) -> Any:
    """a^n for a square matrix, by squaring; of a vector the power is not defined, save a·a for 2."""
    if a.vector:
        if n == 2:
            return dot(a, a)
        raise Undefined("a square matrix")
    if abs(n) > 200:
        raise Unsupported("a matrix power is too large")
    if n < 0:
        return matrix_power(inverse(a), -n)
    result: Any = Identity().of_size(a.shape[0])
    for _ in range(n):
        result = matmul(result, a)
    return result


def total(values: Iterable[Any]) -> Any:
    """The sum; zero of nothing."""
    result: Any = fmpq(0)
    for value in values:
        result = result + value
    return result


def rank(a: Mat) -> int:
    """The rank, by elimination."""
    return len(reduced(a)[1])


def reduced(a: Mat) -> tuple[Mat, list[int]]:
    """The reduced row echelon form and its pivot columns."""
    rows = [list(row) for row in a.rows]
    pivots: list[int] = []
    for column in range(a.shape[1]):
        start = len(pivots)
        at = _pivot(rows, column, start)
        if at is None:
            continue
        rows[start], rows[at] = rows[at], rows[start]
        lead = rows[start][column]
        rows[start] = [x / lead for x in rows[start]]
        for i, row in enumerate(rows):
            if i != start:
                count_work(len(row))
                rows[i] = [x - row[column] * y for x, y in zip(row, rows[start], strict=True)]
                rows[i][column] = fmpq(0)
        pivots.append(column)
    return Mat(tuple(map(tuple, rows))), pivots


def _eliminate(a: Mat, beside: Any) -> tuple[Any, Any]:
    """The solution of a·x = beside (where that is a matrix) and the determinant."""
    n = len(a.rows)
    extra = beside.rows if isinstance(beside, Mat) else ((),) * n
    rows = [list(row) + list(more) for row, more in zip(a.rows, extra, strict=True)]
    determinant: Any = fmpq(1)
    for column in range(n):
        at = _pivot(rows, column, column)
        if at is None:
            if isinstance(beside, Mat):
                raise Undefined("an invertible matrix")
            return None, fmpq(0)
        if at != column:
            rows[column], rows[at], determinant = rows[at], rows[column], -determinant
        lead = rows[column][column]
        determinant = determinant * lead
        rows[column] = [x / lead for x in rows[column]]
        for i in range(n):
            if i != column:
                count_work(len(rows[i]))
                factor = rows[i][column]
                rows[i] = [x - factor * y for x, y in zip(rows[i], rows[column], strict=True)]
    return Mat(tuple(tuple(row[n:]) for row in rows)), determinant


def _pivot(rows: Sequence[Sequence[Any]], column: int, start: int) -> int | None:
    """The first row from `start` whose entry in `column` is surely not zero.

    Raises Imprecise where one is open and no other serves.
    """
    from agnesi.maths.evaluating.duals import primal_is_zero

    doubtful = False
    for i in range(start, len(rows)):
        try:
            if not primal_is_zero(rows[i][column]):
                return i
        except Imprecise:
            doubtful = True
    if doubtful:
        raise Imprecise
    return None


def _expanded(rows: Entries) -> Any:
    if len(rows) == 1:
        return rows[0][0]
    if len(rows) == 2:
        return rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0]
    result: Any = fmpq(0)
    for j, x in enumerate(rows[0]):
        minor = _expanded(tuple(row[:j] + row[j + 1 :] for row in rows[1:]))
        result = result + x * minor if j % 2 == 0 else result - x * minor
    return result


def _dot(a: Sequence[Any], b: Sequence[Any]) -> Any:
    return total(x * y for x, y in zip(a, b, strict=True))


def _like(other: Any, shaped: Mat) -> Mat:
    """`other` as a matrix that can be added to `shaped`: an identity takes its size, a plain 0 its shape."""
    if isinstance(other, Mat):
        return other
    if isinstance(other, Identity):
        if shaped.shape[0] != shaped.shape[1]:
            raise Undefined("matching shapes")
        return other.of_size(shaped.shape[0])
    if isinstance(other, fmpq) and other == 0:
        return shaped.map(lambda _: fmpq(0))
    raise Undefined("matching shapes")
