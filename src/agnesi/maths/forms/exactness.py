"""Exact rather than decimal, worked out rather than left to do, no negative exponents, no root below a line."""

from __future__ import annotations

from agnesi.maths import tree


def exact(node: tree.Node, variable: str | None = None) -> str:
    """No decimals."""
    if any(isinstance(one, tree.Number) and any(c in one.digits for c in ".eE") for one in tree.walk(node)):
        return "Give the exact value, not a decimal."
    return ""


def evaluated(node: tree.Node, variable: str | None = None) -> str:
    """A number with nothing left to compute: whole, decimal, a fraction, mixed, or times a power of ten."""
    inner = node.of if isinstance(node, tree.Negative) else node
    match inner:
        case tree.Number():
            return ""
        case tree.Quotient(top, bottom) if _signed(top) and _signed(bottom):
            return ""
        case tree.Sum((tree.Number(), tree.Quotient(tree.Number(), tree.Number()))):
            return ""
        case tree.Product((first, tree.Power(tree.Number(value=ten), power))) if ten == 10:
            if _signed(first) and _signed(power):
                return ""
    return "Work it out: one number, with nothing left to compute."


def _signed(node: tree.Node) -> bool:
    """A bare number, or the opposite of one."""
    return isinstance(node.of if isinstance(node, tree.Negative) else node, tree.Number)


def no_negative_exponents(node: tree.Node, variable: str | None = None) -> str:
    """Every exponent is positive."""
    for one in tree.walk(node):
        if isinstance(one, tree.Power) and isinstance(one.exponent, tree.Negative):
            return "Write it without negative exponents."
    return ""


def rationalised(node: tree.Node, variable: str | None = None) -> str:
    """No root below a line."""
    for one in tree.walk(node):
        if isinstance(one, tree.Quotient) and any(
            isinstance(part, tree.Call) and part.name in ("sqrt", "root") for part in tree.walk(one.bottom)
        ):
            return "Remove the root from below the line."
    return ""
