"""Statements and sets about one real letter, as the set of numbers that they hold for, compared piece by piece.

Between two neighbouring critical places the truth of both is constant, so that one number in each gap, and the
places themselves, decide everything: whether each implies the other, and a number for which they differ.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flint import arb, fmpq

from agnesi.maths import tree
from agnesi.maths.evaluating.evaluate import evaluate, membership
from agnesi.maths.evaluating.scalars import (
    Imprecise,
    Scalar,
    TooLarge,
    Undefined,
    Unsupported,
    arithmetic_of,
    ball,
    is_zero,
    real,
    whole_of,
)
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.judging.zeros import BITS, critical

_NAMED_SETS = ("reals", "empty", "integers", "naturals", "rationals", "complexes")


@dataclass(frozen=True, slots=True)
class Contrast:
    """How two sets of numbers lie.

    Numbers that only the first or only the second holds for, and whether either holds for any.
    """

    only_first: tuple[Scalar, ...] = ()
    only_second: tuple[Scalar, ...] = ()
    first_empty: bool = True
    second_empty: bool = True
    first_full: bool = True
    second_full: bool = True

    @property
    def same(self) -> bool:
        """Whether the two are one set."""
        return not self.only_first and not self.only_second


def contrast(first: tree.Node, second: tree.Node, name: str, scene: Scene, *, whole: bool = False) -> Contrast:
    """The two sets side by side. Raises Unsupported where a set is not of the kinds known here.

    `whole`: only whole numbers count.
    """
    with arithmetic_of(BITS, settle=True):
        if whole:
            numbers: list[Scalar] = [fmpq(n) for n in range(-60, 61)]
        else:
            numbers = _witnesses(_merged([*critical(first, name, scene), *critical(second, name, scene)]))
        return _compared(_test(first, name, scene), _test(second, name, scene), numbers)


def statement_holds(node: tree.Node, scene: Scene) -> bool:
    """Whether a statement is true at this point; what has no value there is not true."""
    if isinstance(node, tree.Logic):
        parts = [statement_holds(one, scene) for one in node.of]
        return {
            "and": all(parts),
            "or": any(parts),
            "not": not parts[0],
            "implies": parts[-1] or not parts[0],
            "iff": parts[0] == parts[-1],
        }[node.kind]
    if isinstance(node, tree.Quantified) and (node.over is None or not isinstance(node.over, tree.Set)):
        return _quantified(node, scene)
    if isinstance(node, tree.Lines):
        return all(statement_holds(one, scene) for one in node.of)
    try:
        value = evaluate(node, scene)
    except Undefined:
        return False
    if not isinstance(value, bool):
        raise Unsupported("this is not a statement")
    return value


def _quantified(node: tree.Quantified, scene: Scene) -> bool:
    """For all, or for some, real number of a set: looked at piece by piece."""
    name = node.variable.name
    body = node.body
    if node.over is not None and node.over != tree.Constant("reals"):
        inside = tree.Relation((node.variable, node.over), ("in",))
        body = tree.Logic("implies" if node.kind == "forall" else "and", (inside, body))
    before = scene.values.get(name)
    try:
        found = contrast(body, tree.Constant("false"), name, scene)
    finally:
        if before is None:
            scene.values.pop(name, None)
        else:
            scene.values[name] = before
    return found.first_full if node.kind == "forall" else not found.first_empty


def _test(node: tree.Node, name: str, scene: Scene) -> Callable[[Scalar], bool]:
    """Whether a number is in the set, or makes the statement true."""

    def holds(x: Scalar) -> bool:
        before = scene.values.get(name)
        scene.values[name] = x
        try:
            return _inside(node, x, scene)
        finally:
            scene.values[name] = before

    return holds


def _inside(node: tree.Node, x: Scalar, scene: Scene) -> bool:
    if isinstance(node, tree.SetOf):
        return _satisfies(node, x, scene)
    if isinstance(node, tree.SetOperation):
        inside = [_inside(one, x, scene) for one in node.of]
        return {
            "union": any(inside),
            "intersection": all(inside),
            "difference": inside[0] and not any(inside[1:]),
            "complement": not inside[0],
        }[node.kind]
    if isinstance(node, (tree.Interval, tree.Set, tree.Vector)) or (
        isinstance(node, tree.Constant) and node.name in _NAMED_SETS
    ):
        return membership(x, node, scene)
    if isinstance(node, tree.Text):
        return False
    return statement_holds(node, scene)


def _satisfies(node: tree.SetOf, x: Scalar, scene: Scene) -> bool:
    body, conditions = node.body, [node.condition]
    if isinstance(body, tree.Relation) and body.relators == ("in",):
        conditions.append(body)
        body = body.sides[0]
    if not isinstance(body, tree.Symbol):
        raise Unsupported("a set given by a formula of its elements is not judged here")
    before = scene.values.get(body.name)
    scene.values[body.name] = x
    try:
        return all(statement_holds(one, scene) for one in conditions)
    finally:
        scene.values[body.name] = before


def _merged(places: list[Scalar]) -> list[Scalar]:
    """The places in order, each once; balls that overlap are one place."""
    kept: list[Scalar] = []
    for one in sorted(places, key=_Sortable):
        one = real(one)
        if not ball(one).is_finite():
            raise TooLarge("a value is too large")
        if kept and not _apart(kept[-1], one):
            if isinstance(one, fmpq) and not isinstance(kept[-1], fmpq):
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def _apart(a: Scalar, b: Scalar) -> bool:
    if isinstance(a, fmpq) and isinstance(b, fmpq):
        return bool(a != b)
    try:
        return not is_zero(a - b)
    except Imprecise:
        return False


class _Sortable:
    def __init__(self, x: Scalar) -> None:
        self.x = x if isinstance(x, fmpq) else ball(real(x)).mid()

    def __lt__(self, other: _Sortable) -> bool:
        return bool(self.x < other.x)


def _witnesses(places: list[Scalar]) -> list[Scalar]:
    """The places, and one or two numbers in each gap between and beyond them."""
    if not places:
        return [fmpq(0), fmpq(1), fmpq(-1), fmpq(7, 2), fmpq(-11, 3)]
    found: list[Scalar] = [_below(places[0]), _below(places[0]) - 40]
    for a, b in itertools.pairwise(places):
        found.append(a)
        found.extend(_inbetween(a, b))
    last = places[-1]
    found.append(last)
    beyond = -_below(-last)
    return [*found, beyond, beyond + 40]


def _below(x: Scalar) -> fmpq:
    return fmpq(whole_of((ball(x).mid() - 1).floor()))


def _inbetween(a: Scalar, b: Scalar) -> list[fmpq]:
    """Two short rational numbers strictly between."""
    low, high = ball(a).upper(), ball(b).lower()
    width = high - low
    scale = 1
    while width * scale < 4:
        scale *= 2
        if scale > 2**120:
            return []
    first = whole_of((low * scale).floor()) + 1
    last = whole_of((high * scale).ceil()) - 1
    middle = (first + last) // 2
    return [fmpq(middle, scale), fmpq(first, scale)] if first != middle else [fmpq(middle, scale)]


def _compared(first: Callable[[Scalar], bool], second: Callable[[Scalar], bool], numbers: list[Scalar]) -> Contrast:
    pairs = [(x, first(x), second(x)) for x in numbers]
    return Contrast(
        tuple(x for x, p, q in pairs if p and not q),
        tuple(x for x, p, q in pairs if q and not p),
        not any(p for _, p, _ in pairs),
        not any(q for _, _, q in pairs),
        all(p for _, p, _ in pairs),
        all(q for _, _, q in pairs),
    )


__all__ = ["Any", "Contrast", "arb", "contrast", "statement_holds"]
