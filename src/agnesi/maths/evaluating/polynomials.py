"""Trees as polynomials or quotients of polynomials in one letter with rational coefficients, where they are that."""

from __future__ import annotations

from flint import fmpq, fmpq_poly

from agnesi.maths import tree
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported, count_work
from agnesi.maths.evaluating.scene import Scene

Ratio = tuple[fmpq_poly, fmpq_poly]
"""Top and bottom, not reduced: the bottom keeps every zero at which the tree is not defined."""

_MOST_DEGREE = 200


def polynomial(node: tree.Node, name: str, scene: Scene) -> fmpq_poly | None:
    """`node` as a polynomial in `name`, other letters at their values; None where it is not one."""
    found = ratio(node, name, scene)
    if found is None or found[1].degree() != 0:
        return None
    return found[0] / found[1].coeffs()[0]


def ratio(node: tree.Node, name: str, scene: Scene) -> Ratio | None:
    """`node` as a quotient of polynomials in `name`, other letters at their values; None where it is not one."""
    try:
        return _ratio(node, name, scene)
    except (_NotRationalError, Undefined, Imprecise, Unsupported):
        return None


class _NotRationalError(Exception):
    pass


_ONE = fmpq_poly([1])


def _ratio(node: tree.Node, name: str, scene: Scene) -> Ratio:
    count_work()
    if isinstance(node, tree.Symbol) and node.name == name:
        return fmpq_poly([0, 1]), _ONE
    if not any(isinstance(one, tree.Symbol) and one.name == name for one in tree.walk(node)):
        value = evaluate(node, scene)
        if not isinstance(value, fmpq):
            raise _NotRationalError
        return fmpq_poly([value]), _ONE
    if isinstance(node, tree.Sum):
        top, bottom = _ratio(node.terms[0], name, scene)
        for one in node.terms[1:]:
            p, q = _ratio(one, name, scene)
            top, bottom = (top * q + p * bottom, bottom * q) if q != bottom else (top + p, bottom)
        return _checked(top, bottom)
    if isinstance(node, tree.Negative):
        top, bottom = _ratio(node.of, name, scene)
        return -top, bottom
    if isinstance(node, tree.Product):
        top, bottom = _ONE, _ONE
        for one in node.factors:
            p, q = _ratio(one, name, scene)
            top, bottom = top * p, bottom * q
        return _checked(top, bottom)
    if isinstance(node, tree.Quotient):
        (a, b), (c, d) = _ratio(node.top, name, scene), _ratio(node.bottom, name, scene)
        if c.is_zero():
            raise _NotRationalError
        return _checked(a * d, b * c)
    if isinstance(node, tree.Power):
        return _power(node, name, scene)
    raise _NotRationalError


def _power(node: tree.Power, name: str, scene: Scene) -> Ratio:
    exponent = evaluate(node.exponent, scene) if not _mentions(node.exponent, name) else None
    if not isinstance(exponent, fmpq) or exponent.q != 1:
        raise _NotRationalError
    n = int(exponent.p)
    top, bottom = _ratio(node.base, name, scene)
    if n < 0:
        if top.is_zero():
            raise _NotRationalError
        top, bottom, n = bottom, top, -n
    if max(top.degree(), bottom.degree(), 1) * n > _MOST_DEGREE:
        raise _NotRationalError
    return _checked(top**n, bottom**n)


def _mentions(node: tree.Node, name: str) -> bool:
    return any(isinstance(one, tree.Symbol) and one.name == name for one in tree.walk(node))


def _checked(top: fmpq_poly, bottom: fmpq_poly) -> Ratio:
    if max(top.degree(), bottom.degree()) > _MOST_DEGREE:
        raise _NotRationalError
    return top, bottom
