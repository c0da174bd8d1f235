"""What sort of thing a piece read so far is, as far as reading must know: a vector (for · and ×), a set (for U)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agnesi.maths.reading.names import SET_LETTERS
from agnesi.maths.tree import (
    Call,
    Constant,
    Gradient,
    Index,
    Interval,
    Matrix,
    Negative,
    Node,
    Power,
    Product,
    Quotient,
    Set,
    SetOf,
    SetOperation,
    Sum,
    Symbol,
    Vector,
)

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser

_SETS = ("reals", "integers", "naturals", "rationals", "complexes", "empty")


def is_vector(p: Parser, node: Node) -> bool:
    """Whether `node` is surely a vector: then · is the dot product and × the cross product."""
    if isinstance(node, Symbol):
        found = p.scope.declaration(node.name)
        return found.sort == "vector" if found else node.name in p.bold
    if isinstance(node, (Vector, Gradient)):
        return True
    if isinstance(node, Matrix):
        return all(len(row) == 1 for row in node.rows)
    if isinstance(node, Negative):
        return is_vector(p, node.of)
    if isinstance(node, Sum):
        return is_vector(p, node.terms[0])
    if isinstance(node, Quotient):
        return is_vector(p, node.top)
    if isinstance(node, Product):
        return sum(is_vector(p, one) for one in node.factors) == 1 and not any(_is_row(one) for one in node.factors)
    if isinstance(node, Index) and isinstance(node.of, Symbol):
        found = p.scope.declaration(node.of.name)
        return bool(found and found.sort == "matrix" and len(node.at) == 1) or (
            found is None and node.of.name in p.bold
        )
    return isinstance(node, Call) and node.name in ("cross", "hadamard", "proj", "softmax")


def _is_row(node: Node) -> bool:
    return isinstance(node, Call) and node.name in ("transpose", "adjoint")


def is_set(p: Parser, node: Node, pairs: bool = False) -> bool:
    """Whether `node` is surely a set; with `pairs` a bracketed pair counts, since beside a set it is an interval."""
    if isinstance(node, Constant):
        return node.name in _SETS
    if isinstance(node, Symbol):
        found = p.scope.declaration(node.name)
        return found is not None and found.sort in ("set", "event")
    if isinstance(node, Vector):
        return pairs and len(node.entries) == 2
    if isinstance(node, Power):
        return is_set(p, node.base)
    return isinstance(node, (Interval, Set, SetOf, SetOperation))


def as_set(p: Parser, node: Node) -> Node:
    """`node` where a set is wanted: the pairs (a, b) and [a, b] are intervals there, and R is the reals."""
    if isinstance(node, Vector) and len(node.entries) == 2 and node.brackets in ("()", "[]"):
        closed = node.brackets == "[]"
        return Interval(node.entries[0], node.entries[1], closed, closed, span=node.span)
    if isinstance(node, Symbol) and node.name in SET_LETTERS and not p.scope.declaration(node.name):
        return Constant(SET_LETTERS[node.name], span=node.span)
    if isinstance(node, Power) and isinstance(node.base, Symbol):
        base = as_set(p, node.base)
        if base is not node.base:
            return Power(base, sizes(node.exponent), span=node.span)
    return node


def sizes(exponent: Node) -> Node:
    """The m × n of R^(m × n): two sizes, not their product."""
    return Vector(exponent.factors, "", span=exponent.span) if isinstance(exponent, Product) else exponent
