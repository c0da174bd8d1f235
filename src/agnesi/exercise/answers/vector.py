"""Vectors, up to scale, sign or order where a question leaves that open; points, which may be dragged; and tuples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from agnesi.exercise.answer import Field, Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, key_node, parsed, wrong
from agnesi.exercise.answers.near import near
from agnesi.exercise.linear import ExactMatrix, ExactVector
from agnesi.exercise.shown import typed
from agnesi.exercise.values import MismatchError, counted, entries, kind_of, value_of
from agnesi.maths import tree

UpTo = Literal["scale", "sign", "order"]


@dataclass(frozen=True, slots=True, init=False)
class Vector(MathsAnswer):
    """A vector of these entries.

    `up_to` "scale" (any multiple but 0), "sign" or "order" of the entries; `tolerance` for rounded ones.
    """

    entries: tuple[Any, ...]
    up_to: UpTo | None
    tolerance: float | None

    def __init__(self, entries: Iterable[Any], up_to: UpTo | None = None, tolerance: float | None = None) -> None:
        object.__setattr__(self, "entries", tuple(entries))
        object.__setattr__(self, "up_to", up_to)
        object.__setattr__(self, "tolerance", tolerance)

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> ExactVector:
        """An ExactVector of as many entries. Raises MismatchError for another kind or length."""
        return taken_vector(node, symbols, len(self.entries))

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Entry by entry, or as far as `up_to` asks."""
        key = value_of(self._node(symbols), symbols)
        if self.tolerance is not None:
            return RIGHT if near(reading.value, key, self.tolerance) else wrong()
        return RIGHT if same_up_to(reading.value, key, self.up_to) else wrong()

    def typed(self) -> str:
        """As typed: `(1, -2, 3)`."""
        return f"({', '.join(map(typed, self.entries))})"

    def _node(self, symbols: Mapping[str, str]) -> tree.Node:
        return tree.Vector(tuple(key_node(typed(one), symbols) for one in self.entries))


@dataclass(frozen=True, slots=True, init=False)
class Point(Vector):
    """A point of a figure: dragged there, or typed like a vector."""

    @property
    def field(self) -> Field:
        """A box that a figure may fill."""
        return Field("point", shape=(1, len(self.entries)))


@dataclass(frozen=True, slots=True, init=False)
class Tuple(MathsAnswer):
    """Several answers at once, in order: `Tuple((3, Fraction(1, 2)))`, `Tuple((Vector((1, 2)), Number(3)))`.

    A part that is no answer is taken as a number, a text as an expression, a sequence as a vector.
    """

    parts: tuple[MathsAnswer, ...]

    def __init__(self, parts: Iterable[Any]) -> None:
        from agnesi.exercise.answers.coerce import answer_of

        object.__setattr__(self, "parts", tuple(map(answer_of, parts)))

    def parse(self, text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
        """The tree of `text`, names kept where several parts bear one. Raises ReadingError."""
        return parsed(text, symbols) if text.count("=") > 1 else MathsAnswer.parse(self, text, symbols)

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> tuple[Any, ...]:
        """The value of each part. Raises MismatchError where their number is another, or one is of another kind."""
        nodes = self._nodes(node, symbols)
        return tuple(part.take(one, symbols) for part, one in zip(self.parts, nodes, strict=True))

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Every part right; where some are, the message counts them."""
        assert reading.node is not None
        judged = []
        for part, node, value in zip(self.parts, self._nodes(reading.node, symbols), reading.value, strict=True):
            judged.append(part.judge(Reading(value, node=node), symbols, seed))
        right = sum(one.credit == 1 for one in judged)
        if right == len(judged):
            return RIGHT
        worst = min(judged, key=lambda one: (one.verdict.outcome == "undecided", one.credit))
        if worst.verdict or worst.verdict.outcome == "undecided":
            return worst
        return wrong(f"{right} of {len(judged)} are right." if right else "")

    def typed(self) -> str:
        """As typed, the parts with commas between."""
        return ", ".join(part.typed() for part in self.parts)

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The parts as LaTeX, with commas between."""
        return ",\\; ".join(part.tex(symbols) for part in self.parts)

    def _nodes(self, node: tree.Node, symbols: Mapping[str, str]) -> tuple[tree.Node, ...]:
        match node:
            case tree.Relation(sides=(tree.Vector(entries=names), tree.Vector(entries=nodes)), relators=("=",)) if len(
                names
            ) == len(nodes):
                nodes = tuple(tree.Relation((name, one), ("=",)) for name, one in zip(names, nodes, strict=True))
            case tree.Logic(kind="and", of=nodes):
                pass
            case tree.Vector(entries=nodes) | tree.Lines(of=nodes) | tree.Set(elements=nodes):
                pass
            case tree.Matrix(rows=rows):
                nodes = tuple(tree.Vector(row) for row in rows)
            case _:
                nodes = entries(node) or ()
        if len(nodes) == 1 and len(self.parts) != 1:
            return self._nodes(nodes[0], symbols)
        if len(nodes) != len(self.parts):
            raise MismatchError(
                f"{counted(len(self.parts), 'answer')} with commas between are asked for; this is {kind_of(node)}."
            )
        return tuple(
            one.sides[1] if isinstance(one, tree.Relation) and len(one.sides) == 2 else one
            for one in _in_order(nodes, tuple(symbols))
        )


def _in_order(nodes: tuple[tree.Node, ...], names: tuple[str, ...]) -> tuple[tree.Node, ...]:
    """`t = 3, s = 2` in the order of the problem's letters, where each of them is named once; others as they are."""
    named = {
        one.sides[0].name: one
        for one in nodes
        if isinstance(one, tree.Relation) and one.relators == ("=",) and isinstance(one.sides[0], tree.Symbol)
    }
    return tuple(named[name] for name in names) if len(nodes) == len(names) and set(named) == set(names) else nodes


def taken_vector(node: tree.Node, symbols: Mapping[str, str], length: int | None) -> ExactVector:
    """The vector that `node` is; `length` None takes any. Raises MismatchError for another kind or length."""
    parts = entries(node)
    if parts is None:
        value = value_of(node, symbols)
        if isinstance(value, ExactMatrix) and 1 in value.shape:
            value = value[0] if value.shape[0] == 1 else value.T[0]
    else:
        value = value_of(tree.Vector(parts), symbols)
    if length == 1 and not isinstance(value, ExactVector | tuple | ExactMatrix):
        value = ExactVector([value])
    if not isinstance(value, ExactVector):
        size = "" if length is None else f" with {counted(length, 'entry', 'entries')}"
        raise MismatchError(f"A vector{size} is asked for; this is {kind_of(node)}.")
    if length is not None and len(value) != length:
        raise MismatchError(f"The vector has {counted(length, 'entry', 'entries')}; yours has {len(value)}.")
    return value


def same_up_to(value: ExactVector, key: ExactVector, up_to: UpTo | None) -> bool:
    """Whether two vectors of one length are the same as far as `up_to` asks. May raise UndecidedError."""
    if up_to == "scale":
        return value.parallel(key) and any(value) == any(key)
    if up_to == "sign":
        return value == key or value == -key
    if up_to == "order":
        left = list(key)
        for one in value:
            at = next((i for i, other in enumerate(left) if other == one), None)
            if at is None:
                return False
            left.pop(at)
        return True
    return value == key
