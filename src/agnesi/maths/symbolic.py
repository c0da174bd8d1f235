"""Trees as SymPy objects, built node by node, and the few questions that are put to SymPy. Runs in the worker only.

The work is limited by counting calls, so that the same question gets the same answer on a slow machine and on a
fast one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import sympy
from sympy.core.cache import clear_cache

from agnesi.maths import tree
from agnesi.maths.transport import unpacked

_MOST_CALLS = 300_000
_WARMING_CALLS = 10_000_000
_MOST_NODES = 300


class _TooMuchWorkError(Exception):
    pass


def warmed() -> None:
    """Imports and tables that SymPy makes at its first question, made now."""
    from agnesi.maths.transport import packed

    x = tree.Symbol("x")
    square = tree.Power(tree.Call("sin", (x,)), tree.Number(Fraction(2)))
    whole = tree.Fold(
        "sum",
        tree.Quotient(tree.Number(Fraction(1)), tree.Power(x, tree.Number(Fraction(2)))),
        x,
        tree.Number(Fraction(1)),
        tree.Constant("infinity"),
    )
    area = tree.Integral(tree.Call("ln", (x,)), x, tree.Number(Fraction(0)), tree.Number(Fraction(1)))
    for answer in (square, whole, area):
        decided(
            packed({"answer": answer, "key": x, "letters": {"x": ["real", ""]}, "test": "equivalent"}), _WARMING_CALLS
        )


class NotBuiltError(Exception):
    """The tree holds something that is not handed to SymPy."""


def decided(question: bytes, most_calls: int = _MOST_CALLS) -> str:
    """`equal`, `different` or `undecided` for a packed question, after at most so many Python calls."""
    asked = unpacked(question)
    letters = asked["letters"]
    if sum(1 for side in ("answer", "key") for _ in tree.walk(asked[side])) > _MOST_NODES:
        return "undecided"
    clear_cache()  # what was asked before must not change how much work this takes
    with _Counted(most_calls):
        answer, key = build(asked["answer"], letters), build(asked["key"], letters)
        difference = answer - key
        if asked["test"] in ("antiderivative", "up-to-constant"):
            symbol = _letter("x", letters)
            difference = sympy.diff(difference, symbol)
        return _zero(_evaluated(difference))


def build(node: tree.Node, letters: Mapping[str, Any]) -> Any:
    """The SymPy object of `node`. Raises NotBuiltError for what is neither number nor formula."""
    maker = _MAKERS.get(type(node))
    if maker is None:
        raise NotBuiltError(type(node).__name__)
    return maker(node, letters)


class _Counted:
    """Counts Python calls inside the block and raises when there are too many."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __enter__(self) -> None:
        left = self.most

        def count(frame: Any, event: str, argument: Any) -> None:
            nonlocal left
            if event != "call":
                return
            left -= 1
            if left < 0:
                sys.setprofile(None)
                raise _TooMuchWorkError

        sys.setprofile(count)

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)


def _evaluated(expression: Any) -> Any:
    return expression.doit() if hasattr(expression, "doit") else expression


def _zero(expression: Any) -> str:
    """Whether an expression is zero: as it stands, expanded, simplified; a number by its value."""
    if expression.has(sympy.Integral, sympy.Limit, sympy.Sum, sympy.nan):
        return "undecided"
    for change in (lambda e: e, sympy.expand, sympy.trigsimp, sympy.simplify):
        expression = change(expression)
        if expression == 0:
            return "equal"
        if not expression.free_symbols and expression.is_number and expression.is_zero is False:
            return "different"
    return "undecided"


def _letter(name: str, letters: Mapping[str, Any]) -> Any:
    sort, sign = letters.get(name, ("real", ""))
    facts: dict[str, bool] = {
        "complex": {},
        "integer": {"integer": True},
        "natural": {"integer": True, "positive": True},
    }.get(sort, {"real": True})
    facts = {
        **facts,
        **{"positive": {"positive": True}, "nonnegative": {"nonnegative": True}, "negative": {"negative": True}}.get(
            sign, {}
        ),
    }
    if sort in ("vector", "matrix", "event", "random", "set"):
        raise NotBuiltError(sort)
    return sympy.Symbol(f"v_{name.encode().hex()}", **facts)


_UNARY: dict[str, Any] = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "cot": sympy.cot, "sec": sympy.sec, "csc": sympy.csc,
    "arcsin": sympy.asin, "arccos": sympy.acos, "arctan": sympy.atan, "arccot": sympy.acot,
    "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh, "coth": sympy.coth,
    "sech": sympy.sech, "csch": sympy.csch,
    "arcsinh": sympy.asinh, "arccosh": sympy.acosh, "arctanh": sympy.atanh,
    "exp": sympy.exp, "ln": sympy.log, "sqrt": sympy.sqrt, "abs": sympy.Abs, "sign": sympy.sign, "floor": sympy.floor,
    "ceil": sympy.ceiling, "factorial": sympy.factorial, "Gamma": sympy.gamma, "erf": sympy.erf,
    "conj": sympy.conjugate,
    "Re": sympy.re, "Im": sympy.im, "arg": sympy.arg,
}  # fmt: skip

_CONSTANTS: dict[str, Any] = {"pi": sympy.pi, "e": sympy.E, "i": sympy.I, "infinity": sympy.oo}


def _call(node: tree.Call, letters: Mapping[str, Any]) -> Any:
    arguments = [build(one, letters) for one in node.arguments]
    if node.name == "log":
        return sympy.log(*arguments)
    if node.name == "root":
        return sympy.real_root(*arguments)
    if node.name == "binomial":
        return sympy.binomial(*arguments)
    if node.name in _UNARY and len(arguments) == 1:
        return _UNARY[node.name](arguments[0])
    raise NotBuiltError(node.name)


def _constant(node: tree.Constant, letters: Mapping[str, Any]) -> Any:
    if node.name not in _CONSTANTS:
        raise NotBuiltError(node.name)
    return _CONSTANTS[node.name]


def _fold(node: tree.Fold, letters: Mapping[str, Any]) -> Any:
    if node.kind not in ("sum", "product") or node.low is None or node.high is None:
        raise NotBuiltError(node.kind)
    inner = {**letters, node.variable.name: ("integer", "")}
    bounds = (_letter(node.variable.name, inner), build(node.low, letters), build(node.high, letters))
    return (sympy.Sum if node.kind == "sum" else sympy.Product)(build(node.body, inner), bounds)


def _integral(node: tree.Integral, letters: Mapping[str, Any]) -> Any:
    symbol = _letter(node.variable.name, letters)
    if node.low is None or node.high is None:
        raise NotBuiltError("an integral without bounds")
    return sympy.Integral(build(node.body, letters), (symbol, build(node.low, letters), build(node.high, letters)))


def _limit(node: tree.Limit, letters: Mapping[str, Any]) -> Any:
    side = {"both": "+-", "left": "-", "right": "+"}[node.side]
    to = build(node.to, letters)
    return sympy.limit(
        build(node.body, letters), _letter(node.variable.name, letters), to, side if to.is_finite else "+"
    )


def _derivative(node: tree.Derivative, letters: Mapping[str, Any]) -> Any:
    if not isinstance(node.variable, tree.Symbol) or not isinstance(node.order, tree.Number):
        raise NotBuiltError("a derivative")
    return sympy.diff(build(node.body, letters), _letter(node.variable.name, letters), int(node.order.value))


_MAKERS: dict[type, Callable[[Any, Mapping[str, Any]], Any]] = {
    tree.Number: lambda node, letters: sympy.Rational(node.value.numerator, node.value.denominator),
    tree.Constant: _constant,
    tree.Symbol: lambda node, letters: _letter(node.name, letters),
    tree.Sum: lambda node, letters: sympy.Add(*(build(one, letters) for one in node.terms)),
    tree.Negative: lambda node, letters: -build(node.of, letters),
    tree.Product: lambda node, letters: sympy.Mul(*(build(one, letters) for one in node.factors)),
    tree.Quotient: lambda node, letters: build(node.top, letters) / build(node.bottom, letters),
    tree.Power: lambda node, letters: sympy.Pow(build(node.base, letters), build(node.exponent, letters)),
    tree.Call: _call,
    tree.Fold: _fold,
    tree.Integral: _integral,
    tree.Limit: _limit,
    tree.Derivative: _derivative,
}
