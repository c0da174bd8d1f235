"""Fractions: one line only, reduced, without roots below."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from agnesi.maths import tree


def single_fraction(node: tree.Node, variable: str | None = None) -> str:
    """One fraction with no fraction and no negative exponent in it, or no fraction at all."""
    if isinstance(node, tree.Relation):
        node = node.sides[-1]
    while isinstance(node, tree.Negative):
        node = node.of
    parts = (node.top, node.bottom) if isinstance(node, tree.Quotient) else (node,)
    for part in parts:
        for one in tree.walk(part):
            if isinstance(one, tree.Quotient) or _negative_power(one):
                return "Write it as a single fraction: one line, with no fraction above, below or beside it."
    return ""


def lowest_terms(node: tree.Node, variable: str | None = None) -> str:
    """Numeric fractions are reduced; no root and no i stands below a line."""
    for one in tree.walk(node):
        if isinstance(one, tree.Quotient):
            if fault := _unreduced(one):
                return fault
            if any(_irrational(part) for part in tree.walk(one.bottom)):
                return "Remove the root from below the line."
            if any(isinstance(part, tree.Constant) and part.name == "i" for part in tree.walk(one.bottom)):
                return "Remove i from below the line."
    return ""


def _unreduced(node: tree.Quotient) -> str:
    top, bottom = _whole_factor(node.top), _whole_factor(node.bottom)
    if bottom == 0:
        return ""
    if abs(bottom) == 1 and isinstance(node.bottom, tree.Number) and isinstance(node.top, tree.Number):
        return "Divide: nothing is left below the line."
    if top and gcd(top, bottom) > 1:
        return "The fraction can be reduced."
    return ""


def _whole_factor(node: tree.Node) -> int:
    """The whole number that is a factor of `node`: of a sum what all terms share; 0 where it is not whole."""
    if isinstance(node, tree.Number):
        return int(node.value) if node.value.denominator == 1 else 0
    if isinstance(node, tree.Negative):
        return _whole_factor(node.of)
    if isinstance(node, tree.Product):
        result = 1
        for one in node.factors:
            result *= _whole_factor(one) if isinstance(one, (tree.Number, tree.Negative)) else 1
        return result
    if isinstance(node, tree.Sum) and all(
        isinstance(one, (tree.Number, tree.Negative, tree.Product)) for one in node.terms
    ):
        return gcd(*(_whole_factor(one) for one in node.terms))
    return 1


def _irrational(node: tree.Node) -> bool:
    """A root of a number."""
    if any(isinstance(one, tree.Symbol) for one in tree.walk(node)):
        return False
    if isinstance(node, tree.Call):
        return node.name in ("sqrt", "root")
    return isinstance(node, tree.Power) and _broken(node.exponent)


def _broken(node: tree.Node) -> bool:
    if isinstance(node, tree.Quotient):
        return (
            isinstance(node.top, tree.Number)
            and isinstance(node.bottom, tree.Number)
            and node.bottom.value != 0
            and (Fraction(node.top.value, node.bottom.value).denominator != 1)
        )
    return isinstance(node, tree.Number) and node.value.denominator != 1


def _negative_power(node: tree.Node) -> bool:
    return isinstance(node, tree.Power) and isinstance(node.exponent, tree.Negative)
