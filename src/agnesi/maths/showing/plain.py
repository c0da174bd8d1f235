"""A tree as a person would type it on one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agnesi.maths.reading.answers import in_words
from agnesi.maths.showing.order import (
    ATOM,
    FACTOR,
    LOGIC_LEVELS,
    OPEN,
    POSTFIX,
    POWER,
    PRODUCT,
    RELATION,
    SETS,
    STATEMENT,
    SUM,
    TERM,
    level,
)
from agnesi.maths.tree import (
    Blank,
    Call,
    Cases,
    Chance,
    Constant,
    Derivative,
    Fold,
    Gradient,
    Index,
    Integral,
    Interval,
    Limit,
    Lines,
    Logic,
    Matrix,
    Negative,
    Node,
    Number,
    PlusMinus,
    Power,
    Product,
    Quantified,
    Quotient,
    Relation,
    Set,
    SetOf,
    SetOperation,
    Sum,
    Symbol,
    Text,
    Vector,
)

CONSTANTS = {
    "infinity": "oo", "empty": "∅", "reals": "ℝ", "integers": "ℤ", "naturals": "ℕ", "rationals": "ℚ",
    "complexes": "ℂ", "identity": "I",
}  # fmt: skip
_FOLDS = {"product": "prod", "union": "bigcup", "intersection": "bigcap"}


def shown(node: Node) -> str:
    """`node` as plain text."""
    if isinstance(node, Text) and in_words(node.words) == node:
        return node.words
    return _write(node, -1)


def _write(node: Node, least: int = STATEMENT) -> str:
    text = _WRITERS[type(node)](node)
    return f"({text})" if level(node) < least else text


def _list(nodes: tuple[Node, ...]) -> str:
    return ", ".join(map(_write, nodes))


def _number(node: Number) -> str:
    return node.digits or str(node.value)


def _constant(node: Constant) -> str:
    return CONSTANTS.get(node.name, node.name)


def _symbol(node: Symbol) -> str:
    return node.name


def _index(node: Index) -> str:
    at = node.at[0]
    simple = len(node.at) == 1 and (
        (isinstance(at, Symbol) and at.name.isalpha()) or (isinstance(at, Number) and not at.digits)
    )
    return f"{_write(node.of, 46)}_{_write(at)}" if simple else f"{_write(node.of, 46)}_({_list(node.at)})"


def _sum(node: Sum) -> str:
    text = _write(node.terms[0], TERM)
    for term in node.terms[1:]:
        text += f" - {_write(term.of, OPEN)}" if isinstance(term, Negative) else f" + {_write(term, TERM)}"
    return text


def _negative(node: Negative) -> str:
    return f"-{_write(node.of, OPEN)}"


def _plus_minus(node: PlusMinus) -> str:
    sign = "∓" if node.minus_first else "±"
    right = _write(node.right, OPEN)
    return f"{sign}{right}" if node.left is None else f"{_write(node.left, SUM)} {sign} {right}"


def _product(node: Product) -> str:
    last = len(node.factors) - 1
    text = ""
    for at, factor in enumerate(node.factors):
        least = PRODUCT if at == 0 and isinstance(factor, Quotient) else OPEN if at == last and at else FACTOR
        if least == OPEN and level(factor) == PRODUCT:
            least = FACTOR
        piece = _write(factor, least)
        before = node.factors[at - 1]
        close = (
            isinstance(before, Number)
            and _number(before).replace(".", "").isdigit()
            and (piece[0].isalpha() or piece[0] == "(")
        )
        text += piece if at == 0 or (close and piece[0] not in "eE") else f"*{piece}"
    return text


def _quotient(node: Quotient) -> str:
    return f"{_write(node.top, PRODUCT)}/{_write(node.bottom, FACTOR)}"


def _power(node: Power) -> str:
    exponent = node.exponent
    base = _write(node.base, POSTFIX)
    if isinstance(exponent, Vector) and exponent.brackets == "":
        return f"{base}^({' × '.join(_write(one, FACTOR) for one in exponent.entries)})"
    bare = (
        isinstance(exponent, (Number, Symbol, Constant))
        and _write(exponent).isalnum()
        and _write(exponent) not in ("T", "c", "H")
    )
    return f"{base}^{_write(exponent)}" if bare else f"{base}^({_write(exponent)})"


def _call(node: Call) -> str:
    name, entries = node.name, node.arguments
    one = entries[0] if len(entries) == 1 else None
    if one is not None:
        if name == "factorial":
            return f"{_write(one, POSTFIX + 1)}!"
        if name == "transpose" and _may_raise(one):
            return f"{_write(one, POSTFIX)}^T"
        if name in ("abs", "norm") and "|" not in (inner := _write(one)):
            return f"|{inner}|" if name == "abs" else f"||{inner}||"
        if name in ("adjoint", "pseudoinverse", "transpose"):
            return f"{name}({_write(one)})"
    if name == "log" and len(entries) == 2 and isinstance(entries[1], Number) and _number(entries[1]).isdigit():
        return f"log_{_number(entries[1])}({_write(entries[0])})"
    return f"{name}({_list(entries)})"


def _may_raise(node: Node) -> bool:
    return not isinstance(node, (Number, Constant, PlusMinus)) and not (
        isinstance(node, Sum) and any(isinstance(one, Number) for one in node.terms)
    )


def _fold(node: Fold) -> str:
    name = _FOLDS.get(node.kind, node.kind)
    return f"{name}{_below(node)} {_write(node.body, PRODUCT if level(node.body) != OPEN else OPEN)}"


def _below(node: Fold) -> str:
    variable = node.variable.name
    high = "" if node.high is None else f"^{_script(node.high)}"
    if node.low is not None:
        low = _write(node.low, SETS)
        return f"_({variable}={' ' * low.startswith('<')}{low}){high}"
    if isinstance(node.over, Relation):
        return f"_({_write(node.over)}){high}"
    if node.over is not None:
        return f"_({variable} in {_write(node.over, SETS)}){high}"
    return f"_{variable}{high}" if variable.isalpha() else f"_({variable}){high}"


def _script(node: Node) -> str:
    text = _write(node)
    simple = isinstance(node, (Symbol, Constant)) or (isinstance(node, Number) and not node.digits)
    return text if simple and text.isalnum() else f"({text})"


def _integral(node: Integral) -> str:
    bounds = ""
    if node.over is not None:
        bounds = f"_({_write(node.over)})"
    if node.low is not None:
        bounds += f"_{_script(node.low)}"
    if node.high is not None:
        bounds += f"^{_script(node.high)}"
    return f"int{bounds} {_write(node.body, SUM)} d{_write(node.variable)}"


def _limit(node: Limit) -> str:
    side = {"both": "", "right": "^+", "left": "^-"}[node.side]
    return (
        f"lim_({_write(node.variable)} -> {_write(node.to, SUM if not side else ATOM)}{side}) {_write(node.body, OPEN)}"
    )


def _derivative(node: Derivative) -> str:
    sign = "∂" if node.partial else "d"
    simple = isinstance(node.order, Number) and node.order.value == 1 and not node.order.digits
    order = "" if simple else f"^{_script(node.order)}"
    return f"{sign}{order}/{sign}{_write(node.variable, POSTFIX)}{order} [{_write(node.body)}]"


def _gradient(node: Gradient) -> str:
    variable = "" if node.variable is None else f"_{_script(node.variable)}"
    return f"nabla{variable} {_write(node.body, POWER)}"


def _chance(node: Chance) -> str:
    under = "" if node.under is None else f"_({_write(node.under)})"
    opened, closed = ("[", "]") if node.kind == "E" else ("(", ")")
    entries = _list(node.arguments)
    if node.kind == "KL" and len(node.arguments) == 2:
        entries = " || ".join(map(_write, node.arguments))
    given = f" | {_list(node.given)}" if node.given else ""
    return f"{node.kind}{under}{opened}{entries}{given}{closed}"


def _relation(node: Relation) -> str:
    text = _write(node.sides[0], RELATION + 1)
    for relator, side in zip(node.relators, node.sides[1:], strict=True):
        text += f" {relator} {_write(side, RELATION + 1)}"
    return text.strip()


def _logic(node: Logic) -> str:
    here = LOGIC_LEVELS[node.kind]
    if node.kind == "not":
        return f"not {_write(node.of[0], here)}"
    if node.kind == "implies":
        return f"{_write(node.of[0], here + 1)} => {_write(node.of[1], here)}"
    if node.kind == "iff":
        return f"{_write(node.of[0], here)} <=> {_write(node.of[1], here + 1)}"
    return f" {node.kind} ".join(_write(one, here + 1) for one in node.of)


def _quantified(node: Quantified) -> str:
    over = "" if node.over is None else f" in {_write(node.over, SETS)}"
    return f"{node.kind} {node.variable.name}{over}: {_write(node.body)}"


def _vector(node: Vector) -> str:
    opened, closed = ("[", "]") if node.brackets == "[]" else ("(", ")")
    if node.brackets == "<>":
        return f"<{', '.join(_write(one, SETS) for one in node.entries)}>"
    return f"{opened}{_list(node.entries)}{',' if len(node.entries) == 1 and opened == '(' else ''}{closed}"


def _matrix(node: Matrix) -> str:
    return "[" + ", ".join(f"[{_list(row)}]" for row in node.rows) + "]"


def _set(node: Set) -> str:
    return "{" + _list(node.elements) + "}"


def _set_of(node: SetOf) -> str:
    return f"{{{_write(node.body)} | {_write(node.condition)}}}"


def _interval(node: Interval) -> str:
    return f"{'[' if node.low_in else '('}{_write(node.low)}, {_write(node.high)}{']' if node.high_in else ')'}"


def _set_operation(node: SetOperation) -> str:
    if node.kind == "complement":
        return f"{_write(node.of[0], POSTFIX)}^∁"
    sign = {"union": " ∪ ", "intersection": " ∩ ", "difference": " \\ ", "cartesian": " × "}[node.kind]
    return sign.join(_write(one, FACTOR) for one in node.of)


def _cases(node: Cases) -> str:
    pieces = [
        f"{_write(value)} otherwise" if condition is None else f"{_write(value)} if {_write(condition)}"
        for value, condition in node.pieces
    ]
    return "{" + ", ".join(pieces) + "}"


def _lines(node: Lines) -> str:
    return _list(node.of)


def _text(node: Text) -> str:
    return node.words if node.words == "..." else f'"{node.words}"'


def _blank(node: Blank) -> str:
    return ""


_WRITERS: dict[type[Node], Callable[[Any], str]] = {
    Number: _number, Constant: _constant, Symbol: _symbol, Index: _index, Sum: _sum, Negative: _negative,
    PlusMinus: _plus_minus, Product: _product, Quotient: _quotient, Power: _power, Call: _call, Fold: _fold,
    Integral: _integral, Limit: _limit, Derivative: _derivative, Gradient: _gradient, Chance: _chance,
    Relation: _relation, Blank: _blank, Logic: _logic, Quantified: _quantified, Vector: _vector, Matrix: _matrix,
    Set: _set, SetOf: _set_of, Interval: _interval, SetOperation: _set_operation, Cases: _cases, Lines: _lines,
    Text: _text,
}  # fmt: skip
