"""Completed square: a(x + b)^2 + c, the letter in one square and nowhere else."""

from __future__ import annotations

from agnesi.maths import tree
from agnesi.maths.forms.polynomials import mentions, polynomial


def completed_square(node: tree.Node, variable: str | None = None) -> str:
    """The letter occurs once, in the square of something linear, beside constants."""
    if isinstance(node, tree.Relation):
        node = node.sides[-1]
    letter = variable or _letter(node)
    with_letter = [one for one in _terms(node) if mentions(one, letter)]
    if not with_letter:
        return f"There must be a square with {letter} in it."
    if len(with_letter) > 1:
        return f"Collect every {letter} in a single square."
    return "" if _is_square(with_letter[0], letter) else f"Write a number times the square of {letter} plus a number."


def _terms(node: tree.Node) -> list[tree.Node]:
    if isinstance(node, tree.Sum):
        return [part for one in node.terms for part in _terms(one)]
    return _terms(node.of) if isinstance(node, tree.Negative) else [node]


def _is_square(node: tree.Node, letter: str) -> bool:
    if isinstance(node, tree.Negative):
        return _is_square(node.of, letter)
    if isinstance(node, tree.Quotient):
        return not mentions(node.bottom, letter) and _is_square(node.top, letter)
    if isinstance(node, tree.Product):
        inside = [one for one in node.factors if mentions(one, letter)]
        return len(inside) == 1 and _is_square(inside[0], letter)
    if not isinstance(node, tree.Power) or not (isinstance(node.exponent, tree.Number) and node.exponent.value == 2):
        return False
    found = polynomial(node.base)
    if found is None:
        return False
    p, names = found
    return letter in names and int(p.degrees()[names.index(letter)]) == 1


def _letter(node: tree.Node) -> str:
    names = sorted({one.name for one in tree.walk(node) if isinstance(one, tree.Symbol)})
    return "x" if "x" in names or not names else names[0]
