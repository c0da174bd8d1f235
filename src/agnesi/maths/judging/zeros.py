"""The real numbers at which something in a statement may change.

Zeros of differences, poles, corners, ends of intervals.

Zeros of polynomials are exact or isolated for certain (FLINT); those of other functions are found on a grid between
their own critical places, within [-40, 40], and refined to a thousand bits.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from flint import arb, fmpq, fmpz_poly

from agnesi.maths import tree
from agnesi.maths.evaluating.duals import Dual, primal
from agnesi.maths.evaluating.evaluate import Infinite, evaluate
from agnesi.maths.evaluating.polynomials import ratio
from agnesi.maths.evaluating.scalars import (
    Imprecise,
    Scalar,
    TooLarge,
    Undefined,
    Unsupported,
    arithmetic_of,
    ball,
    is_scalar,
    real,
)
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.judging.domain import real_roots

BITS = 400
_REACH = 40
_MOST_PLACES = 400
_NARROW = arb(2) ** -240

_BREAKS = frozenset(
    [
        "ln",
        "log",
        "sqrt",
        "root",
        "abs",
        "max",
        "min",
        "sign",
        "floor",
        "ceil",
        "tan",
        "cot",
        "sec",
        "csc",
        "arcsin",
        "arccos",
        "relu",
        "arctanh",
        "arccosh",
        "coth",
        "csch",
        "mod",
    ]
)


def critical(node: tree.Node, name: str, scene: Scene) -> list[Scalar]:
    """All places, unsorted, at which the truth of a statement or membership in a set may change with a letter."""
    found: list[Scalar] = []
    for one in _parts(node):
        if isinstance(one, tree.Relation):
            for left, right in zip(one.sides, one.sides[1:], strict=False):
                if _is_formula(left) and _is_formula(right):
                    found.extend(zeros(tree.Sum((left, tree.Negative(right))), name, scene))
        elif isinstance(one, tree.Interval):
            found.extend(_ends((one.low, one.high), scene))
        elif isinstance(one, tree.Set):
            found.extend(_ends(one.elements, scene))
        elif isinstance(one, tree.Vector):
            found.extend(_ends(one.entries, scene))
        if len(found) > _MOST_PLACES:
            raise TooLarge("a statement has too many solutions")
    return found


def zeros(node: tree.Node, name: str, scene: Scene) -> list[Scalar]:
    """Zeros and breaks of one formula in one letter."""
    found = ratio(node, name, scene)
    if found is not None:
        places: list[Scalar] = []
        for p in found:
            if p.degree() > 0:
                places.extend(real_roots(fmpz_poly(p.numer().coeffs())))
        return places
    if not _mentions(node, name):
        return []
    corners = list(breaks(node, name, scene))
    linear = None if corners else _linear_zero(node, name, scene)
    if linear is not None:
        return linear
    return [*corners, *_on_grid(node, name, scene, corners)]


def _parts(node: tree.Node) -> Iterator[tree.Node]:
    """The statements and sets in `node`, without the formulas in them."""
    yield node
    if isinstance(node, (tree.Logic, tree.SetOperation, tree.Lines)):
        for one in node.of:
            yield from _parts(one)
    elif isinstance(node, tree.Relation):
        for side in node.sides:
            if not _is_formula(side):
                yield from _parts(side)
    elif isinstance(node, tree.SetOf):
        yield from _parts(node.condition)


def _is_formula(node: tree.Node) -> bool:
    return not isinstance(
        node, (tree.Interval, tree.Set, tree.SetOperation, tree.SetOf, tree.Vector, tree.Blank)
    ) and not (
        isinstance(node, tree.Constant)
        and node.name in ("reals", "integers", "naturals", "rationals", "empty", "infinity", "complexes")
    )


def _ends(nodes: tuple[tree.Node, ...], scene: Scene) -> list[Scalar]:
    values = [evaluate(one, scene) for one in nodes]
    return [real(one) for one in values if not isinstance(one, Infinite) and is_scalar(one)]


def _mentions(node: tree.Node, name: str) -> bool:
    return any(isinstance(one, tree.Symbol) and one.name == name for one in tree.walk(node))


def breaks(node: tree.Node, name: str, scene: Scene) -> Iterator[Scalar]:
    """Places at which a formula may have a corner, a step, a pole or an end."""
    for one in tree.walk(node):
        if isinstance(one, tree.Quotient) and _mentions(one.bottom, name):
            yield from zeros(one.bottom, name, scene)
        elif isinstance(one, tree.Power) and _mentions(one.base, name) and not _whole(one.exponent):
            yield from zeros(one.base, name, scene)
        elif isinstance(one, tree.Call) and one.name in _BREAKS and _mentions(one, name):
            yield from _call_breaks(one, name, scene)
        elif isinstance(one, tree.Cases):
            for _, condition in one.pieces:
                if condition is not None:
                    yield from critical(condition, name, scene)


def _call_breaks(node: tree.Call, name: str, scene: Scene) -> Iterator[Scalar]:
    first = node.arguments[0]
    if node.name in ("max", "min"):
        for other in node.arguments[1:]:
            yield from zeros(tree.Sum((first, tree.Negative(other))), name, scene)
        return
    if node.name in ("tan", "sec"):
        yield from zeros(tree.Call("cos", (first,)), name, scene)
    elif node.name in ("cot", "csc"):
        yield from zeros(tree.Call("sin", (first,)), name, scene)
    elif node.name in ("arcsin", "arccos", "arctanh", "arccosh"):
        one = tree.Number(Fraction(1))
        yield from zeros(tree.Sum((first, one)), name, scene)
        yield from zeros(tree.Sum((first, tree.Negative(one))), name, scene)
    elif node.name in ("floor", "ceil", "mod"):
        yield from (fmpq(n) for n in range(-_REACH, _REACH + 1))
    elif _mentions(first, name):
        yield from zeros(first, name, scene)


def _whole(node: tree.Node) -> bool:
    return isinstance(node, tree.Number) and node.value.denominator == 1


def _function(node: tree.Node, name: str, scene: Scene) -> Callable[[Any], Any]:
    def value(x: Any) -> Any:
        before = scene.values.get(name)
        scene.values[name] = x
        try:
            return evaluate(node, scene)
        finally:
            scene.values[name] = before

    return value


def _linear_zero(node: tree.Node, name: str, scene: Scene) -> list[Scalar] | None:
    """The zero of a formula that is linear in the letter with any coefficients; None where it is not linear."""
    f = _function(node, name, scene)
    try:
        at = [f(fmpq(n)) for n in (0, 1, 2, 5, -7)]
        if not all(is_scalar(one) for one in at):
            return None
        a, b, c, d, e = (real(one) for one in at)
        step = b - a
        for difference in (c - b - step, d - a - step * 5, e - a + step * 7):
            if isinstance(difference, fmpq) and difference != 0:
                return None
            if not isinstance(difference, fmpq) and not difference.contains(0):
                return None
        if isinstance(step, fmpq):
            return [] if step == 0 else [-a / step]
        return None if step.contains(0) else [-a / step]
    except (Undefined, Imprecise, Unsupported):
        return None


def _on_grid(node: tree.Node, name: str, scene: Scene, corners: list[Scalar]) -> list[Scalar]:
    """Sign changes and touching zeros between the breaks."""
    f = _function(node, name, scene)
    stops = sorted({float(ball(real(one)).mid()) for one in corners if abs(ball(real(one))) < 10**6})
    low = min([-_REACH, *(stop - 10 for stop in stops)])
    high = max([_REACH, *(stop + 10 for stop in stops)])
    edges = [low, *stops, high]
    found: list[Scalar] = []
    for left, right in itertools.pairwise(edges):
        if right - left > 1e-9:
            found.extend(_between(f, left, right))
    return found


def _between(f: Callable[[Any], Any], left: float, right: float) -> Iterator[Scalar]:
    steps = 60 if right - left > 5 else 30
    points = []
    for k in range(1, steps):
        share = (k / steps) ** 2 * (3 - 2 * k / steps)
        exact = fmpq(round((left + (right - left) * share) * 2**20), 2**20)
        points.append(exact)
    points.extend(fmpq(n) for n in range(int(left) - 1, int(right) + 2) if left < n < right)
    points = sorted(set(points))
    values = []
    with arithmetic_of(100, settle=True):
        for x in points:
            values.append((x, *_value_and_slope(f, x)))
    before: Any = None
    for x, value, rate in values:
        if value is None:
            before = None
            continue
        if value == 0 or (not isinstance(value, fmpq) and value.contains(0)):
            yield x
            before = None
            continue
        if before is not None:
            if (before[1] > 0) != (value > 0):
                yield _zero_between(f, before[0], x)
            elif (
                rate is not None
                and before[2] is not None
                and (before[2] > 0) != (rate > 0)
                and (before[1] > 0) == (before[2] < 0)
            ):
                turning = _bisected(lambda t: _value_and_slope(f, t)[1], before[0], x)
                height = _value_and_slope(f, turning)[0]
                if height is not None and (height == 0 or (not isinstance(height, fmpq) and height.contains(0))):
                    yield turning
        before = (x, value, rate)


def _value_and_slope(f: Callable[[Any], Any], x: Any) -> tuple[Any, Any]:
    try:
        found = f(Dual(10**6, x, fmpq(1)))
        if not is_scalar(primal(found)):
            raise Unsupported("a number was expected")
        value = real(primal(found))
        return value, real(primal(found.slope)) if isinstance(found, Dual) else fmpq(0)
    except (Undefined, Imprecise, Unsupported):
        pass
    try:
        plain = f(x)
        return (real(plain) if is_scalar(plain) else None), None
    except (Undefined, Imprecise, Unsupported):
        return None, None


def _zero_between(f: Callable[[Any], Any], low: fmpq, high: fmpq) -> Scalar:
    """The place between at which f changes sign: by Newton's steps, certified by the signs beside it, or by halving."""
    with arithmetic_of(BITS, settle=False):
        x = ((arb(low) + arb(high)) / 2).mid()
        for _ in range(14):
            value, slope = _value_and_slope(f, x)
            if value is None or slope is None or slope == 0:
                break
            step = value / slope
            x = (x - step).mid()
            if not low < x < high:
                break
            if abs(step) < _NARROW:
                width = _NARROW * 16
                beside = [_value_and_slope(f, end)[0] for end in (x - width, x + width)]
                if all(one is not None for one in beside) and (beside[0] > 0) != (beside[1] > 0):
                    return arb(x, width)
                break
    return _bisected(lambda t: _value_and_slope(f, t)[0], low, high)


def _bisected(f: Callable[[Any], Any], low: fmpq, high: fmpq) -> Scalar:
    """The place between at which f changes sign, by halving until the ball is narrow."""
    with arithmetic_of(BITS, settle=False):
        a, b = arb(low), arb(high)
        start = f(a)
        if start is None:
            raise Unsupported("where a formula is zero could not be found")
        positive = start > 0
        while b - a > _NARROW:
            middle = ((a + b) / 2).mid()
            value = f(middle)
            if value is None:
                break
            if value == 0 or (not isinstance(value, fmpq) and value.contains(0)):
                return arb(middle, _NARROW * (1 + abs(middle)))
            if (value > 0) == positive:
                a = middle
            else:
                b = middle
        return a.union(b)
