"""What each known function does to numbers, with its slope: one line a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flint import acb, arb, fmpq, fmpz

from agnesi.maths.evaluating.duals import Dual, primal
from agnesi.maths.evaluating.scalars import (
    Imprecise,
    Scalar,
    TooLarge,
    Undefined,
    Unsupported,
    arithmetic,
    ball,
    divide,
    is_scalar,
    is_zero,
    power,
    real,
    sign,
    simple,
    whole,
    whole_of,
)
from agnesi.maths.tree import Node

_FACTORIAL_LIMIT = 2000
_HALF = fmpq(1, 2)


def unary(name: str, x: Any, node: Node | None = None) -> Any:
    """The function `name` of one scalar, or of a number with a slope.

    `node` is the argument as written, for messages.
    """
    if isinstance(x, Dual):
        value = unary(name, x.value, node)
        slope = _SLOPES.get(name)
        if slope is None:
            raise Unsupported(f"the derivative of {name} is not known here")
        return Dual(x.tag, value, x.slope * slope(x.value, value))
    if not is_scalar(x):
        raise Undefined("a number")
    result = _VALUES[name](x, node)
    if not isinstance(result, fmpq) and not result.is_finite():
        raise TooLarge("a value is too large")
    return result


def is_unary(name: str) -> bool:
    """Whether `name` is a function of one number."""
    return name in _VALUES


def raised(base: Any, exponent: Any, node: Node | None = None, shown: Node | None = None) -> Any:
    """Base ^ exponent, slopes included."""
    if isinstance(exponent, Dual):
        return unary("exp", exponent * unary("ln", base, node))
    if isinstance(base, Dual):
        value = raised(base.value, exponent, node, shown)
        if isinstance(exponent, fmpq) and exponent == 0:
            return Dual(base.tag, value, base.slope * fmpq(0))
        return Dual(base.tag, value, base.slope * (exponent * raised(base.value, exponent - 1, node, shown)))
    return power(base, exponent, node, shown)


def root(x: Any, degree: Any, node: Node | None = None) -> Any:
    """The root of a whole degree, real for odd degrees of negative numbers."""
    if not isinstance(degree, fmpq):
        return raised(x, 1 / degree, node)
    if degree == 0:
        raise Undefined("not 0")
    return raised(x, 1 / degree, node)


def logarithm(x: Any, base: Any = None, node: Node | None = None) -> Any:
    """The logarithm, natural where no base is given; exact where it is whole."""
    if base is None:
        return unary("ln", x, node)
    if isinstance(x, fmpq) and isinstance(base, fmpq) and (exact := _whole_logarithm(x, base)) is not None:
        return fmpq(exact)
    return divide(unary("ln", x, node), unary("ln", base))


def largest(values: Sequence[Any], which: int = 1) -> Any:
    """The greatest of `values` (the least for which = -1), with its slope."""
    best = values[0]
    for one in values[1:]:
        try:
            if sign(primal(one) - primal(best)) == which:
                best = one
        except Imprecise:
            a, b = real(primal(one)), real(primal(best))
            if isinstance(one, Dual) or isinstance(best, Dual):
                raise
            best = ball(a).max(ball(b)) if which == 1 else ball(a).min(ball(b))
    return best


def factorial(x: Any, node: Node | None = None) -> Any:
    """X! for a whole number, Gamma(x + 1) for others; not defined at negative whole numbers."""
    if isinstance(x, fmpq) and x.q == 1:
        n = int(x.p)
        if n < 0:
            raise Undefined(">= 0", node)
        if n <= _FACTORIAL_LIMIT:
            return fmpq(fmpz.fac_ui(fmpz(n)))
    return unary("Gamma", x + 1, node)


def binomial(n: Any, k: Any) -> Any:
    """N choose k; of numbers that are not whole by the gamma function."""
    if isinstance(k, fmpq) and k.q == 1 and isinstance(n, fmpq) and n.q == 1:
        if k < 0 or (n >= 0 and k > n):
            return fmpq(0)
        if 0 <= n <= _FACTORIAL_LIMIT:
            return fmpq(fmpz.bin_uiui(int(n.p), int(k.p)))
    return factorial(n) / (factorial(k) * factorial(n - k))


def modulo(a: Any, b: Any) -> Any:
    """A mod b with the sign of b."""
    return a - b * unary("floor", divide(a, b))


def common(values: Sequence[Any], least: bool = False) -> fmpq:
    """The greatest common divisor of whole numbers, or the least common multiple."""
    result = fmpz(abs(whole(values[0])))
    for one in values[1:]:
        result = result.lcm(fmpz(whole(one))) if least else result.gcd(fmpz(whole(one)))
    return fmpq(abs(result))


def angle(y: Any, x: Any) -> Any:
    """The angle of the point (x, y)."""
    return arb.atan2(ball(real(y)), ball(real(x)))


def _whole_logarithm(x: fmpq, base: fmpq) -> int | None:
    if x <= 0 or base <= 0 or base == 1 or x.height_bits() > 4000:
        return None
    if x == 1:
        return 0
    near = round(float(arb(x).log() / arb(base).log()))
    return near if abs(near) < 2000 and base**near == x else None


def _exp(x: Scalar, _: Node | None) -> Scalar:
    return fmpq(1) if isinstance(x, fmpq) and x == 0 else ball(x).exp()


def _ln(x: Scalar, node: Node | None) -> Scalar:
    if isinstance(x, fmpq) and x == 1:
        return fmpq(0)
    if arithmetic.complex:
        if is_zero(x):
            raise Undefined("not 0", node)
        return simple(acb(ball(x)).log())
    if sign(x) <= 0:
        raise Undefined("> 0", node)
    return ball(real(x)).log()


def _at_zero(value: int, method: str) -> Callable[[Scalar, Node | None], Scalar]:
    """A function that is smooth everywhere and has an exact value at 0."""

    def apply(x: Scalar, _: Node | None) -> Scalar:
        return fmpq(value) if isinstance(x, fmpq) and x == 0 else getattr(ball(x), method)()

    return apply


def _over(top: str | None, bottom: str) -> Callable[[Scalar, Node | None], Scalar]:
    """A quotient of two smooth functions."""

    def apply(x: Scalar, node: Node | None) -> Scalar:
        below = _VALUES[bottom](x, node)
        if is_zero(below):
            raise Undefined(f"no zero of {bottom}", node)
        return (fmpq(1) if top is None else _VALUES[top](x, node)) / below

    return apply


def _within(
    method: str, low: int | None, high: int | None, open_ends: bool = False
) -> Callable[[Scalar, Node | None], Scalar]:
    """A function defined between `low` and `high`."""

    def apply(x: Scalar, node: Node | None) -> Scalar:
        if isinstance(x, fmpq) and x == 0 and low is not None and low < 0:
            return fmpq(0) if method != "acos" else arb.pi() / 2
        if arithmetic.complex:
            return simple(getattr(acb(ball(x)), method)())
        for end, side in ((low, 1), (high, -1)):
            if end is None:
                continue
            s = sign(x - end) * side
            if s < 0 or (s == 0 and open_ends):
                raise Undefined(f"between {low} and {high}" if high is not None else f">= {low}", node)
        result = getattr(ball(real(x)), method)()
        if not result.is_finite():
            raise Imprecise
        return result

    return apply


def _reciprocal_of(method: str) -> Callable[[Scalar, Node | None], Scalar]:
    def apply(x: Scalar, node: Node | None) -> Scalar:
        return _VALUES[method](divide(fmpq(1), x, node), node)

    return apply


def _floor(x: Scalar, _: Node | None) -> Scalar:
    if isinstance(x, fmpq):
        return fmpq(x.floor())
    found = ball(real(x)).floor()
    if found.is_exact():
        return fmpq(whole_of(found))
    return fmpq(whole(x))


def _round(x: Scalar, node: Node | None) -> Scalar:
    return _floor(x + _HALF, node)


def _abs(x: Scalar, _: Node | None) -> Scalar:
    return abs(x)


def _sqrt(x: Scalar, node: Node | None) -> Scalar:
    return power(x, _HALF, node)


def _gamma(x: Scalar, node: Node | None) -> Scalar:
    if isinstance(x, fmpq) and x.q == 1:
        if x <= 0:
            raise Undefined("> 0", node)
        if x <= _FACTORIAL_LIMIT:
            return fmpq(fmpz.fac_ui(x.p - 1))
    if not x_small(x):
        raise TooLarge("a factorial is too large")
    return ball(x).gamma()


def x_small(x: Scalar) -> bool:
    """Whether |x| is below a million."""
    return bool(abs(x) < 10**6)


def _sign(x: Scalar, _: Node | None) -> Scalar:
    return fmpq(sign(x))


def _relu(x: Scalar, _: Node | None) -> Scalar:
    return x if sign(x) > 0 else fmpq(0)


def _sigmoid(x: Scalar, _: Node | None) -> Scalar:
    return _HALF if isinstance(x, fmpq) and x == 0 else 1 / (1 + ball(-x).exp())


def _part(which: str) -> Callable[[Scalar, Node | None], Scalar]:
    def apply(x: Scalar, _: Node | None) -> Scalar:
        if not isinstance(x, acb):
            return x if which in ("real", "conjugate") else fmpq(0)
        if which == "conjugate":
            return x.conjugate()
        return x.real if which == "real" else x.imag

    return apply


def _arg(x: Scalar, _: Node | None) -> Scalar:
    if is_zero(x):
        raise Undefined("not 0")
    return acb(ball(x)).arg()


_VALUES: dict[str, Callable[[Any, Node | None], Any]] = {
    "exp": _exp,
    "ln": _ln,
    "sqrt": _sqrt,
    "abs": _abs,
    "sin": _at_zero(0, "sin"),
    "cos": _at_zero(1, "cos"),
    "tan": _over("sin", "cos"),
    "cot": _over("cos", "sin"),
    "sec": _over(None, "cos"),
    "csc": _over(None, "sin"),
    "sinh": _at_zero(0, "sinh"),
    "cosh": _at_zero(1, "cosh"),
    "tanh": _at_zero(0, "tanh"),
    "coth": _over("cosh", "sinh"),
    "sech": _over(None, "cosh"),
    "csch": _over(None, "sinh"),
    "arcsin": _within("asin", -1, 1),
    "arccos": _within("acos", -1, 1),
    "arctan": _at_zero(0, "atan"),
    "arccot": _reciprocal_of("arctan"),
    "arcsec": _reciprocal_of("arccos"),
    "arccsc": _reciprocal_of("arcsin"),
    "arcsinh": _at_zero(0, "asinh"),
    "arccosh": _within("acosh", 1, None),
    "arctanh": _within("atanh", -1, 1, open_ends=True),
    "floor": _floor,
    "ceil": lambda x, node: -_floor(-x, node),
    "round": _round,
    "sign": _sign,
    "relu": _relu,
    "sigmoid": _sigmoid,
    "softplus": lambda x, _: (1 + ball(x).exp()).log(),
    "logit": lambda x, node: _ln(divide(x, 1 - x, node), node),
    "erf": _at_zero(0, "erf"),
    "Gamma": _gamma,
    "Re": _part("real"),
    "Im": _part("imag"),
    "conj": _part("conjugate"),
    "arg": _arg,
}


def _of(name: str) -> Callable[[Any], Any]:
    return lambda x: unary(name, x)


_sin, _cos, _sinh, _cosh, _root = _of("sin"), _of("cos"), _of("sinh"), _of("cosh"), _of("sqrt")

_SLOPES: dict[str, Callable[[Any, Any], Any]] = {
    "exp": lambda x, y: y,
    "ln": lambda x, y: 1 / x,
    "sqrt": lambda x, y: (y * 2).reciprocal() if isinstance(y, Dual) else divide(fmpq(1), y * 2),
    "abs": lambda x, y: unary("sign", primal(x)) if not is_zero(primal(x)) else _kink(),
    "sin": lambda x, y: _cos(x),
    "cos": lambda x, y: -_sin(x),
    "tan": lambda x, y: 1 + y * y,
    "cot": lambda x, y: -(1 + y * y),
    "sec": lambda x, y: y * unary("tan", x),
    "csc": lambda x, y: -(y * unary("cot", x)),
    "sinh": lambda x, y: _cosh(x),
    "cosh": lambda x, y: _sinh(x),
    "tanh": lambda x, y: 1 - y * y,
    "coth": lambda x, y: 1 - y * y,
    "sech": lambda x, y: -(y * unary("tanh", x)),
    "csch": lambda x, y: -(y * unary("coth", x)),
    "arcsin": lambda x, y: 1 / _root(1 - x * x),
    "arccos": lambda x, y: -1 / _root(1 - x * x),
    "arctan": lambda x, y: 1 / (1 + x * x),
    "arccot": lambda x, y: -1 / (1 + x * x),
    "arcsec": lambda x, y: 1 / (unary("abs", x) * _root(x * x - 1)),
    "arccsc": lambda x, y: -1 / (unary("abs", x) * _root(x * x - 1)),
    "arcsinh": lambda x, y: 1 / _root(x * x + 1),
    "arccosh": lambda x, y: 1 / _root(x * x - 1),
    "arctanh": lambda x, y: 1 / (1 - x * x),
    "floor": lambda x, y: fmpq(0),
    "ceil": lambda x, y: fmpq(0),
    "round": lambda x, y: fmpq(0),
    "sign": lambda x, y: fmpq(0) if not is_zero(primal(x)) else _kink(),
    "relu": lambda x, y: fmpq(1 if sign(primal(x)) > 0 else 0) if not is_zero(primal(x)) else _kink(),
    "sigmoid": lambda x, y: y * (1 - y),
    "softplus": lambda x, y: unary("sigmoid", x),
    "logit": lambda x, y: 1 / (x * (1 - x)),
    "erf": lambda x, y: unary("exp", -(x * x)) * (2 / arb.pi().sqrt()),
    "Gamma": lambda x, y: y * _digamma(x),
    "conj": lambda x, y: fmpq(1),
    "Re": lambda x, y: fmpq(1),
}


def _kink() -> Any:
    raise Undefined("not 0")


def _digamma(x: Any) -> Any:
    if isinstance(x, Dual):
        raise Unsupported("the second derivative of Gamma is not known here")
    return ball(x).digamma()
