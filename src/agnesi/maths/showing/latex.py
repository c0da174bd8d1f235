"""A tree as LaTeX, as KaTeX typesets it and the reader reads it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agnesi.maths.functions import FUNCTIONS, GREEK
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

_CONSTANTS = {
    "pi": r"\pi", "e": "e", "i": "i", "infinity": r"\infty", "empty": r"\emptyset", "reals": r"\mathbb{R}",
    "integers": r"\mathbb{Z}", "naturals": r"\mathbb{N}", "rationals": r"\mathbb{Q}", "complexes": r"\mathbb{C}",
    "identity": "I", "true": r"\mathrm{true}", "false": r"\mathrm{false}", "undefined": r"\mathrm{undefined}",
}  # fmt: skip
_RELATORS = {
    "!=": r"\ne", "<=": r"\le", ">=": r"\ge", "in": r"\in", "notin": r"\notin", "subset": r"\subset",
    "subseteq": r"\subseteq", "approx": r"\approx", "~": r"\sim", "divides": r"\operatorname{divides}",
    "equiv": r"\equiv", "perp": r"\perp", "propto": r"\propto",
}  # fmt: skip
_FOLDS = {
    "sum": r"\sum", "product": r"\prod", "union": r"\bigcup", "intersection": r"\bigcap",
    "argmax": r"\operatorname*{argmax}", "argmin": r"\operatorname*{argmin}",
}  # fmt: skip
_MARKS = {
    "hat": "hat",
    "bar": "bar",
    "tilde": "tilde",
    "vec": "vec",
    "dotted": "dot",
    "ddotted": "ddot",
    "underline": "underline",
}
_BETWEEN = {
    "dot": r" \boldsymbol{\cdot} ",
    "cross": r" \boldsymbol{\times} ",
    "hadamard": r" \odot ",
    "kronecker": r" \otimes ",
}
_AROUND = {
    "abs": (r"\left|", r"\right|"),
    "norm": (r"\left\|", r"\right\|"),
    "floor": (r"\left\lfloor ", r" \right\rfloor"),
    "ceil": (r"\left\lceil ", r" \right\rceil"),
}
_RAISED = {"transpose": r"\top", "adjoint": r"\dagger", "pseudoinverse": "+"}
_CALLABLE = frozenset("fgPEHIVCNUBDdU")


def shown(node: Node) -> str:
    """`node` as LaTeX."""
    return _write(node, -1)


def symbol(name: str) -> str:
    """A name as LaTeX: `theta_1`, `x'`, `hat(y)`, `price`."""
    bare = name.rstrip("'")
    if bare != name:
        return symbol(bare) + "'" * (len(name) - len(bare))
    mark, opened, inside = bare.partition("(")
    if opened and ")" in inside:
        inner, _, rest = inside.rpartition(")")
        over = f"{symbol(inner)}^{{*}}" if mark == "star" else f"\\{_MARKS.get(mark, 'hat')}{{{symbol(inner)}}}"
        return f"{over}_{{{_letters(rest[1:])}}}" if rest.startswith("_") else over
    base, underscore, index = bare.partition("_")
    if underscore and base:
        return f"{symbol(base)}_{{{_letters(index)}}}"
    return r"\mathbf{1}" if bare == "ones" else _letters(bare, upright=True)


def _letters(name: str, upright: bool = False) -> str:
    if name in GREEK or name in ("ell", "hbar"):
        return "\\" + name
    if len(name) == 1 or not upright or not name.isalpha():
        return name.replace("_", r"\_")
    return rf"\mathrm{{d}}{name[1]}" if len(name) == 2 and name[0] == "d" else rf"\mathrm{{{name}}}"


def _write(node: Node, least: int = STATEMENT) -> str:
    text = _WRITERS[type(node)](node)
    return rf"\left({text}\right)" if _level(node) < least else text


def _level(node: Node) -> int:
    """As on one line, but that a fraction's bar groups, and some calls are written between their arguments."""
    if isinstance(node, Quotient) or (isinstance(node, Number) and not node.digits):
        return 42 if isinstance(node, Quotient) or node.value.denominator > 1 else ATOM
    if isinstance(node, Call) and node.name in _BETWEEN and len(node.arguments) == 2:
        return PRODUCT
    if isinstance(node, Product):
        return OPEN if _level(node.factors[-1]) == OPEN else PRODUCT
    return level(node)


def _list(nodes: tuple[Node, ...]) -> str:
    return ", ".join(map(_write, nodes))


def _number(node: Number) -> str:
    if not node.digits:
        value = node.value
        return str(value) if value.denominator == 1 else rf"\frac{{{value.numerator}}}{{{value.denominator}}}"
    mantissa, e, exponent = node.digits.partition("e")
    return (rf"{mantissa}\mathrm{{e}}{{{exponent}}}" if e else mantissa).replace("%", r"\%")


def _constant(node: Constant) -> str:
    return _CONSTANTS[node.name]


def _symbol(node: Symbol) -> str:
    return symbol(node.name)


def _index(node: Index) -> str:
    return f"{_write(node.of, 46)}_{{{_list(node.at)}}}"


def _sum(node: Sum) -> str:
    text = _write(node.terms[0], TERM)
    for term in node.terms[1:]:
        text += f" - {_write(term.of, OPEN)}" if isinstance(term, Negative) else f" + {_write(term, TERM)}"
    return text


def _negative(node: Negative) -> str:
    return f"-{_write(node.of, OPEN)}"


def _plus_minus(node: PlusMinus) -> str:
    sign = r"\mp" if node.minus_first else r"\pm"
    right = _write(node.right, OPEN)
    return f"{sign} {right}" if node.left is None else f"{_write(node.left, SUM)} {sign} {right}"


def _product(node: Product) -> str:
    last = len(node.factors) - 1
    text = ""
    for at, factor in enumerate(node.factors):
        least = OPEN if 0 < at == last and _level(factor) == OPEN else FACTOR
        piece = _write(factor, least)
        if at:
            text += (r" \cdot " if _needs_dot(node.factors[at - 1], factor, piece) else " ") + piece
        else:
            text = piece
    return text


def _needs_dot(before: Node, after: Node, piece: str) -> bool:
    if piece[0].isdigit() or piece[0] in ".+-|[" or isinstance(before, Text) or isinstance(after, Text):
        return not isinstance(after, Text)
    if isinstance(before, Number) and (isinstance(after, Quotient) or not _number(before).isdigit()):
        return True
    if isinstance(before, (Symbol, Index)) and piece.startswith((r"\left", "(")):
        return (
            before.name[0] in _CALLABLE or before.name.endswith("'") or len(before.name) > 1
            if isinstance(before, Symbol)
            else False
        )
    return isinstance(before, Symbol) and before.name == "d"


def _quotient(node: Quotient) -> str:
    return rf"\frac{{{_write(node.top)}}}{{{_write(node.bottom)}}}"


def _power(node: Power) -> str:
    exponent = node.exponent
    base = _write(node.base, POSTFIX)
    if isinstance(exponent, Vector) and exponent.brackets == "":
        sizes = r" \times ".join(_write(one, FACTOR) for one in exponent.entries)
        return f"{base}^{{{sizes}}}"
    raised = _write(exponent)
    return rf"{base}^{{\left({raised}\right)}}" if raised in ("T", "c", "H") else f"{base}^{{{raised}}}"


def _call(node: Call) -> str:
    name, entries = node.name, node.arguments
    if len(entries) == 1 and (special := _of_one(name, entries[0])):
        return special
    if name == "log" and len(entries) == 2 and isinstance(entries[1], (Number, Symbol)):
        return rf"\log_{{{_write(entries[1])}}}\left({_write(entries[0])}\right)"
    if name == "root":
        return rf"\sqrt[{_write(entries[1])}]{{{_write(entries[0])}}}"
    if name == "binomial":
        return rf"\binom{{{_write(entries[0])}}}{{{_write(entries[1])}}}"
    if name == "norm" and len(entries) == 2:
        order = entries[1].words if isinstance(entries[1], Text) else _write(entries[1])
        return rf"\left\|{_write(entries[0])}\right\|_{{{order}}}"
    if name in _BETWEEN and len(entries) == 2:
        return _BETWEEN[name].join(_write(one, FACTOR) for one in entries)
    return rf"{_name(name)}\left({_list(entries)}\right)"


def _of_one(name: str, one: Node) -> str:
    if name == "factorial":
        return f"{_write(one, POSTFIX + 1)}!"
    if name in _RAISED:
        return f"{_write(one, POSTFIX)}^{{{_RAISED[name]}}}"
    if name == "sqrt":
        return rf"\sqrt{{{_write(one)}}}"
    around = _AROUND.get(name)
    return f"{around[0]}{_write(one)}{around[1]}" if around else ""


def _name(name: str) -> str:
    known = FUNCTIONS.get(name)
    if known is not None:
        return known.latex if name not in ("root", "binomial") else rf"\operatorname{{{name}}}"
    base = name.removesuffix("^-1")
    bare = base.rstrip("'")
    shown = rf"\operatorname{{{bare}}}" if len(bare) > 1 and bare.isalpha() and bare not in GREEK else symbol(bare)
    return shown + base[len(bare) :] + ("^{-1}" if base != name else "")


def _fold(node: Fold) -> str:
    name = _FOLDS.get(node.kind, "\\" + node.kind)
    variable = symbol(node.variable.name)
    if node.low is not None:
        below = f"{variable}={_write(node.low, SETS)}"
    elif isinstance(node.over, Relation):
        below = _write(node.over)
    else:
        below = variable if node.over is None else rf"{variable} \in {_write(node.over, SETS)}"
    high = "" if node.high is None else f"^{{{_write(node.high)}}}"
    return f"{name}_{{{below}}}{high} {_write(node.body, OPEN)}"


def _integral(node: Integral) -> str:
    low = "" if (below := node.low if node.low is not None else node.over) is None else f"_{{{_write(below)}}}"
    high = "" if node.high is None else f"^{{{_write(node.high)}}}"
    return rf"\int{low}{high} {_write(node.body, SUM)} \,\mathrm{{d}}{_write(node.variable)}"


def _limit(node: Limit) -> str:
    side = {"both": "", "right": "^{+}", "left": "^{-}"}[node.side]
    to = _write(node.to, ATOM if side else SUM) + side
    return rf"\lim_{{{_write(node.variable)} \to {to}}} {_write(node.body, OPEN)}"


def _derivative(node: Derivative) -> str:
    sign = r"\partial" if node.partial else r"\mathrm{d}"
    gap = " " if node.partial else ""
    simple = isinstance(node.order, Number) and node.order.value == 1 and not node.order.digits
    order = "" if simple else f"^{{{_write(node.order)}}}"
    bottom = f"{sign}{gap}{_write(node.variable, POSTFIX)}{order}"
    if isinstance(node.body, Symbol):
        return rf"\frac{{{sign}{order}{gap}{_write(node.body)}}}{{{bottom}}}"
    return rf"\frac{{{sign}{order}}}{{{bottom}}}\left[{_write(node.body)}\right]"


def _gradient(node: Gradient) -> str:
    variable = "" if node.variable is None else f"_{{{_write(node.variable)}}}"
    return rf"\nabla{variable} {_write(node.body, POWER)}"


def _chance(node: Chance) -> str:
    name = r"\mathbb{E}" if node.kind == "E" else rf"\operatorname{{{node.kind}}}"
    under = "" if node.under is None else f"_{{{_write(node.under)}}}"
    opened, closed = (r"\left[", r"\right]") if node.kind == "E" else (r"\left(", r"\right)")
    entries = (
        r" \,\|\, ".join(map(_write, node.arguments))
        if node.kind == "KL" and len(node.arguments) == 2
        else _list(node.arguments)
    )
    given = rf" \mid {_list(node.given)}" if node.given else ""
    return f"{name}{under}{opened}{entries}{given}{closed}"


def _relation(node: Relation) -> str:
    text = _write(node.sides[0], RELATION + 1)
    for relator, side in zip(node.relators, node.sides[1:], strict=True):
        text += f" {_RELATORS.get(relator, relator)} {_write(side, RELATION + 1)}"
    return text.strip()


def _logic(node: Logic) -> str:
    here = LOGIC_LEVELS[node.kind]
    if node.kind == "not":
        return rf"\lnot {_write(node.of[0], here)}"
    if node.kind == "implies":
        return rf"{_write(node.of[0], here + 1)} \implies {_write(node.of[1], here)}"
    if node.kind == "iff":
        return rf"{_write(node.of[0], here)} \iff {_write(node.of[1], here + 1)}"
    return rf" \text{{ {node.kind} }} ".join(_write(one, here + 1) for one in node.of)


def _quantified(node: Quantified) -> str:
    over = "" if node.over is None else rf" \in {_write(node.over, SETS)}"
    return rf"\{node.kind} {symbol(node.variable.name)}{over} : {_write(node.body)}"


def _vector(node: Vector) -> str:
    if node.brackets == "<>":
        return rf"\left\langle {_list(node.entries)} \right\rangle"
    opened, closed = ("[", "]") if node.brackets == "[]" else ("(", ")")
    return rf"\left{opened}{_list(node.entries)}{',' if len(node.entries) == 1 and opened == '(' else ''}\right{closed}"


def _matrix(node: Matrix) -> str:
    return r"\begin{bmatrix}" + r" \\ ".join(" & ".join(map(_write, row)) for row in node.rows) + r"\end{bmatrix}"


def _set(node: Set) -> str:
    return rf"\left\{{{_list(node.elements)}\right\}}"


def _set_of(node: SetOf) -> str:
    return rf"\left\{{{_write(node.body)} \mid {_write(node.condition)}\right\}}"


def _interval(node: Interval) -> str:
    opened, closed = "[" if node.low_in else "(", "]" if node.high_in else ")"
    return rf"\left{opened}{_write(node.low)}, {_write(node.high)}\right{closed}"


def _set_operation(node: SetOperation) -> str:
    if node.kind == "complement":
        return rf"{_write(node.of[0], POSTFIX)}^{{\complement}}"
    sign = {"union": r" \cup ", "intersection": r" \cap ", "difference": r" \setminus ", "cartesian": r" \times "}[
        node.kind
    ]
    return sign.join(_write(one, FACTOR) for one in node.of)


def _cases(node: Cases) -> str:
    pieces = [
        rf"{_write(value)} & \text{{otherwise}}"
        if condition is None
        else rf"{_write(value)} & \text{{if }} {_write(condition)}"
        for value, condition in node.pieces
    ]
    return r"\begin{cases}" + r" \\ ".join(pieces) + r"\end{cases}"


def _lines(node: Lines) -> str:
    return r",\quad ".join(map(_write, node.of))


def _text(node: Text) -> str:
    return r"\dots" if node.words == "..." else rf"\text{{{node.words}}}"


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
