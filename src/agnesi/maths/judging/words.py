"""How judges put values, conditions and witnesses into plain text."""

from __future__ import annotations

from typing import Any

from flint import acb, arb, fmpq

from agnesi.maths import tree
from agnesi.maths.evaluating.chance import Random
from agnesi.maths.evaluating.duals import Dual
from agnesi.maths.evaluating.evaluate import Finite, Infinite
from agnesi.maths.evaluating.matrices import Identity, Mat
from agnesi.maths.evaluating.scalars import Undefined


def plain(value: Any, digits: int = 7) -> str:
    """A value as a person would type it: exact where it is short, otherwise to `digits` digits."""
    if isinstance(value, fmpq):
        text = str(value)
        return text if len(text) <= 24 else _digits(arb(value), digits)
    if isinstance(value, arb):
        return _digits(value, digits)
    if isinstance(value, acb):
        return f"{_digits(value.real, digits)} + {_digits(value.imag, digits)}i"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mat):
        if value.vector:
            return "(" + ", ".join(plain(x, digits) for x in value.entries()) + ")"
        return "[" + ", ".join("[" + ", ".join(plain(x, digits) for x in row) + "]" for row in value.rows) + "]"
    if isinstance(value, Finite):
        return "{" + ", ".join(plain(x, digits) for x in value.elements) + "}"
    if isinstance(value, Infinite):
        return "oo" if value.sign > 0 else "-oo"
    if isinstance(value, Random):
        return "one value for each outcome"
    if isinstance(value, Identity):
        return f"{plain(value.scale, digits)} I"
    if isinstance(value, Dual):
        return plain(value.value, digits)
    return "undefined" if value is None else str(value)


def told_apart(left: Any, right: Any) -> tuple[str, str]:
    """Two different values as a person would type them, to as many digits as it takes to see that they differ."""
    for digits in (7, 14, 28, 56):
        shown = plain(left, digits), plain(right, digits)
        if shown[0] != shown[1]:
            break
    return shown


def _digits(x: arb, digits: int) -> str:
    if not x.is_finite():
        return "not finite"
    text = str(x.str(digits, radius=False))
    if "." in text and "e" not in text:
        text = text.rstrip("0").rstrip(".")
    return text


def at(values: dict[str, Any], names: set[str]) -> tuple[tuple[str, str], ...]:
    """The values of these names, for a witness."""
    return tuple((name, plain(values[name])) for name in sorted(names) if name in values)


def condition(missing: Undefined) -> str:
    """Where something is defined: "where x is not 0"."""
    if missing.node is None or not missing.need:
        return "where both sides exist"
    need = missing.need if missing.need[0] in "<>" else f"is {missing.need}"
    return f"where {shown(missing.node)} {need}"


def shown(node: tree.Node) -> str:
    """The tree as plain text."""
    from agnesi.maths.showing import show

    return show(node, "plain")


def sentence(witness: tuple[tuple[str, str], ...], value: str) -> str:
    """What a learner is told of a witness: their own value at a point, never the key's."""
    if not witness:
        return (
            f"Yours is {value}: that is not the value asked for."
            if value and len(value) < 40
            else "This is not the value asked for."
        )
    if any(len(text) > 24 for _, text in witness) or len(witness) > 3 or len(value) > 40:
        return "This is not equal to what is asked for."
    point = " and ".join(f"{name} = {text}" for name, text in witness)
    return f"At {point} yours is {value}: that is not the value asked for."
