"""Finite sets, intervals and their unions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agnesi.exercise.answer import Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, compared, key_node, parsed, without_name, wrong
from agnesi.exercise.shown import typed
from agnesi.exercise.values import ExactInterval, MismatchError, kind_of, scalar, value_of
from agnesi.maths import tree

_ENDLESS = tree.Constant("infinity")


@dataclass(frozen=True, slots=True, init=False)
class Set(MathsAnswer):
    """A finite set, in any order: `Set({1, 2})`, `Set([])`, or a text such as `"{1, sqrt(2)}"`.

    The braces may be left out.
    """

    key: str | tuple[Any, ...]

    def __init__(self, elements: str | Iterable[Any]) -> None:
        object.__setattr__(self, "key", elements if isinstance(elements, str) else tuple(elements))

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> tuple[Any, ...]:
        """The values of the elements, as listed. Raises MismatchError for another kind."""
        return tuple(value_of(one, symbols) for one in _elements(node))

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """The same elements, however often each is listed."""
        given, key = reading.value, self.take(key_node(self.typed(), symbols), symbols)
        if not all(any(one == other for other in key) for one in given):
            return wrong(
                "At least one of these does not belong." if any(one == other for one in given for other in key) else ""
            )
        return (
            RIGHT if all(any(one == other for other in given) for one in key) else wrong("These belong. There is more.")
        )

    def typed(self) -> str:
        """As typed: `{1, 2}`."""
        return self.key if isinstance(self.key, str) else f"{{{', '.join(map(typed, self.key))}}}"


@dataclass(frozen=True, slots=True)
class Interval(MathsAnswer):
    """An interval or a union of them: `Interval("[0, 1)")`, `Interval("(-inf, 0) union [2, 3]")`.

    `x < 0`, `-1 < x and x < 5`, `x < -1, x > 5` and `x = 2` may be typed as well.
    """

    key: str

    def parse(self, text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
        """The tree of `text`; `x = 2` is the set of that one number. Raises ReadingError."""
        bare = without_name(text)
        node, notes = parsed(bare, symbols)
        if bare == text:
            return node, notes
        try:
            scalar(node, symbols)
        except MismatchError:
            return node, notes
        return tree.Set((node,)), notes

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> tuple[ExactInterval, ...]:
        """Its pieces, left to right as written. Raises MismatchError for another kind."""
        return tuple(_pieces(as_interval(node), symbols))

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """The same set of numbers."""
        assert reading.node is not None
        as_set = Reading(reading.value, node=as_interval(reading.node))
        return compared(as_set, as_interval(key_node(self.key, symbols)), symbols, seed)

    def typed(self) -> str:
        """As typed: `[0, 1)`."""
        return self.key


def as_interval(node: tree.Node) -> tree.Node:
    """`node` as the interval meant: `(0, 1)` and `[0, 1]` may have been read as pairs, `0 < x <= 1` is one too."""
    match node:
        case tree.Vector(entries=(low, high), brackets="()" | "[]" as brackets):
            return tree.Interval(low, high, brackets == "[]", brackets == "[]")
        case tree.SetOperation(kind=kind, of=parts):
            return tree.SetOperation(kind, tuple(map(as_interval, parts)))
        case tree.Logic(kind="or", of=parts):
            return tree.SetOperation("union", tuple(map(as_interval, parts)))
        case tree.Logic(kind="and", of=parts) if all(isinstance(one, tree.Relation | tree.Logic) for one in parts):
            return tree.SetOperation("intersection", tuple(map(as_interval, parts)))
        case tree.Lines(of=parts):
            return _listed(tuple(map(as_interval, parts)), all(isinstance(one, tree.Relation) for one in parts))
        case tree.Relation():
            return _from_relation(node)
        case tree.Text(words="none" | "no solution") | tree.Set(elements=()) | tree.Constant(name="false"):
            return tree.Constant("empty")
        case tree.Constant(name="true"):
            return tree.Constant("reals")
    return node


def _listed(parts: tuple[tree.Node, ...], statements: bool) -> tree.Node:
    """What a comma means: `x > -1, x < 5` hold together, `x < -1, x > 5` cannot, so they are two pieces."""
    both = tree.SetOperation("intersection", parts)
    try:
        together = statements and any(True for _ in _pieces(both, {}))
    except MismatchError:
        together = statements
    return both if together else tree.SetOperation("union", parts)


def _from_relation(node: tree.Relation) -> tree.Node:
    minus = tree.Negative(_ENDLESS)
    match node.sides, node.relators:
        case (tree.Symbol(), bound), ("<" | "<=" as sign,):
            return tree.Interval(minus, bound, False, sign == "<=")
        case (tree.Symbol(), bound), (">" | ">=" as sign,):
            return tree.Interval(bound, _ENDLESS, sign == ">=", False)
        case (bound, tree.Symbol()), ("<" | "<=" as sign,):
            return tree.Interval(bound, _ENDLESS, sign == "<=", False)
        case (bound, tree.Symbol()), (">" | ">=" as sign,):
            return tree.Interval(minus, bound, False, sign == ">=")
        case (low, tree.Symbol(), high), ("<" | "<=" as left, "<" | "<=" as right):
            return tree.Interval(low, high, left == "<=", right == "<=")
        case (high, tree.Symbol(), low), (">" | ">=" as right, ">" | ">=" as left):
            return tree.Interval(low, high, left == ">=", right == ">=")
        case (((tree.Symbol(), bound) | (bound, tree.Symbol())), ("=",)):
            return tree.Set((bound,))
        case (tree.Symbol(), bound), ("!=",):
            below, above = tree.Interval(minus, bound, False, False), tree.Interval(bound, _ENDLESS, False, False)
            return tree.SetOperation("union", (below, above))
        case (tree.Symbol(), tree.SetOperation() | tree.Interval() | tree.Vector() as over), ("in",):
            return as_interval(over)
    return node


def _pieces(node: tree.Node, symbols: Mapping[str, str]) -> Iterable[ExactInterval]:
    match node:
        case tree.SetOperation(kind="union", of=parts):
            for part in parts:
                yield from _pieces(part, symbols)
        case tree.SetOperation(kind="intersection", of=(first, *rest)):
            common = tuple(_pieces(first, symbols))
            for part in rest:
                others = tuple(_pieces(part, symbols))
                common = tuple(_common(one, other) for one in common for other in others)
            yield from filter(_holds_something, common)
        case tree.Interval(low=low, high=high, low_in=low_in, high_in=high_in):
            yield ExactInterval(_end(low, symbols), _end(high, symbols), low_in, high_in)
        case tree.Constant(name="reals"):
            yield ExactInterval(None, None, False, False)
        case tree.Constant(name="empty"):
            return
        case tree.Set(elements=elements):
            for one in elements:
                yield ExactInterval(scalar(one, symbols), scalar(one, symbols), True, True)
        case _:
            raise MismatchError(f"An interval is asked for; this is {kind_of(node)}.")


def _common(one: ExactInterval, other: ExactInterval) -> ExactInterval:
    lows = [piece for piece in (one, other) if piece.low is not None]
    highs = [piece for piece in (one, other) if piece.high is not None]
    low = max((piece.low for piece in lows), default=None)
    high = min((piece.high for piece in highs), default=None)
    return ExactInterval(
        low,
        high,
        bool(lows) and all(piece.low_in for piece in lows if piece.low == low),
        bool(highs) and all(piece.high_in for piece in highs if piece.high == high),
    )


def _holds_something(piece: ExactInterval) -> bool:
    if piece.low is None or piece.high is None or piece.low < piece.high:
        return True
    return bool(piece.low == piece.high) and piece.low_in and piece.high_in


def _end(node: tree.Node, symbols: Mapping[str, str]) -> Any:
    bare = node.of if isinstance(node, tree.Negative) else node
    return None if bare == _ENDLESS else scalar(node, symbols)


def _elements(node: tree.Node) -> tuple[tree.Node, ...]:
    match node:
        case tree.Set(elements=nodes) | tree.Lines(of=nodes) | tree.Vector(entries=nodes, brackets=""):
            return tuple(
                one.sides[1] if isinstance(one, tree.Relation) and len(one.sides) == 2 else one for one in nodes
            )
        case tree.Constant(name="empty") | tree.Text(words="none" | "no solution" | "nothing"):
            return ()
        case tree.Logic(kind="or", of=nodes):
            return tuple(
                one.sides[1] if isinstance(one, tree.Relation) and len(one.sides) == 2 else one for one in nodes
            )
        case tree.PlusMinus(left=left, right=right):
            minus = tree.Negative(right)
            return (right, minus) if left is None else (tree.Sum((left, right)), tree.Sum((left, minus)))
        case tree.Relation() | tree.Interval() | tree.Matrix() | tree.SetOf() | tree.Vector():
            raise MismatchError(f"A set such as {{1, 2}} is asked for; this is {kind_of(node)}.")
    return (node,)
