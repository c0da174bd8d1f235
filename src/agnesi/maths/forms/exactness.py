"""Exact rather than decimal, no negative exponents, no root below a line."""

from __future__ import annotations

from agnesi.maths import tree


def exact(node: tree.Node, variable: str | None = None) -> str:
    """No decimals."""
    if any(isinstance(one, tree.Number) and any(c in one.digits for c in ".eE") for one in tree.walk(node)):
        return "Give the exact value, not a decimal."
    return ""


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
