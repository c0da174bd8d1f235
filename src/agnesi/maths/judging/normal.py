"""Statements and sets in one shape before they are judged.

Lines joined by and, ± written out, `x = 2 or 3`, words for sets.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agnesi.maths import tree
from agnesi.maths.judging.canonical import rename

_FALSE = ("none", "no solution", "no solutions", "nothing", "false")
_TRUE = ("all", "all reals", "infinitely many", "true", "yes")

FORMULAS = (
    tree.Number, tree.Symbol, tree.Index, tree.Sum, tree.Negative, tree.Product, tree.Quotient,
    tree.Power, tree.Call, tree.Fold, tree.Integral, tree.Limit, tree.Derivative, tree.PlusMinus,
)  # fmt: skip


def statement(node: tree.Node) -> tree.Node:
    """`node` as a statement: lists joined, words for all and none as true and false, every ± as two statements."""
    if isinstance(node, (tree.Lines, tree.Set)) or (isinstance(node, tree.Vector) and node.brackets == ""):
        return _listed(items(node))
    if isinstance(node, tree.Text):
        words = node.words.strip().lower()
        if words in _FALSE:
            return tree.Constant("false")
        return tree.Constant("true") if words in _TRUE else node
    if isinstance(node, tree.Constant) and node.name in ("empty", "reals"):
        return tree.Constant("false" if node.name == "empty" else "true")
    if isinstance(node, tree.Logic):
        return tree.Logic(node.kind, tuple(statement(one) for one in _with_left_sides(node)), span=node.span)
    if isinstance(node, tree.Relation):
        node = _by_entries(node)
        return _without_plus_minus(_with_choices(node)) if isinstance(node, tree.Relation) else node
    return node


def items(node: tree.Node) -> tuple[tree.Node, ...]:
    """The parts of a list, however it is bracketed; anything else is one part."""
    if isinstance(node, (tree.Lines, tree.Logic)):
        return node.of
    if isinstance(node, tree.Set):
        return node.elements
    return node.entries if isinstance(node, tree.Vector) else (node,)


def solutions_listed(parts: tuple[tree.Node, ...]) -> bool:
    """Whether a list says `x = 1, x = 2` or `x = 1, 2`: values of one letter, which cannot all hold at once."""
    first, *others = parts
    if not (_gives_value(first) and others):
        return False
    return all(isinstance(one, FORMULAS) or (_gives_value(one) and one.sides[0] == first.sides[0]) for one in others)  # type: ignore[attr-defined]


def _gives_value(node: tree.Node) -> bool:
    return (
        isinstance(node, tree.Relation)
        and node.relators == ("=",)
        and isinstance(node.sides[0], tree.Symbol)
        and not any(isinstance(one, tree.Symbol) for one in tree.walk(node.sides[1]))
    )


def _listed(parts: tuple[tree.Node, ...]) -> tree.Node:
    """The statements of a list: joined by or where it lists the values of one letter, otherwise by and."""
    if solutions_listed(parts):
        left = parts[0].sides[0]  # type: ignore[attr-defined]
        both = [one if isinstance(one, tree.Relation) else tree.Relation((left, one), ("=",)) for one in parts]
        return joined("or", [statement(one) for one in both])
    return joined("and", [statement(one) for one in parts])


def _by_entries(node: tree.Relation) -> tree.Node:
    """`(x, y) = (1, 2)` as x = 1 and y = 2."""
    left, right = node.sides[0], node.sides[-1]
    if node.relators != ("=",) or not (isinstance(left, tree.Vector) and isinstance(right, tree.Vector)):
        return node
    if len(left.entries) != len(right.entries) or not all(isinstance(one, tree.Symbol) for one in left.entries):
        return node
    return joined("and", [tree.Relation(pair, ("=",)) for pair in zip(left.entries, right.entries, strict=True)])


def joined(kind: Any, parts: list[tree.Node]) -> tree.Node:
    """Parts joined by and, or or; one part stands alone."""
    return parts[0] if len(parts) == 1 else tree.Logic(kind, tuple(parts))


def both_signs(node: tree.Node) -> list[tree.Node]:
    """What ± stands for: the tree with all upper signs and the one with all lower ones.

    Just the tree where there is none.
    """
    if not any(isinstance(one, tree.PlusMinus) for one in tree.walk(node)):
        return [node]
    return [_signed(node, 1), _signed(node, -1)]


def conjuncts(node: tree.Node) -> list[tree.Node]:
    """The statements joined by and."""
    if isinstance(node, tree.Logic) and node.kind == "and":
        return [one for part in node.of for one in conjuncts(part)]
    return [node]


def pairs(node: tree.Relation) -> tree.Node:
    """A chain a < b < c as a < b and b < c."""
    if len(node.sides) == 2:
        return node
    links = zip(node.sides, node.relators, node.sides[1:], strict=False)
    return joined("and", [tree.Relation((a, b), (relator,)) for a, relator, b in links])


def set_as_statement(node: tree.Node, name: str) -> tree.Node:
    """{ x | condition } as the condition on `name`, inside unions and intersections too; other sets as they are."""
    if isinstance(node, tree.SetOperation):
        return tree.SetOperation(node.kind, tuple(set_as_statement(one, name) for one in node.of))
    if not isinstance(node, tree.SetOf):
        return node
    body, condition = node.body, statement(node.condition)
    if isinstance(body, tree.Relation) and body.relators == ("in",) and isinstance(body.sides[0], tree.Symbol):
        condition = tree.Logic("and", (body, condition))
        body = body.sides[0]
    if not isinstance(body, tree.Symbol):
        return node
    renamed: tree.Node = rename(condition, {body.name: name})
    return renamed


def _with_left_sides(node: tree.Logic) -> list[tree.Node]:
    """`x = 2 or 3` says x = 3 in its second part; `x < 1 or > 3` likewise."""
    parts: list[tree.Node] = []
    left: tree.Relation | None = None
    for one in node.of:
        if isinstance(one, tree.Relation) and len(one.sides) == 2:
            if isinstance(one.sides[0], tree.Blank) and left is not None:
                one = replace(one, sides=(left.sides[0], one.sides[1]))
            left = one
        elif left is not None and isinstance(one, FORMULAS) and node.kind == "or" and left.relators == ("=",):
            one = replace(left, sides=(left.sides[0], one))
        parts.append(one)
    return parts


def _with_choices(node: tree.Relation) -> tree.Node:
    """`x = 2 or 3` where the reader kept the choice on the right, `x = {2, 3}` and `x = 2, 3`."""
    if node.relators == ("=",) and isinstance(node.sides[0], tree.Symbol):
        right = node.sides[1]
        if isinstance(right, tree.Logic) and right.kind == "or" and all(isinstance(one, FORMULAS) for one in right.of):
            return joined("or", [replace(node, sides=(node.sides[0], one)) for one in right.of])
        if isinstance(right, tree.Set) and right.elements:
            return joined("or", [replace(node, sides=(node.sides[0], one)) for one in right.elements])
    return node


def _without_plus_minus(node: tree.Node) -> tree.Node:
    options = both_signs(node)
    return options[0] if len(options) == 1 else tree.Logic("or", tuple(options))


def _signed(node: Any, sign: int) -> Any:
    if isinstance(node, tuple):
        return tuple(_signed(one, sign) for one in node)
    if not isinstance(node, tree.Node):
        return node
    if isinstance(node, tree.PlusMinus):
        right = _signed(node.right, sign)
        right = right if sign * (-1 if node.minus_first else 1) > 0 else tree.Negative(right)
        return right if node.left is None else tree.Sum((_signed(node.left, sign), right))
    values = {name: _signed(getattr(node, name), sign) for name in node.__dataclass_fields__ if name != "span"}
    return type(node)(**values, span=node.span)
