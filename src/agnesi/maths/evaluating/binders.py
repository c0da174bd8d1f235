"""What binds a letter: sums and products, integrals, limits, quantifiers.

Finite sums are exact. Infinite sums, integrals and limits are found by fast convergence at high precision; the ball
returned is ten times as wide as the last change, so that two of them overlap only where they agree to many digits.
What converges slowly is left to the last judge.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from flint import arb, ctx, fmpq, fmpq_poly

from agnesi.maths import tree
from agnesi.maths.evaluating import calls
from agnesi.maths.evaluating.duals import Dual
from agnesi.maths.evaluating.evaluate import Finite, Infinite, condition_holds, evaluate
from agnesi.maths.evaluating.matrices import Mat
from agnesi.maths.evaluating.scalars import (
    Imprecise,
    Scalar,
    TooLarge,
    Undefined,
    Unsupported,
    arithmetic_of,
    ball,
    count_work,
    is_scalar,
    is_zero,
    real,
    sign,
    whole,
    whole_of,
)
from agnesi.maths.evaluating.scene import Scene

_MOST_TERMS = 3000
_RULE_BITS = 160
_SMALL = arb(10) ** -40


def fold(node: tree.Fold, scene: Scene) -> Any:
    """A sum, a product, a largest or a least value over a range of whole numbers or a finite set."""
    if node.kind not in ("sum", "product", "max", "min"):
        raise Unsupported(f"{node.kind} over a set is not judged here")
    if node.low is not None and node.high is not None:
        high = evaluate(node.high, scene)
        if isinstance(high, Infinite) and node.kind == "sum":
            return _series(node, scene)
        values = _over_range(node, scene, whole(evaluate(node.low, scene)), whole(high))
    elif node.over is not None:
        values = _over_set(node, scene)
    else:
        values = _over_length(node, scene)
    return _joined(node.kind, list(values))


def integral(node: tree.Integral, scene: Scene) -> Any:
    """A definite integral: exact for polynomials, otherwise by the double-exponential rule."""
    if node.low is None or node.high is None:
        raise Unsupported("an integral without bounds has no single value")
    low, high = evaluate(node.low, scene), evaluate(node.high, scene)
    if isinstance(low, Dual) or isinstance(high, Dual):
        return _with_slopes(node, scene, low, high)
    if not isinstance(low, Infinite) and not isinstance(high, Infinite):
        if (exact := _polynomial_integral(node, scene, low, high)) is not None:
            return exact
        if is_zero(high - low):
            return fmpq(0)
    name = node.variable.name

    def body(x: Any) -> Any:
        return _with(scene, name, x, node.body)

    try:
        return _quadrature(body, low, high)
    except Unsupported:
        corners = _corners(node, scene, low, high)
        if not corners:
            raise
        ends = [low, *corners, high]
        return _joined("sum", [_quadrature(body, a, b) for a, b in itertools.pairwise(ends)])


def limit(node: tree.Limit, scene: Scene) -> Any:
    """A limit, from values ever closer to it; both sides must agree."""
    to = evaluate(node.to, scene)
    if isinstance(to, Infinite):
        return _approached(node, scene, lambda h: to.sign / h)
    sides = {"both": (1, -1), "right": (1,), "left": (-1,)}[node.side]
    found = []
    missing: Undefined | None = None
    for s in sides:
        try:
            found.append(_approached(node, scene, lambda h, s=s: to + s * h))  # type: ignore[misc]
        except Undefined as nothing:
            missing = nothing
    if not found:
        raise missing or Undefined("a limit", node)
    if len(found) == 2:
        a, b = found
        if isinstance(a, Infinite) or isinstance(b, Infinite):
            if a != b:
                raise Undefined("a limit", node)
        elif not ball(a).overlaps(ball(b)):
            raise Undefined("a limit", node)
    return found[0]


def quantified(node: tree.Quantified, scene: Scene) -> Any:
    """For all, or for some, element of a finite set or one of a few sample numbers.

    Decides a finite set, otherwise not.
    """
    if node.over is None:
        raise Unsupported("a quantifier over all numbers is not judged by evaluating")
    over = evaluate(node.over, scene)
    if not isinstance(over, Finite):
        raise Unsupported("a quantifier over all numbers is not judged by evaluating")
    truths = [_with(scene, node.variable.name, one, node.body, truth=True) for one in over.elements]
    return all(truths) if node.kind == "forall" else any(truths)


def _with(scene: Scene, name: str, value: Any, body: tree.Node, truth: bool = False) -> Any:
    before = scene.values.get(name)
    scene.values[name] = value
    try:
        return condition_holds(body, scene) if truth else evaluate(body, scene)
    finally:
        if before is None:
            scene.values.pop(name, None)
        else:
            scene.values[name] = before


def _over_range(node: tree.Fold, scene: Scene, low: int, high: int) -> Iterator[Any]:
    if high - low >= _MOST_TERMS:
        raise TooLarge(f"a sum has more than {_MOST_TERMS} terms")
    for k in range(low, high + 1):
        yield _with(scene, node.variable.name, fmpq(k), node.body)


def _over_set(node: tree.Fold, scene: Scene) -> Iterator[Any]:
    over = evaluate(node.over, scene)  # type: ignore[arg-type]
    if not isinstance(over, Finite):
        raise Unsupported("a sum over an infinite set is not judged here")
    for one in over.elements:
        yield _with(scene, node.variable.name, one, node.body)


def _over_length(node: tree.Fold, scene: Scene) -> Iterator[Any]:
    """A sum without bounds runs over the entries of what it indexes."""
    sizes = set()
    for one in tree.walk(node.body):
        if isinstance(one, tree.Index) and isinstance(one.of, tree.Symbol):
            held = scene.values.get(one.of.name)
            for place, at in enumerate(one.at):
                if at == node.variable:
                    sizes.add(held.shape[place] if isinstance(held, Mat) else 3)
    if len(sizes) != 1:
        raise Unsupported("the sum does not say from where to where")
    return _over_range(node, scene, 1, sizes.pop())


def _joined(kind: str, values: list[Any]) -> Any:
    if kind in ("max", "min"):
        if not values:
            raise Undefined("at least one value")
        return calls.largest(values, 1 if kind == "max" else -1)
    if not values:
        return fmpq(0 if kind == "sum" else 1)
    result = values[0]
    for one in values[1:]:
        result = result + one if kind == "sum" else result * one
    return result


def _series(node: tree.Fold, scene: Scene) -> Any:
    """An infinite sum that converges at least geometrically."""
    low = whole(evaluate(node.low, scene))  # type: ignore[arg-type]
    small = arb(2) ** (-(ctx.prec + 10))
    result: Any = arb(0)
    last: Any = None
    for k in range(low, low + 2500):
        term = _with(scene, node.variable.name, fmpq(k), node.body)
        if not is_scalar(term):
            raise Unsupported("an infinite sum of these is not judged")
        result = result + term
        size = abs(ball(term))
        if last is not None and k > low + 250 and not last.is_zero():
            ratio = size / last
            if ratio >= 1:
                raise Undefined("convergent", node)
            if not ratio < arb("0.97"):
                raise Unsupported("an infinite sum that converges slowly")
        last = size
        if k > low + 12 and size < small:
            return result + arb(0, (size * 50).upper())
    raise Unsupported("an infinite sum that converges slowly")


def _with_slopes(node: tree.Integral, scene: Scene, low: Any, high: Any) -> Any:
    """An integral whose bounds carry a slope: the slope of the integral is the integrand there."""
    tag = max(x.tag for x in (low, high) if isinstance(x, Dual))
    ends = [(x.value, x.slope) if isinstance(x, Dual) and x.tag == tag else (x, fmpq(0)) for x in (low, high)]
    inner = f"\x00low{tag}", f"\x00high{tag}"
    bounds = tuple(tree.Symbol(name) for name in inner)
    plain = tree.Integral(node.body, node.variable, *bounds)
    scene.values.update(zip(inner, (end for end, _ in ends), strict=True))
    try:
        value = integral(plain, scene)
        rate: Any = fmpq(0)
        for (end, change), s in zip(ends, (-1, 1), strict=True):
            if not isinstance(end, Infinite):
                rate = rate + s * (change * _with(scene, node.variable.name, end, node.body))
    finally:
        for name in inner:
            scene.values.pop(name, None)
    return value + Dual(tag, fmpq(0), rate)


def _corners(node: tree.Integral, scene: Scene, low: Any, high: Any) -> list[Any]:
    """Where the integrand has corners or steps between the bounds, in order."""
    from agnesi.maths.judging.zeros import breaks

    if not (isinstance(low, fmpq) and isinstance(high, fmpq)):
        return []
    found = {one for one in breaks(node.body, node.variable.name, scene) if isinstance(one, fmpq) and low < one < high}
    return sorted(found)


def _polynomial_integral(node: tree.Integral, scene: Scene, low: Any, high: Any) -> Any | None:
    """The integral of what is a polynomial, found by exact values at points on both sides of the bounds.

    None where it is none.
    """
    if not (is_scalar(low) and is_scalar(high)):
        return None
    start, end = _nearby(low), _nearby(high)
    step = (end - start) / 7 if end != start else fmpq(1)
    points = [start + step * k for k in range(-4, 11)]
    values = []
    try:
        for x in points:
            value = _with(scene, node.variable.name, x, node.body)
            if not isinstance(value, fmpq):
                return None
            values.append(value)
    except (Undefined, Imprecise, Unsupported):
        return None
    p = _interpolated(points, values)
    if p is None:
        return None
    primitive = p.integral()
    if isinstance(low, fmpq) and isinstance(high, fmpq):
        return primitive(high) - primitive(low)
    return _horner(primitive, high) - _horner(primitive, low)


def _nearby(x: Scalar) -> fmpq:
    """The number itself where it is exact, otherwise a whole number near it."""
    return x if isinstance(x, fmpq) else fmpq(whole_of(ball(real(x)).mid().floor()))


def _interpolated(points: list[fmpq], values: list[fmpq]) -> fmpq_poly | None:
    """The polynomial of degree at most len(points) - 4 through all points (Newton's differences).

    None where there is none.
    """
    table, differences = list(values), [values[0]]
    for order in range(1, len(points)):
        table = [(b - a) / (points[i + order] - points[i]) for i, (a, b) in enumerate(itertools.pairwise(table))]
        differences.append(table[0])
    if any(one != 0 for one in differences[-3:]):
        return None
    result = fmpq_poly([0])
    for x, c in zip(reversed(points), reversed(differences), strict=True):
        result = result * fmpq_poly([-x, 1]) + c
    return result


def _horner(p: Any, x: Scalar) -> Scalar:
    result: Any = fmpq(0)
    for c in reversed(p.coeffs()):
        result = result * x + c
    return result


def _quadrature(body: Callable[[Any], Any], low: Any, high: Any) -> Any:
    """The double-exponential rule of Takahasi and Mori, its step halved until nothing changes to 24 digits."""
    goal = arb(10) ** -24
    with arithmetic_of(_RULE_BITS, settle=False):
        kind, place, scale = _placement(low, high)
        before: Any = None
        total: Any = arb(0)
        for level in range(2, 9):
            total = total + _sampled(body, place, kind, level)
            value = total * scale / 2**level
            if before is not None:
                change = abs(value - before)
                if not change.is_finite():
                    break
                if change < goal * (1 + abs(value)):
                    return value + _spread(value, goal * (1 + abs(value)))
            before = value
    raise Unsupported("an integral that converges slowly")


def _spread(value: Any, radius: arb) -> Any:
    return arb(0, radius.upper())


def _sampled(body: Callable[[Any], Any], place: Callable[[arb], arb], kind: str, level: int) -> Any:
    """The weighted values at the nodes that are new at this level, outwards on both sides until the weights vanish."""
    total = arb(0)
    for side in _nodes(kind, level):
        quiet = 0
        for far, node, weight in side:
            count_work(2)
            try:
                term = body(place(node)) * weight
            except (Undefined, Imprecise, TooLarge):
                if not far:
                    raise
                break
            if not is_scalar(term):
                raise Unsupported("an integral of these is not judged")
            if not term.is_finite():
                break
            total = total + term
            quiet = quiet + 1 if abs(term) < _SMALL else 0
            if quiet >= 3:
                break
    return total


@lru_cache(maxsize=32)
def _nodes(kind: str, level: int) -> tuple[tuple[tuple[bool, arb, arb], ...], ...]:
    """Nodes and weights of the rule on (0, 1), on the half line or on the whole line.

    Each with whether it is far out.
    """
    half_pi = arb.pi() / 2
    sides = []
    for side in (1, -1):
        found = []
        for k in range(0 if level == 2 else 1, 5 * 2**level, 1 if level == 2 else 2):
            if k == 0 and side == -1:
                continue
            t = arb(k * side) / 2**level
            u, spread = half_pi * t.sinh(), half_pi * t.cosh()
            if kind == "finite":
                node, weight = 1 / (1 + (-2 * u).exp()), spread / u.cosh() ** 2 / 2
            elif kind == "half":
                node, weight = u.exp(), u.exp() * spread
            else:
                node, weight = u.sinh(), u.cosh() * spread
            found.append((k > 2 * 2**level, node, weight))
        sides.append(tuple(found))
    return tuple(sides)


def _placement(low: Any, high: Any) -> tuple[str, Callable[[arb], arb], Any]:
    """Which rule serves these bounds, where its nodes fall, and what the sum is to be multiplied by."""
    if not isinstance(low, Infinite) and not isinstance(high, Infinite):
        a, b = ball(real(low)), ball(real(high))
        return "finite", lambda node: a + (b - a) * node, b - a
    if isinstance(low, Infinite) and isinstance(high, Infinite):
        if low.sign == high.sign:
            raise Undefined("bounds in order")
        return "whole", lambda node: node, arb(high.sign)
    start, towards, scale = (low, high.sign, high.sign) if isinstance(high, Infinite) else (high, low.sign, -low.sign)
    begin = ball(real(start))
    return "half", lambda node: begin + node * towards, arb(scale)


def _approached(node: tree.Limit, scene: Scene, place: Callable[[Any], Any]) -> Any:
    """The value that the body tends to as h goes to 0 in place(h)."""
    with arithmetic_of(1400, settle=False):
        values = [_with(scene, node.variable.name, place(fmpq(1, 2**bits)), node.body) for bits in (50, 110, 230, 460)]
    if any(isinstance(one, (Infinite, Mat)) or not is_scalar(one) for one in values):
        if all(one == values[0] for one in values):
            return values[0]
        raise Unsupported("this limit is not judged here")
    a, b, c, d = (ball(real(one)) for one in values)
    change = abs(d - c)
    if change <= abs(c - b) and change < arb(2) ** -48 * (1 + abs(d)):
        return d + arb(0, (change * 10 + arb(2) ** -300).upper())
    if abs(b) > abs(a) * 2 and abs(c) > abs(b) * 2 and abs(d) > abs(c) * 2 and abs(d) > 2**20 and sign(d) == sign(c):
        return Infinite(sign(d))
    raise Unsupported("a limit that is approached slowly")
