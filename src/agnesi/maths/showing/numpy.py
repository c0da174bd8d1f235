"""A tree as NumPy would compute it, to be shown beside the formula: `np.array([1, 2]) @ x`; it is never run here."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from agnesi.maths.functions import FUNCTIONS
from agnesi.maths.showing.order import OPEN, POSTFIX, PRODUCT, RELATION, SUM, level
from agnesi.maths.tree import (
    Call,
    Cases,
    Chance,
    Constant,
    Fold,
    Index,
    Lines,
    Logic,
    Matrix,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Set,
    Sum,
    Symbol,
    Vector,
)

_CONSTANTS = {
    "pi": "np.pi",
    "e": "np.e",
    "i": "1j",
    "infinity": "np.inf",
    "true": "True",
    "false": "False",
    "undefined": "np.nan",
    "empty": "set()",
}
_CHANCES = {"E": "np.mean", "Var": "np.var", "SD": "np.std", "Cov": "np.cov", "Corr": "np.corrcoef"}
_ARRAYS = ("transpose", "inverse", "hadamard", "cross", "outer", "kronecker", "diag", "pseudoinverse", "adjoint")


class UnwritableError(ValueError):
    """NumPy has no one expression for this tree."""


def shown(node: Node) -> str:
    """`node` as a NumPy expression, or the sentence `# no NumPy for ...` where there is none."""
    try:
        return _write(node, -1)
    except UnwritableError as missing:
        return f"# NumPy has no expression for {missing}"


def _write(node: Node, least: int = 0) -> str:
    writer = _WRITERS.get(type(node))
    if writer is None:
        raise UnwritableError(type(node).__name__.lower())
    text = writer(node)
    return f"({text})" if level(node) < least else text


def _list(nodes: tuple[Node, ...]) -> str:
    return ", ".join(map(_write, nodes))


def _name(name: str) -> str:
    plain = "".join(char if char.isalnum() else "_" for char in name.replace("'", "_prime").replace("^-1", "_inverse"))
    parts = [part for part in plain.split("_") if part]
    return "lam" if parts == ["lambda"] else "_".join(parts)


def _number(node: Number) -> str:
    if node.digits.endswith("%"):
        return f"{node.digits[:-1]} / 100"
    return node.digits or (str(node.value) if node.value.denominator == 1 else f"({node.value})")


def _constant(node: Constant) -> str:
    if node.name not in _CONSTANTS:
        raise UnwritableError(node.name)
    return _CONSTANTS[node.name]


def _symbol(node: Symbol) -> str:
    return _name(node.name)


def _index(node: Index) -> str:
    at = [str(int(one.value) - 1) if isinstance(one, Number) else f"{_write(one, SUM)} - 1" for one in node.at]
    return f"{_write(node.of, POSTFIX)}[{', '.join(at)}]"


def _sum(node: Sum) -> str:
    text = _write(node.terms[0], 21)
    for term in node.terms[1:]:
        text += f" - {_write(term.of, OPEN)}" if isinstance(term, Negative) else f" + {_write(term, 21)}"
    return text


def _negative(node: Negative) -> str:
    return f"-{_write(node.of, OPEN)}"


def _is_array(node: Node) -> bool:
    """Whether `node` looks like a matrix or vector: brackets, a transpose, or a capital letter."""
    if isinstance(node, Symbol):
        return node.name[0].isupper()
    if isinstance(node, Power):
        return _is_array(node.base)
    if isinstance(node, (Sum, Product)):
        return any(map(_is_array, node.terms if isinstance(node, Sum) else node.factors))
    return isinstance(node, (Vector, Matrix)) or (isinstance(node, Call) and node.name in _ARRAYS)


def _product(node: Product) -> str:
    text = _write(node.factors[0], PRODUCT)
    for before, factor in zip(node.factors, node.factors[1:], strict=False):
        arrays = (_is_array(before) and (_is_array(factor) or isinstance(factor, Symbol))) or (
            isinstance(before, Symbol) and _is_array(factor)
        )
        text += (" @ " if arrays else " * ") + _write(factor, 31)
    return text


def _quotient(node: Quotient) -> str:
    return f"{_write(node.top, PRODUCT)} / {_write(node.bottom, 31)}"


def _power(node: Power) -> str:
    if node.exponent == Negative(Number(Fraction(1))) and _is_array(node.base):
        return f"np.linalg.inv({_write(node.base)})"
    if isinstance(node.base, Constant) and node.base.name == "e":
        return f"np.exp({_write(node.exponent)})"
    return f"{_write(node.base, POSTFIX)}**{_write(node.exponent, POSTFIX)}"


def _call(node: Call) -> str:
    known = FUNCTIONS.get(node.name)
    entries = node.arguments
    if known is None:
        return f"{_name(node.name)}({_list(entries)})"
    if node.name == "transpose":
        return f"{_write(entries[0], POSTFIX)}.T"
    if node.name == "dot":
        return f"{_write(entries[0], PRODUCT)} @ {_write(entries[1], 31)}"
    if node.name == "log" and len(entries) == 2:
        return f"np.log({_write(entries[0])}) / np.log({_write(entries[1])})"
    if node.name == "norm" and len(entries) == 2:
        order = "'fro'" if not isinstance(entries[1], (Number, Constant)) else _write(entries[1])
        return f"np.linalg.norm({_write(entries[0])}, {order})"
    if node.name in ("max", "min", "diag") and len(entries) == 1:
        return f"np.{node.name}({_write(entries[0])})"
    if not known.numpy:
        raise UnwritableError(known.name)
    text = known.numpy.replace("{all}", _list(entries)).replace("{}", _write(entries[0]))
    for at, one in enumerate(entries):
        text = text.replace(f"{{{at}}}", _write(one))
    return text


def _fold(node: Fold) -> str:
    name = {"sum": "sum", "product": "math.prod", "max": "max", "min": "min"}.get(node.kind)
    if name is None:
        raise UnwritableError(f"{node.kind} over {node.variable.name}")
    letter = _name(node.variable.name)
    if isinstance(node.high, Constant):
        raise UnwritableError("an infinite sum")
    if node.low is not None and node.high is not None:
        top = f"{int(node.high.value) + 1}" if isinstance(node.high, Number) else f"{_write(node.high, SUM)} + 1"
        return f"{name}({_write(node.body)} for {letter} in range({_write(node.low)}, {top}))"
    if node.over is not None and not isinstance(node.over, Relation):
        return f"{name}({_write(node.body)} for {letter} in {_write(node.over)})"
    raise UnwritableError("a sum without bounds")


def _chance(node: Chance) -> str:
    if node.kind not in _CHANCES or node.given:
        raise UnwritableError("a probability")
    return f"{_CHANCES[node.kind]}({_list(node.arguments)})"


def _relation(node: Relation) -> str:
    signs = {"=": "==", "approx": "np.isclose"}
    if len(node.relators) > 1:
        pairs = zip(node.sides, node.relators, node.sides[1:], strict=False)
        return " & ".join(
            f"({_write(a, RELATION + 1)} {signs.get(r, r)} {_write(b, RELATION + 1)})" for a, r, b in pairs
        )
    relator = node.relators[0]
    left, right = (_write(one, RELATION + 1) for one in node.sides)
    if relator == "approx":
        return f"np.isclose({left}, {right})"
    if relator not in ("=", "!=", "<", "<=", ">", ">=", "in"):
        raise UnwritableError(f"the relation {relator}")
    return f"{left} {signs.get(relator, relator)} {right}"


def _logic(node: Logic) -> str:
    if node.kind == "not":
        return f"~({_write(node.of[0])})"
    if node.kind not in ("and", "or"):
        raise UnwritableError(node.kind)
    return (" & " if node.kind == "and" else " | ").join(f"({_write(one)})" for one in node.of)


def _vector(node: Vector) -> str:
    return f"np.array([{_list(node.entries)}])"


def _matrix(node: Matrix) -> str:
    return "np.array([" + ", ".join(f"[{_list(row)}]" for row in node.rows) + "])"


def _set(node: Set) -> str:
    return "{" + _list(node.elements) + "}" if node.elements else "set()"


def _cases(node: Cases) -> str:
    values = ", ".join(_write(value) for value, condition in node.pieces if condition is not None)
    conditions = ", ".join(_write(condition) for _, condition in node.pieces if condition is not None)
    otherwise = next((_write(value) for value, condition in node.pieces if condition is None), "np.nan")
    return f"np.select([{conditions}], [{values}], {otherwise})"


def _lines(node: Lines) -> str:
    return "; ".join(map(_write, node.of))


_WRITERS: dict[type[Node], Callable[[Any], str]] = {
    Number: _number, Constant: _constant, Symbol: _symbol, Index: _index, Sum: _sum, Negative: _negative,
    Product: _product, Quotient: _quotient, Power: _power, Call: _call, Fold: _fold, Chance: _chance,
    Relation: _relation, Logic: _logic, Vector: _vector, Matrix: _matrix, Set: _set, Cases: _cases, Lines: _lines,
}  # fmt: skip
