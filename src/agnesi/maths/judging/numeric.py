"""Numbers with a tolerance: significant figures, decimal places, an absolute or a relative distance.

Exact arithmetic throughout.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import arb, fmpq

from agnesi.maths import tree
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.matrices import Mat
from agnesi.maths.evaluating.scalars import (
    Imprecise,
    Undefined,
    Unsupported,
    arithmetic_of,
    ball,
    is_scalar,
    real,
    whole_of,
)
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.judging import equivalent, points
from agnesi.maths.judging.kinds import aligned
from agnesi.maths.judging.request import Request
from agnesi.maths.verdict import EQUAL, Verdict

_NOT_A_NUMBER = "A number is asked for here."


def significant_figures(request: Request) -> Verdict:
    """Exactly as many significant figures as asked for, and less than half a unit of the last one from the key."""
    digits = int(request.options.get("digits", 3))
    written = _decimal(request.answer)
    if written is None:
        return Verdict("different", f"Write a decimal number with {_count(digits, 'significant figure')}.")
    value, text = written
    key = _value(request.key, request)
    if key is None:
        return Verdict("undecided", "This could not be decided: the key has no value.")
    fewest, most = figures(text)
    if not fewest <= digits <= most:
        return Verdict("different", f"Give {_count(digits, 'significant figure')}; yours has {most}.")
    with arithmetic_of(400):
        if ball(key).contains(0):
            return EQUAL if value == 0 else _off()
        place = _leading_place(key) - digits + 1
        half = Fraction(10) ** place / 2
        return EQUAL if _closer(value, key, half) else _off()


def decimal_places(request: Request) -> Verdict:
    """Exactly as many digits after the point as asked for, equal to the key rounded to as many."""
    digits = int(request.options.get("digits", 2))
    written = _decimal(request.answer)
    if written is None:
        return Verdict("different", f"Write a decimal number with {_count(digits, 'decimal place')}.")
    value, text = written
    key = _value(request.key, request)
    if key is None:
        return Verdict("undecided", "This could not be decided: the key has no value.")
    places = len(text.partition(".")[2])
    if places != digits:
        return Verdict("different", f"Give {_count(digits, 'decimal place')}; yours has {places}.")
    with arithmetic_of(400):
        return EQUAL if _closer(value, key, Fraction(1, 2 * 10**digits), closed=True) else _off()


def within_absolute(request: Request) -> Verdict:
    """At most `options.tolerance` away; for vectors and matrices in every entry."""
    return _within(request, relative=False)


def within_relative(request: Request) -> Verdict:
    """At most `options.tolerance` times the size of the key away; for vectors and matrices in every entry."""
    return _within(request, relative=True)


def figures(text: str) -> tuple[int, int]:
    """The fewest and the most significant figures a decimal may be meant with.

    Trailing zeros of a whole number may count or not.
    """
    mantissa = text.lower().partition("e")[0].rstrip("%").replace("+", "").replace("-", "")
    whole, point, after = mantissa.partition(".")
    all_digits = (whole + after).lstrip("0")
    if not all_digits:
        zeros = len(after) or 1
        return 1, max(1, zeros)
    if point:
        return len(all_digits), len(all_digits)
    return max(1, len(all_digits.rstrip("0"))), len(all_digits)


def _within(request: Request, relative: bool) -> Verdict:
    tolerance = Fraction(str(request.options.get("tolerance", "0.05" if relative else "0")))
    answer, key = request.answer, request.key
    pair = aligned(answer, key, request.roles)
    if isinstance(pair, str):
        return Verdict("different", pair)
    answer, key = pair
    if isinstance(answer, tree.Set) and isinstance(key, tree.Set):
        return _sets_within(answer, key, request, tolerance, relative)
    try:
        with arithmetic_of(400, settle=True):
            for k in range(6 if request.roles else 1):
                scene = points.scene(request.roles, request.seed, k)
                verdict = _entries_within(evaluate(answer, scene), evaluate(key, scene), tolerance, relative)
                if not verdict:
                    return verdict
            return EQUAL
    except (Undefined, Imprecise, Unsupported):
        return equivalent.judged(answer, key, request.roles, request.seed, request.inferred)


def _entries_within(mine: Any, theirs: Any, tolerance: Fraction, relative: bool) -> Verdict:
    if isinstance(mine, Mat) and isinstance(theirs, Mat) and mine.shape == theirs.shape:
        pairs = list(zip(mine.entries(), theirs.entries(), strict=True))
    elif is_scalar(mine) and is_scalar(theirs):
        pairs = [(mine, theirs)]
    else:
        return Verdict("different", _NOT_A_NUMBER)
    for one, other in pairs:
        allowed = _exact(tolerance) * abs(ball(other)) if relative else ball(_exact(tolerance))
        distance = abs(ball(one) - ball(other))
        if distance > allowed and not distance.overlaps(allowed):
            return _off()
    return EQUAL


def _sets_within(answer: tree.Set, key: tree.Set, request: Request, tolerance: Fraction, relative: bool) -> Verdict:
    left = list(key.elements)
    for one in answer.elements:
        for other in left:
            values = [evaluate(each, Scene({})) for each in (one, other)]
            if _entries_within(values[0], values[1], tolerance, relative):
                left.remove(other)
                break
        else:
            return _off()
    return _off() if left else EQUAL


def _value(node: tree.Node, request: Request) -> Any | None:
    """The real value of a constant tree, exact or a narrow ball."""
    if not isinstance(node, tree.Node):
        return None
    with arithmetic_of(400, settle=True):
        try:
            value = evaluate(node, Scene({}))
            return real(value) if is_scalar(value) else None
        except (Undefined, Imprecise, Unsupported):
            return None


def _decimal(node: Any) -> tuple[Fraction, str] | None:
    """The value of a typed decimal and its digits, sign left out of these; None where it is anything else.

    `2.5 * 10^-4` counts as `2.5e-4`.
    """
    if isinstance(node, tree.Relation) and len(node.sides) == 2:
        return _decimal(node.sides[1])
    if isinstance(node, tree.Negative):
        inner = _decimal(node.of)
        return None if inner is None else (-inner[0], inner[1])
    if isinstance(node, tree.Number):
        return node.value, node.digits or str(node.value)
    if isinstance(node, tree.Product) and len(node.factors) == 2 and isinstance(node.factors[0], tree.Number):
        power = node.factors[1]
        if isinstance(power, tree.Power) and power.base == tree.Number(Fraction(10)):
            exponent = power.exponent
            n = (
                -exponent.of.value
                if isinstance(exponent, tree.Negative) and isinstance(exponent.of, tree.Number)
                else getattr(exponent, "value", None)
            )
            if isinstance(n, Fraction) and n.denominator == 1 and abs(n) < 1000:
                first = node.factors[0]
                return first.value * Fraction(10) ** int(n), (first.digits or str(first.value)) + f"e{n}"
    return None


def _leading_place(key: Any) -> int:
    """The power of ten of the first digit."""
    size = abs(ball(key))
    guess = int(whole_of((size.log() / arb(10).log()).floor().mid().floor()) or 0)
    while _exact(Fraction(10) ** (guess + 1)) <= size:
        guess += 1
    while size < _exact(Fraction(10) ** guess):
        guess -= 1
    return guess


def _closer(value: Fraction, key: Any, distance: Fraction, closed: bool = False) -> bool:
    gap = abs(_exact(value) - key)
    limit = _exact(distance)
    if isinstance(gap, fmpq):
        return bool(gap <= limit) if closed else bool(gap < limit or gap == limit)
    return bool(gap < limit)


def _exact(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def _off() -> Verdict:
    return Verdict("different", "The number itself is not right.")


def _count(n: int, what: str) -> str:
    return f"{n} {what}" + ("" if n == 1 else "s")
