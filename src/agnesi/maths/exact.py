"""Exact values of trees without letters.

A fraction where it is rational, otherwise a ball that holds the value for certain.
"""

from __future__ import annotations

from fractions import Fraction

from flint import acb, arb, fmpq

from agnesi.maths import tree
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.scalars import (
    Imprecise,
    Undefined,
    Unsupported,
    arithmetic,
    arithmetic_of,
    is_scalar,
    whole_of,
)
from agnesi.maths.evaluating.scene import Scene

_WORK = 20_000


def exact(node: tree.Node, bits: int = 256) -> Fraction | arb | acb | None:
    """The value of a constant tree, to `bits` bits where it is not rational; None where it has letters or no value."""
    if any(isinstance(one, tree.Symbol) for one in tree.walk(node)):
        return None
    with arithmetic_of(bits, complex=_imaginary(node), settle=True):
        arithmetic.work = _WORK
        try:
            value = evaluate(node, Scene({}))
        except (Undefined, Imprecise, Unsupported, RecursionError):
            return None
        if isinstance(value, fmpq):
            return Fraction(int(value.p), int(value.q))
        return value if is_scalar(value) else None


def rounded(value: Fraction | arb, places: int) -> Fraction:
    """`value` rounded to so many decimal places, halves away from zero."""
    if isinstance(value, Fraction):
        scaled = abs(value) * 10**places
        whole = (scaled.numerator * 2 + scaled.denominator) // (2 * scaled.denominator)
        return Fraction(whole if value >= 0 else -whole, 10**places)
    scaled = value * 10**places
    nearest = int(whole_of((scaled.mid() + fmpq(1, 2)).floor()))
    return Fraction(nearest, 10**places)


def _imaginary(node: tree.Node) -> bool:
    return any(isinstance(one, tree.Constant) and one.name == "i" for one in tree.walk(node))
