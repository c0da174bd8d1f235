"""Matrices, entry by entry or up to a permutation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from agnesi.exercise.answer import Field, Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, key_node, wrong
from agnesi.exercise.answers.near import near
from agnesi.exercise.answers.vector import same_up_to
from agnesi.exercise.linear import ExactMatrix, ExactVector
from agnesi.exercise.shown import typed
from agnesi.exercise.values import MismatchError, kind_of, value_of
from agnesi.maths import tree

UpTo = Literal["permutation", "rows", "columns", "scale"]


@dataclass(frozen=True, slots=True, init=False)
class Matrix(MathsAnswer):
    """A matrix by its rows.

    `up_to` leaves open the order of `"rows"`, of `"columns"`, of both (`"permutation"`), or a factor but 0.
    """

    rows: tuple[tuple[Any, ...], ...]
    up_to: UpTo | None
    tolerance: float | None

    def __init__(
        self, rows: Iterable[Iterable[Any]], up_to: UpTo | None = None, tolerance: float | None = None
    ) -> None:
        object.__setattr__(self, "rows", tuple(tuple(row) for row in rows))
        object.__setattr__(self, "up_to", up_to)
        object.__setattr__(self, "tolerance", tolerance)
        if not self.rows or len({len(row) for row in self.rows}) != 1 or not self.rows[0]:
            raise ValueError("a matrix needs rows of one length")

    @property
    def field(self) -> Field:
        """A grid of boxes; it may also be typed in one."""
        return Field("grid", shape=(len(self.rows), len(self.rows[0])))

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> ExactMatrix:
        """An ExactMatrix of the same shape. Raises MismatchError for another kind or shape."""
        return taken_matrix(node, symbols, (len(self.rows), len(self.rows[0])))

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Entry by entry, or as far as `up_to` asks; the transpose is told so."""
        key = ExactMatrix([[value_of(key_node(typed(one), symbols), symbols) for one in row] for row in self.rows])
        if self.tolerance is not None:
            return RIGHT if near(reading.value, key, self.tolerance) else wrong()
        return RIGHT if _same(reading.value, key, self.up_to) else wrong()

    def typed(self) -> str:
        """As typed: `[[1, 2], [3, 4]]`."""
        return f"[{', '.join('[' + ', '.join(map(typed, row)) + ']' for row in self.rows)}]"


def taken_matrix(node: tree.Node, symbols: Mapping[str, str], shape: tuple[int, int] | None) -> ExactMatrix:
    """The matrix that `node` is; `shape` None takes any. Raises MismatchError for another kind or shape."""
    value = value_of(node, symbols)
    if (
        isinstance(value, tuple)
        and all(isinstance(row, ExactVector) for row in value)
        and len({len(r) for r in value}) == 1
    ):
        value = ExactMatrix(value)
    if isinstance(value, ExactVector):
        value = ExactMatrix([[one] for one in value] if shape and shape[1] == 1 else [value])
    if not isinstance(value, ExactMatrix):
        size = "" if shape is None else f" of {shape[0]} by {shape[1]}"
        raise MismatchError(f"A matrix{size} is asked for; this is {kind_of(node)}.")
    if shape is not None and value.shape != shape:
        raise MismatchError(f"The matrix is {shape[0]} by {shape[1]}; yours is {value.shape[0]} by {value.shape[1]}.")
    return value


def _same(value: ExactMatrix, key: ExactMatrix, up_to: UpTo | None) -> bool:
    if up_to == "scale":
        return same_up_to(_flat(value), _flat(key), "scale")
    if up_to == "rows":
        return _same_rows(value, key)
    if up_to == "columns":
        return _same_rows(value.T, key.T)
    if up_to == "permutation":
        return _same_permuted(value, key)
    return value == key


def _same_rows(value: ExactMatrix, key: ExactMatrix) -> bool:
    left = list(key.rows)
    for row in value.rows:
        at = next((i for i, other in enumerate(left) if row == other), None)
        if at is None:
            return False
        left.pop(at)
    return True


def _same_permuted(value: ExactMatrix, key: ExactMatrix) -> bool:
    """Whether some order of rows and columns makes the two equal: columns are placed one by one, then rows matched."""

    def place(chosen: list[int]) -> bool:
        if len(chosen) == key.shape[1]:
            return _same_rows(value, ExactMatrix([row[j] for j in chosen] for row in key.rows))
        column = len(chosen)
        return any(
            same_up_to(value.columns[column], key.columns[j], "order") and place([*chosen, j])
            for j in range(key.shape[1])
            if j not in chosen
        )

    return place([])


def _flat(matrix: ExactMatrix) -> ExactVector:
    return ExactVector(one for row in matrix.rows for one in row)
