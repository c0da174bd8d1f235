"""Subspaces by a basis or by vectors that span them: any one is as good as another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agnesi.exercise.answer import Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, wrong
from agnesi.exercise.answers.vector import taken_vector
from agnesi.exercise.linear import ExactMatrix, ExactVector
from agnesi.exercise.shown import typed
from agnesi.exercise.values import MismatchError, kind_of, without_letters
from agnesi.maths import tree


@dataclass(frozen=True, slots=True, init=False)
class Subspace(MathsAnswer):
    """All combinations of these vectors.

    The answer may be any vectors with the same span. None at all, or "none": only 0.
    """

    vectors: tuple[tuple[Any, ...], ...]
    dimension: int

    def __init__(self, vectors: Iterable[Iterable[Any]], dimension: int = 0) -> None:
        """`dimension` is the length of the vectors; it is needed only where there are none."""
        object.__setattr__(self, "vectors", tuple(tuple(one) for one in vectors))
        object.__setattr__(self, "dimension", len(self.vectors[0]) if self.vectors else dimension)

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> tuple[ExactVector, ...]:
        """The vectors given. Raises MismatchError where one is no vector, or has another length."""
        return tuple(
            taken_vector(without_letters(one), symbols, self.dimension) for one in _vector_nodes(node, self.dimension)
        )

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """The same span: as many independent vectors, and together with the key's no more."""
        given, key = ExactMatrix(reading.value), ExactMatrix(self.vectors)
        rank, asked = given.rank(), key.rank()
        if ExactMatrix([*given.rows, *key.rows]).rank() != max(rank, asked):
            return wrong("At least one of your vectors lies outside.")
        if rank > asked:
            return wrong("At least one of your vectors lies outside.")
        if rank < asked:
            return wrong("Your vectors lie inside, but do not reach all of it.")
        return self._shaped(len(given.rows), rank)

    def typed(self) -> str:
        """As typed: `(1, 0, 1), (0, 1, 1)`, or `none`."""
        return ", ".join(typed(one) for one in self.vectors) if self.vectors else "none"

    def _shaped(self, count: int, rank: int) -> Judged:
        return RIGHT


@dataclass(frozen=True, slots=True, init=False)
class Basis(Subspace):
    """As a Subspace, but the vectors given must be independent."""

    def _shaped(self, count: int, rank: int) -> Judged:
        return RIGHT if count == rank else wrong("They reach all of it, but one of them depends on the others.")


def _vector_nodes(node: tree.Node, dimension: int) -> tuple[tree.Node, ...]:
    match node:
        case tree.Constant(name="empty") | tree.Text() | tree.Set(elements=()):
            return ()
        case tree.Call(name="span", arguments=nodes) | tree.Set(elements=nodes) | tree.Lines(of=nodes):
            return nodes
        case tree.Vector(entries=nodes) if all(isinstance(one, tree.Vector | tree.Matrix) for one in nodes):
            return nodes
        case tree.Matrix(rows=rows) if len(rows[0]) == dimension:
            return tuple(tree.Vector(row) for row in rows)
        case tree.Relation() | tree.Logic():
            raise MismatchError(f"Vectors with commas between are asked for; this is {kind_of(node)}.")
    return (node,)
