"""Numbers as the judge computes with them.

Exact rationals as long as possible, then balls that hold the true value for certain.

A scalar is an `fmpq` (exact), an `arb` (a real ball) or an `acb` (a complex one). No double ever takes part. What
cannot be computed is said by one of four exceptions, all of them caught by the judges: nobody above `judging` meets
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any, TypeAlias

from flint import acb, arb, ctx, fmpq, fmpz

from agnesi.maths.tree import Node

Scalar: TypeAlias = Any
"""An `fmpq`, an `arb` or an `acb`; they mix freely, which FLINT's stubs cannot say."""

TOP = 3000
"""The highest precision in bits; a ball that still holds zero there, and is tiny, counts as zero."""

_EXACT_BITS = 60_000
_WHOLE_LIMIT = arb(2) ** _EXACT_BITS


class Undefined(Exception):  # noqa: N818 - a signal between judges, not an error
    """The value does not exist at this point, because `node` would have to be `need` ("not 0", "> 0", ">= 0", ...)."""

    def __init__(self, need: str = "", node: Node | None = None) -> None:
        super().__init__(need)
        self.need = need
        self.node = node


class Imprecise(Exception):  # noqa: N818 - a signal
    """The balls are too wide to say which way it goes: try again with more bits."""


class Unsupported(Exception):  # noqa: N818 - a signal
    """A judge has no meaning for something; the text says what."""


class TooLarge(Unsupported):
    """A limit was met; the text names it."""


class _Arithmetic:
    """How scalars behave just now. `complex`: roots and logarithms of negatives exist.

    `settle`: a tiny ball around zero is zero.
    """

    complex = False
    settle = False
    work = 0


arithmetic = _Arithmetic()
_LOCK = RLock()


@contextmanager
def arithmetic_of(bits: int, *, complex: bool | None = None, settle: bool | None = None) -> Iterator[None]:
    """Compute with `bits` bits inside the block; FLINT has one precision for all, so one thread computes at a time."""
    with _LOCK:
        before = ctx.prec, arithmetic.complex, arithmetic.settle
        ctx.prec = bits
        arithmetic.complex = before[1] if complex is None else complex
        arithmetic.settle = bits >= TOP if settle is None else settle
        try:
            yield
        finally:
            ctx.prec, arithmetic.complex, arithmetic.settle = before


def count_work(amount: int = 1) -> None:
    """Count towards the limit of one comparison, the same on every machine."""
    arithmetic.work -= amount
    if arithmetic.work < 0:
        raise TooLarge("it takes too many steps")


def is_scalar(value: Any) -> bool:
    """Whether `value` is a number rather than a vector, a matrix, a truth value ..."""
    return isinstance(value, (fmpq, arb, acb))


def is_zero(x: Scalar) -> bool:
    """Whether `x` is zero. Raises Imprecise when the ball leaves it open."""
    if isinstance(x, fmpq):
        return bool(x == 0)
    if not x.contains(0):
        if not x.is_finite():
            raise Imprecise
        return False
    if x.is_zero():
        return True
    if arithmetic.settle and tiny(x):
        return True
    raise Imprecise


def tiny(x: Scalar) -> bool:
    """Whether the ball around `x` is far smaller than anything that a person writes."""
    if isinstance(x, fmpq):
        return True
    if isinstance(x, acb):
        return tiny(x.real) and tiny(x.imag)
    return bool(x.rad() < arb(2) ** (-(ctx.prec // 3)))


def sign(x: Scalar) -> int:
    """-1, 0 or 1. Raises Undefined for a number that is not real, Imprecise when the ball holds zero."""
    if isinstance(x, fmpq):
        return int(x > 0) - int(x < 0)
    x = real(x)
    if x > 0:
        return 1
    if x < 0:
        return -1
    return 0 if is_zero(x) else 1


def real(x: Scalar) -> Scalar:
    """`x` as a real scalar. Raises Undefined where it has an imaginary part."""
    if isinstance(x, acb):
        if x.imag.is_zero() or is_zero(x.imag):
            return x.real
        raise Undefined("real")
    return x


def ball(x: Scalar) -> Scalar:
    """`x` as a ball."""
    return arb(x) if isinstance(x, fmpq) else x


def whole_of(x: arb) -> Any:
    """The one whole number (`fmpz`) that the ball holds; None where there is none, or more than one.

    Raises TooLarge for a number of more than 60,000 bits: FLINT ends the process on those that do not fit.
    """
    if x.is_finite() and not abs(x) < _WHOLE_LIMIT:
        raise TooLarge("a value is too large")
    return x.unique_fmpz()


def whole(x: Any) -> int:
    """`x` as an int. Raises Undefined where it is not a whole number."""
    if isinstance(x, fmpq):
        if x.q == 1:
            return int(x.p)
        raise Undefined("a whole number")
    if isinstance(x, (arb, acb)):
        y = real(x)
        near = whole_of(y.mid().floor()) if y.is_finite() else None
        for guess in () if near is None else (near, near + 1):
            if y.contains(guess) and (y.is_exact() or (arithmetic.settle and tiny(y))):
                return int(guess)
        if y.is_finite() and not y.contains_integer():
            raise Undefined("a whole number")
        raise Imprecise
    raise Unsupported("a whole number was expected")


def divide(a: Any, b: Any, node: Node | None = None) -> Any:
    """A / b. Raises Undefined with `node`, the divisor, where b is zero."""
    if is_scalar(b) and is_zero(b):
        raise Undefined("not 0", node)
    return a / b


def power(base: Any, exponent: Any, node: Node | None = None, shown: Node | None = None) -> Any:
    """Base ^ exponent for scalars.

    `node` is what was the base and `shown` the exponent, for the message of an Undefined.
    """
    if isinstance(exponent, fmpq):
        if exponent.q == 1:
            return _whole_power(base, int(exponent.p), node)
        if isinstance(base, fmpq) and (exact := _exact_root(base, exponent)) is not None:
            return exact
        if not arithmetic.complex:
            return _rational_power(real(base), exponent, node)
    if is_zero_like(base):
        if sign(exponent) > 0:
            return fmpq(0)
        raise Undefined("not 0", node)
    if arithmetic.complex:
        return simple(acb(ball(base)) ** acb(ball(exponent)))
    base, exponent = real(base), real(exponent)
    if sign(base) < 0:
        raise Undefined(">= 0", node)
    return ball(base) ** ball(exponent)


def is_zero_like(x: Scalar) -> bool:
    """Whether x is zero; a ball that leaves it open raises."""
    return is_zero(x)


def simple(z: acb) -> Scalar:
    """A complex ball whose imaginary part is exactly zero as a real one."""
    return z.real if z.imag.is_zero() else z


def _whole_power(base: Scalar, n: int, node: Node | None) -> Scalar:
    if n < 0:
        if is_zero(base):
            raise Undefined("not 0", node)
        return 1 / _whole_power(base, -n, node) if n != -1 else 1 / base
    if isinstance(base, fmpq):
        if base == 1 or n == 0:
            return fmpq(1)
        if base == -1:
            return fmpq(1 if n % 2 == 0 else -1)
        if base.height_bits() * n <= _EXACT_BITS:
            return base**n
        base = arb(base)
    result = base ** fmpz(n)
    if not result.is_finite():
        raise TooLarge("a power is too large")
    return result


def _exact_root(base: fmpq, exponent: fmpq) -> fmpq | None:
    """Base ^ exponent where it is rational and the base not negative, else None."""
    degree, n = int(exponent.q), int(exponent.p)
    if base <= 0 or degree > 64 or abs(n) > 200:
        return None
    top, bottom = base.p.root(degree), base.q.root(degree)
    if top**degree != base.p or bottom**degree != base.q:
        return None
    result: fmpq = _whole_power(fmpq(top, bottom), n, None)
    return result


def _rational_power(base: Scalar, exponent: fmpq, node: Node | None) -> Scalar:
    """Over the reals: an odd root of a negative number is the negative one."""
    degree, n = int(exponent.q), int(exponent.p)
    s = sign(base)
    if s == 0:
        if n > 0:
            return fmpq(0)
        raise Undefined("not 0", node)
    if s < 0 and degree % 2 == 0:
        raise Undefined(">= 0" if n > 0 else "> 0", node)
    if s < 0 and isinstance(base, fmpq) and (exact := _exact_root(-base, exponent)) is not None:
        return -exact if n % 2 else exact
    size = ball(-base if s < 0 else base)
    result = size.sqrt() if degree == 2 and n == 1 else size ** arb(exponent)
    if not result.is_finite():
        raise TooLarge("a power is too large")
    return -result if s < 0 and n % 2 else result
