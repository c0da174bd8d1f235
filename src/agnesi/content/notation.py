"""What each symbol means, area by area: `notation.toml` as values, for the decoder, the hover cards and the check."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

EVERYWHERE = "everywhere"
FIELDS = ("name", "read", "shape", "numpy", "home")


class NotationError(ValueError):
    """notation.toml cannot be used; the message names the symbol."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One symbol in one area. `read` is how it is spoken, `shape` what it is (`vector n`, `m x n matrix`).

    `numpy` is a line that computes or holds it, `home` the concept that explains it. All but `name` may be empty.
    """

    symbol: str
    area: str
    name: str
    read: str = ""
    shape: str = ""
    numpy: str = ""
    home: str = ""


@dataclass(frozen=True, slots=True)
class Notation:
    """All meanings: symbol as LaTeX, then area (or `everywhere`), then what it means there."""

    meanings: Mapping[str, Mapping[str, Meaning]]

    def look_up(self, symbol: str, area: str = EVERYWHERE) -> Meaning | None:
        """What `symbol` (LaTeX, or the reader's name of it) means in `area`; failing that, everywhere."""
        by_area = self.meanings.get(latex(symbol), {})
        return by_area.get(area) or by_area.get(EVERYWHERE)

    def all(self, symbol: str) -> tuple[Meaning, ...]:
        """Every meaning of `symbol`, in the order of the file."""
        return tuple(self.meanings.get(latex(symbol), {}).values())


def load(path: Path) -> Notation:
    """The notation in the file `path`; empty where there is none. Raises NotationError."""
    if not path.is_file():
        return Notation(MappingProxyType({}))
    return _load(path, path.stat().st_mtime_ns)


def latex(symbol: str) -> str:
    r"""One spelling for a symbol: `lambda` and `\lambda` are the latter, `hat(y)` and `\hat{y}` as well."""
    if "(" in symbol and symbol.endswith(")"):
        mark, inner = symbol[:-1].split("(", 1)
        return f"\\{mark.lstrip(chr(92))}{{{latex(inner)}}}"
    return f"\\{symbol}" if symbol in GREEK else symbol


GREEK = frozenset(
    """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau
    upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell nabla partial
    """.split()  # noqa: SIM905 - forty names read better as a line
)


@lru_cache(maxsize=4)
def _load(path: Path, stamp: int) -> Notation:
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise NotationError(f"{path.name} is not TOML: {error}") from None
    return Notation({latex(symbol): _areas(latex(symbol), areas) for symbol, areas in raw.items()})


def _areas(symbol: str, raw: Any) -> dict[str, Meaning]:
    if not isinstance(raw, dict) or not all(isinstance(each, dict) for each in raw.values()):
        raise NotationError(f"{symbol} wants a table for each area, such as ['{symbol}'.calculus]")
    return {area: _meaning(symbol, area, fields) for area, fields in raw.items()}


def _meaning(symbol: str, area: str, fields: dict[str, Any]) -> Meaning:
    for key, value in fields.items():
        if key not in FIELDS or not isinstance(value, str):
            raise NotationError(f"{symbol} in {area}: {key} is none of the texts {', '.join(FIELDS)}")
    if not fields.get("name"):
        raise NotationError(f"{symbol} in {area} has no name")
    return Meaning(symbol, area, **fields)
