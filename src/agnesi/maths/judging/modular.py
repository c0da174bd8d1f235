"""The second judge: rational functions at random points modulo a large prime.

Two rational functions that differ agree at a random point with a chance below their degree over 2^61 (Schwartz
1980, Zippel 1979).
"""

from __future__ import annotations

from agnesi.maths import tree
from agnesi.maths.evaluating.scene import drawn

PRIME = 2**61 - 1
_POINTS = 3
_MOST_EXPONENT = 10**5


class _NotRationalError(Exception):
    pass


def agree(a: tree.Node, b: tree.Node, seed: str) -> bool | None:
    """Whether two rational functions are one; None where they are not rational or a point is a pole."""
    decided = 0
    try:
        for k in range(_POINTS * 2):
            values: dict[str, int] = {}
            left, right = _value(a, values, seed, k), _value(b, values, seed, k)
            if left is None or right is None:
                continue
            if left != right:
                return False
            decided += 1
            if decided == _POINTS:
                return True
    except _NotRationalError:
        return None
    return None


def _value(node: tree.Node, values: dict[str, int], seed: str, k: int) -> int | None:
    """The value modulo the prime; None at a pole."""
    kind = type(node)
    if kind is tree.Number:
        value = node.value  # type: ignore[attr-defined]
        if value.denominator % PRIME == 0:
            return None
        return (
            int(value.numerator * pow(value.denominator, -1, PRIME) % PRIME)
            if value.denominator != 1
            else int(value.numerator % PRIME)
        )
    if kind is tree.Symbol:
        name = node.name  # type: ignore[attr-defined]
        if name not in values:
            values[name] = drawn("modular", seed, name, k) % PRIME
        return values[name]
    if kind is tree.Sum:
        total = 0
        for one in node.terms:  # type: ignore[attr-defined]
            part = _value(one, values, seed, k)
            if part is None:
                return None
            total += part
        return total % PRIME
    if kind is tree.Negative:
        part = _value(node.of, values, seed, k)  # type: ignore[attr-defined]
        return None if part is None else -part % PRIME
    if kind is tree.Product:
        result = 1
        for one in node.factors:  # type: ignore[attr-defined]
            part = _value(one, values, seed, k)
            if part is None:
                return None
            result = result * part % PRIME
        return result
    if kind is tree.Quotient:
        top = _value(node.top, values, seed, k)  # type: ignore[attr-defined]
        bottom = _value(node.bottom, values, seed, k)  # type: ignore[attr-defined]
        return None if top is None or not bottom else top * pow(bottom, -1, PRIME) % PRIME
    if kind is tree.Power:
        exponent = _whole(node.exponent)  # type: ignore[attr-defined]
        base = _value(node.base, values, seed, k)  # type: ignore[attr-defined]
        if base is None or (base == 0 and exponent <= 0):
            return None
        return pow(base, exponent, PRIME)
    raise _NotRationalError


def _whole(node: tree.Node) -> int:
    if isinstance(node, tree.Negative):
        return -_whole(node.of)
    if isinstance(node, tree.Number) and node.value.denominator == 1 and abs(node.value) <= _MOST_EXPONENT:
        return int(node.value)
    raise _NotRationalError
