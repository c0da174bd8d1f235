"""Options that are picked or put in order: shown mixed, under values that say nothing, made anew for each problem."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

_FORMULA = re.compile(r"\$\$?(.+?)\$\$?", re.DOTALL)


def opaque(label: str, key: str) -> str:
    """The value under which the option `key` is sent to the page of the problem `label`."""
    return "o" + sha256(f"{label}|{key}".encode()).hexdigest()[:10]


def mixed(options: Mapping[str, str], label: str, ordered: bool = False) -> tuple[tuple[str, str], ...]:
    """(opaque value, Markdown) of each option, in an order that `label` fixes, or as written where `ordered`."""
    named = [(opaque(label, key), text) for key, text in options.items()]
    return tuple(named) if ordered else tuple(sorted(named))


def key_of(text: str, options: Mapping[str, str], label: str) -> str | None:
    """The key of the option that `text` names, by its opaque value or by the key itself; None when it names none."""
    wanted = text.strip()
    return next((key for key in options if wanted in (opaque(label, key), key)), None)


def markdown_tex(text: str) -> str:
    """An option's Markdown as LaTeX: its formulas as they are, its words upright."""
    pieces, at = [], 0
    for found in _FORMULA.finditer(text):
        pieces += [_upright(text[at : found.start()]), found[1]]
        at = found.end()
    return "".join([*pieces, _upright(text[at:])])


def _upright(words: str) -> str:
    plain = re.sub(r"([#%&{}])", r"\\\1", re.sub(r"[`*_]", "", words))
    return rf"\text{{{plain}}}" if plain else ""
