"""Expanded and factored: with no brackets left to multiply out, or with nothing left to take apart."""

from __future__ import annotations

from typing import Any

from flint import acb, arb, fmpq_poly

from agnesi.maths import tree
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.forms.polynomials import mentions, polynomial


def expanded(node: tree.Node, variable: str | None = None) -> str:
    """No bracket with a sum in it is multiplied or raised to a power."""
    for one in _arithmetic(_right_side(node)):
        if isinstance(one, tree.Product) and any(_is_sum(factor) for factor in one.factors):
            return "Multiply out the brackets: no sum may stand in a product."
        if isinstance(one, tree.Negative) and _is_sum(one.of):
            return "Remove the bracket after the minus sign."
        if isinstance(one, tree.Power) and _is_sum(one.base) and _is_whole(one.exponent):
            return "Multiply out the power of the bracket."
        if isinstance(one, tree.Power) and isinstance(one.base, tree.Product) and _is_whole(one.exponent):
            return "Write the power of each factor."
    return ""


def factored(node: tree.Node, variable: str | None = None, field: str = "Q") -> str:
    """A product of numbers, letters, powers and brackets that cannot be factored further over the field ("Q".

    "R" or "C").
    """
    node = _right_side(node)
    if isinstance(node, tree.Sum):
        return _factor_fault(node, variable, field, "This is a sum: write it as a product.")
    for one in _factors(node):
        if isinstance(one, tree.Sum) and (
            fault := _factor_fault(one, variable, field, "One of the brackets can be factored further.")
        ):
            return fault
        if isinstance(one, tree.Quotient):
            for part in (one.top, one.bottom):
                if fault := factored(part, variable, field):
                    return fault
    return ""


def _factor_fault(node: tree.Node, variable: str | None, field: str, message: str) -> str:
    found = polynomial(node)
    if found is None:
        return "" if not isinstance(node, tree.Sum) else "This is a sum: write it as one product."
    p, names = found
    if variable and not mentions(node, variable):
        return ""
    if p.is_zero() or p.total_degree() == 0:
        return ""
    content, parts = p.factor()
    if sum(power for _, power in parts) > 1:
        return message
    if content.q == 1 and abs(content.p) != 1:
        return "Take the common number out of the bracket."
    if field != "Q" and len(names) == 1 and p.total_degree() > 1 and _splits(p, field):
        return message
    return ""


def _splits(p: Any, field: str) -> bool:
    """Whether a polynomial in one letter, irreducible over Q, has a factor over the reals or the complex numbers."""
    degree = p.total_degree()
    if field == "C" or degree > 2:
        return True
    terms = {int(exponents[0]): c for exponents, c in p.to_dict().items()}
    roots: list[Any] = fmpq_poly([terms.get(i, 0) for i in range(degree + 1)]).complex_roots()
    return any(isinstance(root, arb) or (isinstance(root, acb) and root.imag.is_zero()) for root, _ in roots)


def _factors(node: tree.Node) -> list[tree.Node]:
    if isinstance(node, tree.Product):
        return [part for one in node.factors for part in _factors(one)]
    if isinstance(node, tree.Negative):
        return _factors(node.of)
    if isinstance(node, tree.Power) and _is_whole(node.exponent):
        return _factors(node.base)
    if isinstance(node, tree.Quotient) and isinstance(node.bottom, tree.Number):
        return _factors(node.top)
    return [node]


def _arithmetic(node: tree.Node) -> list[tree.Node]:
    """The nodes of sums, products, quotients and powers, not those inside functions."""
    found = [node]
    if isinstance(node, (tree.Sum, tree.Product, tree.Negative, tree.Quotient, tree.Power, tree.PlusMinus)):
        for one in tree.children(node):
            found.extend(_arithmetic(one))
    return found


def _is_sum(node: tree.Node) -> bool:
    return isinstance(node, (tree.Sum, tree.PlusMinus)) or (isinstance(node, tree.Negative) and _is_sum(node.of))


def _is_whole(node: tree.Node) -> bool:
    return isinstance(node, tree.Number) and node.value.denominator == 1 and node.value >= 2


def _right_side(node: tree.Node) -> tree.Node:
    """The formula in `y = formula`."""
    if (
        isinstance(node, tree.Relation)
        and node.relators == ("=",)
        and isinstance(node.sides[0], (tree.Symbol, tree.Call, tree.Blank))
    ):
        return node.sides[1]
    return node


def constant(node: tree.Node) -> Any | None:
    """The value of a tree without letters, None where it has none."""
    try:
        return evaluate(node, Scene({})) if not any(isinstance(one, tree.Symbol) for one in tree.walk(node)) else None
    except (Undefined, Imprecise, Unsupported):
        return None
