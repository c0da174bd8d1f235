"""Sample points: values for every letter that respect what it was declared to be, drawn by a hash.

The same for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flint import acb, fmpq

from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.chance import Random, Space
from agnesi.maths.evaluating.evaluate import Finite
from agnesi.maths.evaluating.matrices import Mat, vector
from agnesi.maths.evaluating.scene import Scene, drawn

_OUTCOMES = 8

_STYLES: tuple[tuple[int, int, int], ...] = (
    # least and greatest numerator, denominator: near one, within one, large ...
    (1, 60, 19),
    (3, 70, 17),
    (1, 22, 23),
    (30, 700, 13),
    (2, 19, 7),
    (1, 24, 29),
    (20, 90, 31),
    (5, 900, 11),
)
_MOST_PATTERNS = 10


def patterns(roles: Mapping[str, Declaration]) -> int:
    """How many points it takes until every pattern of signs of a few letters, or every single sign of many.

    Has occurred.
    """
    free = sum(1 for one in roles.values() if one.sort in ("real", "complex", "integer") and not one.sign)
    return min(2**free if free <= 3 else free + 2, _MOST_PATTERNS)


def _is_negative(place: int, free: int, k: int) -> bool:
    """Whether the letter at `place` among `free` letters of either sign is negative at the k-th point."""
    k %= 2**free if free <= 3 else free + 2
    if free <= 3:
        return bool(k >> place & 1)
    return k - 2 == place if k > 1 else k == 1


def scene(roles: Mapping[str, Declaration], seed: str, k: int, fixed: Mapping[str, Any] | None = None) -> Scene:
    """The k-th sample point."""
    values: dict[str, Any] = {}
    space = None
    if any(one.sort in ("random", "event") for one in roles.values()):
        space = _space(seed, k)
    free = [
        name for name in sorted(roles) if roles[name].sort in ("real", "complex", "integer") and not roles[name].sign
    ]
    for name in sorted(roles):
        role = roles[name]
        if role.sort not in ("function", "sequence"):
            value = _value(name, role, seed, k, space)
            values[name] = -value if name in free and _is_negative(free.index(name), len(free), k) else value
    values.update(fixed or {})
    return Scene(values, f"{seed}:{k}", roles, space, positive=k % 2 == 0)


def _space(seed: str, k: int) -> Space:
    raw = [drawn(seed, "weights", k, i) % 40 + 1 for i in range(_OUTCOMES)]
    return Space(tuple(fmpq(one, sum(raw)) for one in raw))


def _value(name: str, role: Declaration, seed: str, k: int, space: Space | None) -> Any:
    def draw(*more: object) -> int:
        return drawn(seed, name, k, *more)

    if role.sort in ("real", "complex"):
        number = _real(draw(), role.sign, k)
        return acb(number, _real(draw("i"), "", k)) if role.sort == "complex" else number
    if role.sort in ("integer", "natural"):
        n = 1 + draw() % (8 + k)
        return fmpq(-n) if role.sign == "negative" else fmpq(n)
    if role.sort == "vector":
        return vector(_entry(draw(i), role.sign) for i in range(_size(role.shape[0], k)))
    if role.sort == "matrix":
        m, n = (_size(one, k) for one in role.shape)
        return Mat(tuple(tuple(_entry(draw(i, j), role.sign) for j in range(n)) for i in range(m)))
    if role.sort == "boolean":
        return draw() % 2 == 0
    if role.sort == "event":
        bits = draw() % (2**_OUTCOMES - 2) + 1
        return Random(tuple(bool(bits >> i & 1) for i in range(_OUTCOMES)))
    if role.sort == "random":
        least = 1 if role.sign in ("positive", "nonnegative") else -2
        return Random(tuple(fmpq(draw(i) % 5 + least) for i in range(_OUTCOMES)))
    return Finite(tuple(fmpq(i) for i in range(1, 8) if draw(i) % 2))


def _real(h: int, sign: str, k: int) -> fmpq:
    low, high, below = _STYLES[k % len(_STYLES)]
    n = low + h % (high - low + 1)
    if sign == "probability":
        return fmpq(1 + h % 96, 98)
    return fmpq(-n if sign == "negative" or (sign == "nonzero" and h % 3 == 0) else n, below)


def _entry(h: int, sign: str) -> fmpq:
    n = h % 41 - 20
    if sign in ("positive", "nonnegative"):
        n = abs(n) or 1
    return fmpq(n or 1, 3)


def _size(declared: int | None, k: int) -> int:
    return declared if declared is not None else 2 + k % 2
