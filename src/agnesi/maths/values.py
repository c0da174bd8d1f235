"""Trees as plain exact values, for judges of properties: numbers, vectors and matrices of fractions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from agnesi.maths import tree
from agnesi.maths.exact import exact

Vector = tuple[Fraction, ...]
Matrix = tuple[Vector, ...]


def number(node: tree.Node) -> Fraction | None:
    """A rational constant; None where it is anything else."""
    if isinstance(node, tree.Relation) and node.relators == ("=",):
        node = node.sides[-1]
    value = exact(node)
    return value if isinstance(value, Fraction) else None


def vector(node: tree.Node) -> Vector | None:
    """A vector of rational constants, written as a vector, a row or a column."""
    if isinstance(node, tree.Relation) and node.relators == ("=",):
        node = node.sides[-1]
    if isinstance(node, tree.Call) and node.name == "transpose":
        return vector(node.arguments[0])
    if isinstance(node, tree.Matrix) and (len(node.rows) == 1 or all(len(row) == 1 for row in node.rows)):
        return _numbers([one for row in node.rows for one in row])
    if isinstance(node, tree.Lines):
        return _numbers(node.of)
    return _numbers(node.entries) if isinstance(node, tree.Vector) else None


def matrix(node: tree.Node) -> Matrix | None:
    """A matrix of rational constants by rows; a vector is a column."""
    if isinstance(node, tree.Relation) and node.relators == ("=",):
        node = node.sides[-1]
    if isinstance(node, tree.Vector):
        if all(isinstance(one, tree.Vector) for one in node.entries):
            return _rows([one.entries for one in node.entries if isinstance(one, tree.Vector)])
        entries = _numbers(node.entries)
        return None if entries is None else tuple((x,) for x in entries)
    return _rows(node.rows) if isinstance(node, tree.Matrix) else None


def vectors(node: tree.Node) -> tuple[Vector, ...] | None:
    """Several vectors: a set, a list or a tuple of them; of a matrix its columns."""
    if isinstance(node, tree.Matrix):
        rows = _rows(node.rows)
        return None if rows is None else tuple(zip(*rows, strict=True))
    items = (
        node.elements
        if isinstance(node, tree.Set)
        else node.of
        if isinstance(node, tree.Lines)
        else node.arguments
        if isinstance(node, tree.Call) and node.name == "span"
        else node.entries
        if isinstance(node, tree.Vector) and any(not isinstance(one, tree.Number) for one in node.entries)
        else (node,)
    )
    found = [vector(one) for one in items]
    if any(one is None for one in found):
        return (vector(node),) if isinstance(node, tree.Vector) and vector(node) is not None else None  # type: ignore[return-value]
    return tuple(one for one in found if one is not None)


def _numbers(nodes: Sequence[tree.Node]) -> Vector | None:
    found = [number(one) for one in nodes]
    return None if any(one is None for one in found) else tuple(one for one in found if one is not None)


def _rows(rows: Sequence[Sequence[tree.Node]]) -> Matrix | None:
    found = [_numbers(row) for row in rows]
    return None if any(one is None for one in found) else tuple(one for one in found if one is not None)
