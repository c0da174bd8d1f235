"""Exact vectors and matrices: what an author's predicate calculates with, in Fractions wherever the entries are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any


class ExactVector(Sequence[Any]):
    """Entries in order, with `dot`, `+`, `-`, scaling and comparison entry by entry.

    Any other sequence will do as a partner.
    """

    __slots__ = ("entries",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, entries: Iterable[Any]) -> None:
        self.entries = tuple(exact(one) for one in entries)

    def dot(self, other: Sequence[Any]) -> Any:
        """The sum of the products entry by entry. Raises ValueError where the lengths differ."""
        return sum((a * b for a, b in self._with(other)), Fraction(0))

    def parallel(self, other: Sequence[Any]) -> bool:
        """Whether one is a multiple of the other; the zero vector is a multiple of every vector."""
        pairs = list(self._with(other))
        return all(a * d == b * c for i, (a, b) in enumerate(pairs) for c, d in pairs[i + 1 :])

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, at: Any) -> Any:
        return ExactVector(self.entries[at]) if isinstance(at, slice) else self.entries[at]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.entries)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __add__(self, other: Sequence[Any]) -> ExactVector:
        return ExactVector(a + b for a, b in self._with(other))

    __radd__ = __add__

    def __sub__(self, other: Sequence[Any]) -> ExactVector:
        return ExactVector(a - b for a, b in self._with(other))

    def __rsub__(self, other: Sequence[Any]) -> ExactVector:
        return ExactVector(b - a for a, b in self._with(other))

    def __mul__(self, factor: Any) -> ExactVector:
        return ExactVector(one * exact(factor) for one in self)

    __rmul__ = __mul__

    def __truediv__(self, divisor: Any) -> ExactVector:
        return ExactVector(one / exact(divisor) for one in self)

    def __neg__(self) -> ExactVector:
        return ExactVector(-one for one in self)

    def __repr__(self) -> str:
        return f"ExactVector(({', '.join(map(str, self.entries))}))"

    def _with(self, other: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        if len(self) != len(other):
            raise ValueError(f"lengths {len(self)} and {len(other)}")
        return zip(self.entries, (exact(one) for one in other), strict=True)


class ExactMatrix(Sequence[ExactVector]):
    """Rows of equal length, with `@`, `.T`, `+`, `-`, scaling, rank and determinant.

    `A[i]` is a row, `A[i, j]` an entry, from 0.
    """

    __slots__ = ("rows",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, rows: Iterable[Iterable[Any]]) -> None:
        self.rows = tuple(ExactVector(row) for row in rows)
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns."""
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self) -> ExactMatrix:
        """The transpose."""
        return ExactMatrix(zip(*self.rows, strict=True))

    @property
    def columns(self) -> tuple[ExactVector, ...]:
        """The columns, left to right."""
        return self.T.rows

    def __matmul__(self, other: Any) -> Any:
        right = matrix_or_vector(other)
        if isinstance(right, ExactVector):
            return ExactVector(row.dot(right) for row in self.rows)
        if self.shape[1] != right.shape[0]:
            raise ValueError(f"shapes {self.shape} and {right.shape}")
        return ExactMatrix([row.dot(column) for column in right.columns] for row in self.rows)

    def __rmatmul__(self, other: Any) -> Any:
        left = matrix_or_vector(other)
        return self.T @ left if isinstance(left, ExactVector) else left @ self

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: Any) -> Any:
        return self.rows[at[0]][at[1]] if isinstance(at, tuple) else self.rows[at]

    def __iter__(self) -> Iterator[ExactVector]:
        return iter(self.rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self.rows, other, strict=True))

    def __add__(self, other: Iterable[Any]) -> ExactMatrix:
        return ExactMatrix(a + b for a, b in zip(self.rows, other, strict=True))

    __radd__ = __add__

    def __sub__(self, other: Iterable[Any]) -> ExactMatrix:
        return ExactMatrix(a - b for a, b in zip(self.rows, other, strict=True))

    def __rsub__(self, other: Iterable[Any]) -> ExactMatrix:
        return ExactMatrix(b - a for a, b in zip(self.rows, map(ExactVector, other), strict=True))

    def __mul__(self, factor: Any) -> ExactMatrix:
        return ExactMatrix(row * factor for row in self.rows)

    __rmul__ = __mul__

    def __truediv__(self, divisor: Any) -> ExactMatrix:
        return ExactMatrix(row / divisor for row in self.rows)

    def __neg__(self) -> ExactMatrix:
        return ExactMatrix(-row for row in self.rows)

    def __repr__(self) -> str:
        return f"ExactMatrix({[list(map(str, row)) for row in self.rows]})"

    def rank(self) -> int:
        """The number of independent rows."""
        return len(eliminated(self.rows)[0])

    def det(self) -> Any:
        """The determinant. Raises ValueError unless the matrix is square."""
        if self.shape[0] != self.shape[1]:
            raise ValueError(f"shape {self.shape} has no determinant")
        rows, product = eliminated(self.rows)
        return product if len(rows) == len(self.rows) else Fraction(0)


def eliminated(rows: Iterable[ExactVector]) -> tuple[list[ExactVector], Any]:
    """The rows in echelon form without zero rows, and the signed product of the pivots: a full square's determinant."""
    left, done, product = list(rows), [], Fraction(1)
    for column in range(len(left[0]) if left else 0):
        at = next((i for i, row in enumerate(left) if row[column] != 0), None)
        if at is None:
            continue
        pivot = left.pop(at)
        product = product * pivot[column] * (-1) ** at
        left = [row - pivot * (row[column] / pivot[column]) for row in left]
        done.append(pivot)
    return done, product


def matrix_or_vector(value: Any) -> ExactVector | ExactMatrix:
    """`value`, a sequence or a sequence of sequences, as an exact vector or matrix."""
    if isinstance(value, ExactVector | ExactMatrix):
        return value
    if len(value) and isinstance(value[0], Sequence):
        return ExactMatrix(value)
    return ExactVector(value)


def exact(value: Any) -> Any:
    """`value` as a Fraction where it is an int, itself otherwise; whole numbers of NumPy count as ints.

    Raises TypeError for a float: what is exact is never made from it by accident.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, float):
        raise TypeError(f"{value} is a float; give a Fraction")
    return Fraction(int(value)) if hasattr(value, "__index__") else value
