"""`papers.toml` of a course as values: signs that papers write, and the contexts that give letters their meaning."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from agnesi.content.notation import EVERYWHERE, Meaning, NotationError

_CONTEXT = {"id", "needs", "not", "area", "concepts", "symbols"}


@dataclass(frozen=True, slots=True)
class Context:
    """A kind of formula. `needs` are groups of features of which each wants one, `refuses` those that must not occur.

    `area` is where letters are looked up ("" where the context does not say), `symbols` what some of them mean here.
    """

    id: str
    needs: tuple[frozenset[str], ...]
    refuses: frozenset[str]
    area: str
    concepts: tuple[str, ...]
    symbols: Mapping[str, str]

    def fits(self, features: frozenset[str]) -> bool:
        """Whether a formula with these features is of this kind."""
        return not self.refuses & features and all(group & features for group in self.needs)


@dataclass(frozen=True, slots=True)
class Papers:
    """The signs by their spelling, the contexts, those that need most first, and formulas to try."""

    signs: Mapping[str, Meaning]
    contexts: tuple[Context, ...]
    examples: tuple[str, ...] = ()


def load(path: Path) -> Papers:
    """What the file `path` says; nothing where there is none. Raises NotationError."""
    return _load(path, path.stat().st_mtime_ns) if path.is_file() else Papers({}, ())


@lru_cache(maxsize=4)
def _load(path: Path, stamp: int) -> Papers:
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
        signs = {sign: Meaning(sign, EVERYWHERE, **fields) for sign, fields in raw.get("signs", {}).items()}
        contexts = [_context(one) for one in raw.get("context", [])]
    except (tomllib.TOMLDecodeError, TypeError, AttributeError) as error:
        raise NotationError(f"{path.name} cannot be used: {error}") from None
    return Papers(signs, tuple(sorted(contexts, key=lambda one: -len(one.needs))), tuple(raw.get("examples", ())))


def _context(raw: Mapping[str, Any]) -> Context:
    strange = set(raw) - _CONTEXT
    if strange or not raw.get("id") or not raw.get("needs"):
        raise NotationError(f"the context {raw.get('id', '?')} wants id and needs, and knows no {', '.join(strange)}")
    return Context(
        raw["id"],
        tuple(frozenset([group] if isinstance(group, str) else group) for group in raw["needs"]),
        frozenset(raw.get("not", ())),
        raw.get("area", ""),
        tuple(raw.get("concepts", ())),
        raw.get("symbols", {}),
    )
