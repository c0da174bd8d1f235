"""What kind of thing a tree is, and an answer turned into the kind of its key where a person would see no difference.

`x = 5` answers a question for a number, `2, 3` one for a set, `(1, 2)` may be a point or an interval; a number for
a set is told so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.judging.normal import FORMULAS, both_signs, conjuncts, statement
from agnesi.maths.names import symbols_in

Kind = Literal["number", "vector", "matrix", "set", "list", "statement", "words"]

_SETS = ("reals", "integers", "naturals", "rationals", "empty", "complexes")
_CAPITALS = {
    ("R", "set"): "reals",
    ("N", "set"): "naturals",
    ("Z", "set"): "integers",
    ("Q", "set"): "rationals",
    ("I", "matrix"): "identity",
}
"""Capitals that nobody declared, beside a set or a matrix."""

_NAMES: dict[Kind, str] = {
    "number": "a number or formula",
    "vector": "a vector",
    "matrix": "a matrix",
    "set": "a set",
    "list": "a list of values",
    "statement": "an equation or another statement",
    "words": "words",
}
_NO_SOLUTION = ("none", "no solution", "no solutions", "nothing")


def kind(node: tree.Node, roles: Mapping[str, Declaration]) -> Kind:
    """The kind of `node`. A formula of vectors or matrices counts as a number.

    What it is shows when it is evaluated.
    """
    if isinstance(node, tree.Symbol):
        sort = roles[node.name].sort if node.name in roles else "real"
        return {"vector": "vector", "matrix": "matrix", "set": "set", "boolean": "statement"}.get(sort, "number")  # type: ignore[return-value]
    if isinstance(node, tree.Vector):
        if node.brackets == "" and any(isinstance(one, tree.Relation) for one in node.entries):
            return "statement"
        return "list" if node.brackets == "" else "vector"
    if isinstance(node, tree.Matrix):
        return "matrix"
    if isinstance(node, tree.Set) and node.elements and all(isinstance(one, tree.Relation) for one in node.elements):
        return "statement"
    if isinstance(node, (tree.Set, tree.Interval, tree.SetOf, tree.SetOperation)):
        return "set"
    if isinstance(node, tree.Fold) and node.kind in ("union", "intersection"):
        return "set"
    if isinstance(node, tree.Constant):
        if node.name in _SETS:
            return "set"
        return "statement" if node.name in ("true", "false") else "number"
    if isinstance(node, tree.Lines):
        return "statement" if any(kind(one, roles) == "statement" for one in node.of) else "list"
    if isinstance(node, tree.Logic):
        return (
            "list"
            if node.kind == "or" and all(_is_value(one) for one in node.of) and not _boolean(node, roles)
            else "statement"
        )
    if isinstance(node, (tree.Relation, tree.Quantified)):
        return "statement"
    if isinstance(node, tree.Text):
        return "words"
    return "list" if len(both_signs(node)) > 1 else "number"


def aligned(answer: tree.Node, key: tree.Node, roles: Mapping[str, Declaration]) -> tuple[tree.Node, tree.Node] | str:
    """Answer and key as two trees of one kind, or the sentence that says which kind is asked for."""
    a, k = kind(answer, roles), kind(key, roles)
    if a == k and a != "list":
        return answer, key
    for one, other, swapped in ((answer, key, False), (key, answer, True)):
        pair = _met(one, other, roles)
        if pair is not None:
            return (pair[1], pair[0]) if swapped else pair
    if "words" in (a, k):
        return answer, key
    return f"This is {_NAMES[a]}; {_NAMES[k]} is asked for."


def _met(one: tree.Node, other: tree.Node, roles: Mapping[str, Declaration]) -> tuple[tree.Node, tree.Node] | None:
    """`one` turned towards the kind of `other`; None where there is no way."""
    a, b = kind(one, roles), kind(other, roles)
    if a == "number" and isinstance(one, tree.Symbol) and (meant := _CAPITALS.get((one.name, b))) is not None:
        return tree.Constant(meant), other
    if a == "list" and b in ("list", "set"):
        return _as_set(one), _as_set(other)
    if a == "list" and b == "vector" and isinstance(one, tree.Vector | tree.Lines):
        return tree.Vector(_items(one)), other
    if a == "list" and b == "number" and len(_items(one)) == 1:
        return _items(one)[0], other
    if a == "statement" and b in ("number", "vector", "matrix") and (value := _value_of(one, other)) is not None:
        return value, other
    if a == "statement" and b == "vector" and (point := _point(one)) is not None:
        return point, other
    if (
        a == "statement"
        and b == "vector"
        and isinstance(other, tree.Vector)
        and _interval_like(other, one)
        and len(symbols_in(one) - symbols_in(other)) == 1
    ):
        return one, _interval(other)
    if a == "statement" and b == "list":
        return one, _choices(one, other)
    if a == "statement" and b == "set":
        return (one, other) if len(symbols_in(one) - symbols_in(other)) == 1 else None
    if (
        a == "words"
        and b in ("set", "statement")
        and isinstance(one, tree.Text)
        and one.words.strip().lower() in _NO_SOLUTION
    ):
        return (tree.Constant("empty"), other) if b == "set" else (tree.Constant("false"), other)
    if a == "vector" and b == "matrix":
        return one, other
    if a == "vector" and b == "set" and isinstance(one, tree.Vector) and _interval_like(one, other):
        return _interval(one), other
    if a == "number" and b in ("vector", "matrix") and not isinstance(one, tree.Number):
        return one, other
    return None


def _is_value(node: tree.Node) -> bool:
    return isinstance(node, (*FORMULAS, tree.Constant, tree.Vector))


def _boolean(node: tree.Node, roles: Mapping[str, Declaration]) -> bool:
    """Whether `p or q` speaks of statements rather than of values."""
    return all(isinstance(one, tree.Symbol) for one in node.of) if isinstance(node, tree.Logic) else False


def _items(node: tree.Node) -> tuple[tree.Node, ...]:
    if isinstance(node, (tree.Lines, tree.Logic)):
        return tuple(value for one in node.of for value in both_signs(one))
    if isinstance(node, tree.Vector):
        return tuple(value for one in node.entries for value in both_signs(one))
    return tuple(both_signs(node))


def _as_set(node: tree.Node) -> tree.Node:
    if isinstance(node, tree.Set):
        return tree.Set(tuple(value for one in node.elements for value in both_signs(one)))
    return (
        node
        if isinstance(node, (tree.Interval, tree.SetOf, tree.SetOperation, tree.Constant))
        else tree.Set(_items(node))
    )


def _value_of(node: tree.Node, other: tree.Node) -> tree.Node | None:
    """The right side of `x = 5`, `f(x) = 2x`, where the left is only a name for it; of a chain `a = b = c` the last."""
    if not isinstance(node, tree.Relation) or any(relator not in ("=", "approx") for relator in node.relators):
        return None
    left, value = node.sides[0], node.sides[-1]
    if isinstance(left, tree.Blank):
        return value
    if isinstance(left, tree.Vector) and all(isinstance(one, tree.Symbol) for one in left.entries):
        return value
    if isinstance(left, tree.Symbol) and left.name not in symbols_in(value) | symbols_in(other):
        return value
    if (
        isinstance(left, tree.Call)
        and all(isinstance(one, tree.Symbol) for one in left.arguments)
        and _is_unknown(left)
    ):
        return value
    if isinstance(left, (tree.Chance, tree.Derivative, tree.Gradient)):
        return value
    if (
        len(node.sides) == 2
        and isinstance(value, tree.Symbol)
        and value.name not in symbols_in(left) | symbols_in(other)
    ):
        return left
    return None


def _is_unknown(node: tree.Call) -> bool:
    from agnesi.maths.functions import FUNCTIONS

    return node.name not in FUNCTIONS


def _point(node: tree.Node) -> tree.Node | None:
    """`x = 1, y = 2` as (1, 2), the letters in alphabetical order."""
    found: dict[str, tree.Node] = {}
    for one in conjuncts(statement(node)):
        if not (isinstance(one, tree.Relation) and one.relators == ("=",) and isinstance(one.sides[0], tree.Symbol)):
            return None
        if symbols_in(one.sides[1]) or one.sides[0].name in found:
            return None
        found[one.sides[0].name] = one.sides[1]
    return tree.Vector(tuple(found[name] for name in sorted(found))) if len(found) > 1 else None


def _choices(one: tree.Node, values: tree.Node) -> tree.Node:
    """The list `2, 3` as `x = 2 or x = 3` in the letter of the statement beside it."""
    name = _letter(one) or "x"
    return tree.Logic("or", tuple(tree.Relation((tree.Symbol(name), value), ("=",)) for value in _items(values)))


def _letter(node: tree.Node) -> str:
    names = symbols_in(node)
    return next(iter(names)) if len(names) == 1 else ""


def _interval(node: tree.Vector) -> tree.Interval:
    closed = node.brackets == "[]"
    return tree.Interval(node.entries[0], node.entries[1], closed, closed)


def _interval_like(one: tree.Vector, other: tree.Node) -> bool:
    return len(one.entries) == 2 and one.brackets in ("()", "[]") and not isinstance(other, tree.Set)
