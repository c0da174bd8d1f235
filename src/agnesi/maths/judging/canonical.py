"""The first judge: two trees that say the same in another order, with signs and brackets elsewhere.

Get the same canonical form.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from agnesi.maths import tree
from agnesi.maths.declare import Symbols

Form = tuple[Any, ...]

_MIRRORED = {">": "<", ">=": "<="}
_SYMMETRIC = ("=", "!=", "approx", "perp", "equiv")


def canonical(node: tree.Node, symbols: Symbols | None = None) -> Form:
    """A nested tuple that is the same for trees that differ only in the order of commuting parts.

    In signs and in brackets.

    Products keep the order of everything that may be a matrix.
    """
    known = symbols or {}
    return _form(node, known if _may_be_matrix(node, known) else None)


def _form(node: tree.Node, symbols: Symbols | None) -> Form:
    handler = _HANDLERS.get(type(node))
    if handler is not None:
        return handler(node, symbols)
    parts = (value for name, value in _values(node))
    return (type(node).__name__, *(_of(value, symbols) for value in parts))


def _values(node: tree.Node) -> list[tuple[str, Any]]:
    return [(name, getattr(node, name)) for name in node.__dataclass_fields__ if name != "span"]


def _of(value: Any, symbols: Symbols | None) -> Any:
    if isinstance(value, tree.Node):
        return _form(value, symbols)
    if isinstance(value, tuple):
        return tuple(_of(one, symbols) for one in value)
    return value


def _number(node: tree.Number, symbols: Symbols | None) -> Form:
    return ("n", node.value)


def _sorted(forms: list[Form]) -> tuple[Form, ...]:
    return tuple(sorted(forms, key=repr))


def _terms(node: tree.Node, symbols: Symbols | None, sign: int, into: list[tuple[Fraction, Form]]) -> None:
    if isinstance(node, tree.Sum):
        for one in node.terms:
            _terms(one, symbols, sign, into)
    elif isinstance(node, tree.Negative):
        _terms(node.of, symbols, -sign, into)
    else:
        weight, form = _weighted(node, symbols)
        into.append((weight * sign, form))


def _sum(node: tree.Node, symbols: Symbols | None) -> Form:
    found: list[tuple[Fraction, Form]] = []
    _terms(node, symbols, 1, found)
    merged: dict[Form, Fraction] = {}
    for weight, form in found:
        merged[form] = merged.get(form, Fraction(0)) + weight
    if len(merged) == 1:
        form, weight = next(iter(merged.items()))
        return _weigh(weight, form)
    return ("+", *_sorted([_weigh(weight, form) for form, weight in merged.items()]))


def _weigh(weight: Fraction, form: Form) -> Form:
    if form == ("n", Fraction(1)):
        return ("n", weight)
    return form if weight == 1 else ("w", weight, form)


def _weighted(node: tree.Node, symbols: Symbols | None) -> tuple[Fraction, Form]:
    """The rational factor of a term and the rest."""
    weight, others, matrices = _factors(node, symbols)
    parts = (*_sorted(others), *matrices)
    if not parts:
        return weight, ("n", Fraction(1))
    return weight, parts[0] if len(parts) == 1 else ("*", *parts)


def _factors(node: tree.Node, symbols: Symbols | None) -> tuple[Fraction, list[Form], list[Form]]:
    if isinstance(node, tree.Number):
        return node.value, [], []
    if isinstance(node, tree.Negative):
        weight, others, matrices = _factors(node.of, symbols)
        return -weight, others, matrices
    if isinstance(node, tree.Product):
        weight, others, matrices = Fraction(1), list[Form](), list[Form]()
        for one in node.factors:
            w, o, m = _factors(one, symbols)
            weight, others, matrices = weight * w, others + o, matrices + m
        return weight, others, matrices
    if isinstance(node, tree.Quotient) and isinstance(node.bottom, tree.Number) and node.bottom.value != 0:
        weight, others, matrices = _factors(node.top, symbols)
        return weight / node.bottom.value, others, matrices
    if isinstance(node, tree.Quotient):
        weight, others, matrices = _factors(node.top, symbols)
        low, below = _weighted(node.bottom, symbols)
        if low == 0:
            return weight, [*others, ("/", ("n", Fraction(0)))], matrices
        return weight / low, [*others, ("/", below)], matrices
    form = _sum(node, symbols) if isinstance(node, tree.Sum) else _form(node, symbols)
    if form[0] == "n":
        return form[1], [], []
    if form[0] == "w":
        return form[1], *(([], [form[2]]) if _may_be_matrix(node, symbols) else ([form[2]], []))
    return Fraction(1), *(([], [form]) if _may_be_matrix(node, symbols) else ([form], []))


def _may_be_matrix(node: tree.Node, symbols: Symbols | None) -> bool:
    """Whether something in `node` may not commute; `symbols` is None where nothing in the whole tree does."""
    if symbols is None:
        return False
    return any(
        isinstance(one, (tree.Matrix, tree.Vector, tree.Gradient))
        or (isinstance(one, tree.Symbol) and one.name in symbols and symbols[one.name].sort in ("vector", "matrix"))
        or (isinstance(one, tree.Constant) and one.name == "identity")
        for one in tree.walk(node)
    )


def _product(node: tree.Node, symbols: Symbols | None) -> Form:
    weight, form = _weighted(node, symbols)
    return _weigh(weight, form)


def _relation(node: tree.Relation, symbols: Symbols | None) -> Form:
    sides = [_form(one, symbols) for one in node.sides]
    if len(sides) == 2:
        relator = node.relators[0]
        if relator in _SYMMETRIC:
            return (relator, *_sorted(sides))
        if relator in _MIRRORED:
            return (_MIRRORED[relator], sides[1], sides[0])
        return (relator, *sides)
    if all(relator in (">", ">=") for relator in node.relators):
        return ("chain", tuple(_MIRRORED[one] for one in reversed(node.relators)), tuple(reversed(sides)))
    return ("chain", node.relators, tuple(sides))


def _logic(node: tree.Logic, symbols: Symbols | None) -> Form:
    parts = [_form(one, symbols) for one in node.of]
    return (node.kind, *(_sorted(parts) if node.kind in ("and", "or", "iff") else parts))


def _set(node: tree.Set, symbols: Symbols | None) -> Form:
    return ("{}", *_sorted(list({_form(one, symbols) for one in node.elements})))


def _set_operation(node: tree.SetOperation, symbols: Symbols | None) -> Form:
    parts = [_form(one, symbols) for one in node.of]
    return (node.kind, *(_sorted(parts) if node.kind in ("union", "intersection") else parts))


def _vector(node: tree.Vector, symbols: Symbols | None) -> Form:
    brackets = node.brackets if len(node.entries) == 2 else "()"
    return ("()", brackets, *(_form(one, symbols) for one in node.entries))


def _fold(node: tree.Fold | tree.Integral | tree.Limit | tree.Quantified, symbols: Symbols | None) -> Form:
    """The bound letter does not matter: it is called the same everywhere."""
    renamed = rename(node, {node.variable.name: f"\x00{_depth(node)}"})
    return (type(node).__name__, *(_of(value, symbols) for _, value in _values(renamed)))


def _set_of(node: tree.SetOf, symbols: Symbols | None) -> Form:
    """The letters of the elements are bound: they are called by the order in which they come."""
    names = list(dict.fromkeys(one.name for one in tree.walk(node.body) if isinstance(one, tree.Symbol)))
    renamed = rename(node, {name: f"\x00e{i}" for i, name in enumerate(names)})
    return ("SetOf", _form(renamed.body, symbols), _form(renamed.condition, symbols))


def _depth(node: tree.Node) -> int:
    return sum(isinstance(one, (tree.Fold, tree.Integral, tree.Limit, tree.Quantified)) for one in tree.walk(node))


def rename(node: Any, names: dict[str, str]) -> Any:
    """The tree with symbols called otherwise."""
    return substitute(node, lambda name: tree.Symbol(names[name]) if name in names else None)


def substitute(node: Any, change: Callable[[str], tree.Node | None]) -> Any:
    """The tree with every symbol replaced for which `change` has something."""
    if isinstance(node, tree.Symbol):
        return change(node.name) or node
    if isinstance(node, tree.Node):
        values = {name: substitute(value, change) for name, value in _values(node)}
        if all(value is getattr(node, name) for name, value in values.items()):
            return node
        return type(node)(**values, span=node.span)
    if isinstance(node, tuple):
        changed = tuple(substitute(one, change) for one in node)
        return node if all(a is b for a, b in zip(changed, node, strict=True)) else changed
    return node


_HANDLERS: dict[type, Callable[[Any, Symbols | None], Form]] = {
    tree.Number: _number,
    tree.Sum: _sum,
    tree.Negative: _product,
    tree.Product: _product,
    tree.Quotient: _product,
    tree.Relation: _relation,
    tree.Logic: _logic,
    tree.Set: _set,
    tree.SetOperation: _set_operation,
    tree.Vector: _vector,
    tree.Fold: _fold,
    tree.Integral: _fold,
    tree.Limit: _fold,
    tree.Quantified: _fold,
    tree.SetOf: _set_of,
}
