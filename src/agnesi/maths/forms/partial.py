"""Partial fractions: a sum of a polynomial and of fractions over powers of irreducible factors.

Each above of lower degree.
"""

from __future__ import annotations

from typing import Any

from agnesi.maths import tree
from agnesi.maths.forms.polynomials import mentions, polynomial


def partial_fractions(node: tree.Node, variable: str | None = None) -> str:
    """Each fraction stands over a power of one irreducible factor, and no two over the same one."""
    if isinstance(node, tree.Relation):
        node = node.sides[-1]
    seen: set[Any] = set()
    for term in _terms(node):
        below = _below(term)
        letter = variable or _letter(node)
        if below is None or not mentions(below, letter):
            if any(isinstance(one, tree.Quotient) and mentions(one.bottom, letter) for one in tree.walk(term)):
                return "Write it as a sum of simple fractions."
            continue
        above = _above(term)
        found, over = polynomial(above), polynomial(below)
        if found is None or over is None:
            return "Write it as a sum of fractions of polynomials."
        _, factors = over[0].factor()
        factors = [(factor, power) for factor, power in factors if _degree(factor, over[1], letter) > 0]
        if len(factors) != 1:
            return "A denominator can still be split into factors: give each its own fraction."
        factor, power = factors[0]
        if _degree(found[0], found[1], letter) >= _degree(factor, over[1], letter):
            return "What stands above a line must be of lower degree than the factor below it."
        key = (str(factor / factor.leading_coefficient()), power)
        if key in seen:
            return "Two fractions have the same denominator: add them."
        seen.add(key)
    return ""


def _terms(node: tree.Node) -> list[tree.Node]:
    if isinstance(node, tree.Sum):
        return [part for one in node.terms for part in _terms(one)]
    return _terms(node.of) if isinstance(node, tree.Negative) else [node]


def _below(node: tree.Node) -> tree.Node | None:
    """What stands below the line of a term; of a product, below its one fraction."""
    if isinstance(node, tree.Quotient):
        return node.bottom
    if isinstance(node, tree.Power) and isinstance(node.exponent, tree.Negative):
        return tree.Power(node.base, node.exponent.of)
    if isinstance(node, tree.Product):
        found = [one for one in map(_below, node.factors) if one is not None]
        return tree.Product(tuple(found)) if len(found) > 1 else found[0] if found else None
    return None


def _above(node: tree.Node) -> tree.Node:
    if isinstance(node, tree.Quotient):
        return node.top
    if isinstance(node, tree.Product):
        return tree.Product(tuple(_above(one) for one in node.factors))
    if isinstance(node, tree.Power) and isinstance(node.exponent, tree.Negative):
        return tree.Number(value=_one())
    return node


def _one() -> Any:
    from fractions import Fraction

    return Fraction(1)


def _degree(p: Any, names: tuple[str, ...], letter: str) -> int:
    return int(p.degrees()[names.index(letter)]) if letter in names else 0


def _letter(node: tree.Node) -> str:
    names = sorted({one.name for one in tree.walk(node) if isinstance(one, tree.Symbol)})
    return "x" if "x" in names or not names else names[0]
