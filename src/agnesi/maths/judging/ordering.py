"""Equal as written but for the order of terms and factors.

Nothing is evaluated, so that 1 + 2 is not 3 and x/2 is not 0.5 x.
"""

from __future__ import annotations

from typing import Any

from agnesi.maths import tree
from agnesi.maths.judging.request import Request
from agnesi.maths.verdict import EQUAL, Verdict

_MIRRORED = {">": "<", ">=": "<="}
_SYMMETRIC = ("=", "!=", "approx")


def judged(request: Request) -> Verdict:
    """EQUAL when both trees have one form up to the order of what commutes."""
    if ordered(request.answer) == ordered(request.key):
        return EQUAL
    return Verdict("different", "This is not written as asked for, even with the parts in another order.")


def ordered(node: Any) -> Any:
    """A nested tuple in which the order of terms, factors, elements and symmetric sides no longer shows."""
    if isinstance(node, tuple):
        return tuple(ordered(one) for one in node)
    if isinstance(node, tree.Sum):
        return ("+", *_sorted(_terms(node)))
    if isinstance(node, (tree.Product, tree.Quotient, tree.Negative)):
        factors = _sorted(_factors(node))
        return ("*", *factors) if len(factors) > 1 else factors[0]
    if isinstance(node, tree.Number):
        return ("n", node.value)
    if isinstance(node, tree.Relation) and len(node.sides) == 2:
        left, right = (ordered(side) for side in node.sides)
        relator = node.relators[0]
        if relator in _SYMMETRIC:
            return (relator, *_sorted([left, right]))
        return (_MIRRORED[relator], right, left) if relator in _MIRRORED else (relator, left, right)
    if isinstance(node, tree.Logic) and node.kind in ("and", "or"):
        return (node.kind, *_sorted([ordered(one) for one in node.of]))
    if isinstance(node, tree.Set):
        return ("{}", *_sorted([ordered(one) for one in node.elements]))
    if isinstance(node, tree.SetOperation) and node.kind in ("union", "intersection"):
        return (node.kind, *_sorted([ordered(one) for one in node.of]))
    if isinstance(node, tree.Node):
        return (
            type(node).__name__,
            *(ordered(getattr(node, name)) for name in node.__dataclass_fields__ if name != "span"),
        )
    return node


def _terms(node: tree.Sum) -> list[Any]:
    return [part for one in node.terms for part in (_terms(one) if isinstance(one, tree.Sum) else [ordered(one)])]


def _factors(node: tree.Node) -> list[Any]:
    if isinstance(node, tree.Product):
        return [part for one in node.factors for part in _factors(one)]
    if isinstance(node, tree.Quotient):
        return [*_factors(node.top), *(("/", one) for one in _factors(node.bottom))]
    if isinstance(node, tree.Negative):
        return [("-",), *_factors(node.of)]
    return [ordered(node)]


def _sorted(parts: list[Any]) -> list[Any]:
    return sorted(parts, key=repr)
