"""The derivative of a tree as a tree.

Rules for sums, products, powers and open integrals, the rest left to be evaluated.
"""

from __future__ import annotations

from fractions import Fraction

from agnesi.maths import tree

_ZERO, _ONE = tree.Number(Fraction(0)), tree.Number(Fraction(1))


def derived(node: tree.Node, name: str) -> tree.Node:
    """D node / d name. An integral without bounds in that letter gives its integrand."""
    if isinstance(node, tree.Integral) and node.low is None and node.variable.name == name:
        return node.body
    if not _holds_open_integral(node):
        return tree.Derivative(node, tree.Symbol(name), _ONE)
    if isinstance(node, tree.Sum):
        return tree.Sum(tuple(derived(one, name) for one in node.terms))
    if isinstance(node, tree.Negative):
        return tree.Negative(derived(node.of, name))
    if isinstance(node, tree.Product):
        terms = []
        for i, one in enumerate(node.factors):
            terms.append(tree.Product((*node.factors[:i], derived(one, name), *node.factors[i + 1 :])))
        return tree.Sum(tuple(term for term in terms if not _has_constant_factor_derived(term)) or (_ZERO,))
    if isinstance(node, tree.Quotient):
        return tree.Quotient(derived(node.top, name), node.bottom)
    return tree.Derivative(node, tree.Symbol(name), _ONE)


def _holds_open_integral(node: tree.Node) -> bool:
    return any(isinstance(one, tree.Integral) and one.low is None for one in tree.walk(node))


def _has_constant_factor_derived(term: tree.Product) -> bool:
    """Whether a factor is the derivative of a constant.

    So that the term is zero though another factor cannot be evaluated.
    """
    from agnesi.maths.names import symbols_in

    return any(
        isinstance(one, tree.Derivative)
        and isinstance(one.variable, tree.Symbol)
        and one.variable.name not in symbols_in(one.body)
        for one in term.factors
    )
