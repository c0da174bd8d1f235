"""What a letter stands for: declarations such as `{"x": "real", "A": "matrix 2x3"}`, for reader and judge alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Sort = Literal[
    "real",
    "complex",
    "integer",
    "natural",
    "vector",
    "matrix",
    "function",
    "event",
    "random",
    "set",
    "boolean",
    "sequence",
]

_PATTERN = re.compile(
    r"(?P<sign>positive|nonnegative|negative|nonzero|probability|)\s*"
    r"(?P<sort>real|rational|complex|integer|natural|vector|matrix|function|event|random|set|boolean|sequence|)"
    r"\s*(?P<shape>\w+(?:\s*x\s*\w+)?)?"
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One name's meaning. `shape` is (n,) for a vector, (m, n) for a matrix, () otherwise; an unknown size is None.

    `sign` narrows a number: "positive", "nonnegative", "negative", "nonzero", "probability" (in [0, 1]) or "".
    """

    sort: Sort
    shape: tuple[int | None, ...] = ()
    sign: str = ""


Symbols = Mapping[str, Declaration]


def declare(symbols: Mapping[str, str | Declaration] | None) -> dict[str, Declaration] | None:
    """The declarations of `symbols`, or None where none are given and names are to be inferred.

    A value is `[positive|nonnegative|negative|nonzero|probability] SORT [SHAPE]`: `integer`, `vector 3`, `matrix 2x3`,
    `vector n`, `function`, `random`, `event`. Raises ValueError, naming the symbol, when a value is none of these.
    """
    if symbols is None:
        return None
    return {name: one if isinstance(one, Declaration) else _declaration(name, one) for name, one in symbols.items()}


def _declaration(name: str, text: str) -> Declaration:
    found = _PATTERN.fullmatch(text.strip())
    if not found or not text.strip():
        raise ValueError(f"{name} is declared as {text!r}; say real, integer, vector 3, matrix 2x3, function, ...")
    sign, sort, shape = found["sign"], found["sort"] or "real", found["shape"]
    if sort == "rational":
        sort = "real"
    sizes = tuple(int(part) if part.strip().isdigit() else None for part in shape.split("x")) if shape else ()
    if sort == "vector":
        sizes = sizes[:1] or (None,)
    elif sort == "matrix":
        sizes = (sizes * 2)[:2] if sizes else (None, None)
    elif sort == "function":
        sizes = ()
    return Declaration(sort, sizes, sign)  # type: ignore[arg-type]
