"""The front matter of a lesson as a value; what is missing stays empty here and is reported by the check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import yaml

FORMS = ("guess", "contrast", "build", "take-apart", "prove", "simulate")


class FrontError(ValueError):
    """The front matter cannot be read; the message names the key and what it wants."""


@dataclass(frozen=True, slots=True)
class Front:
    """What an author decides before writing prose.

    `idea` is one sentence; `believes` what a clever reader wrongly thinks on arrival; `surprise` a computed fact that
    the belief gets wrong; `returns` the ancestor whose example comes back; `symbols` maps letters to meanings that
    differ from the area's in notation.toml; `minutes` is the whole lesson; `keep` are the sentences to own in a year.
    """

    idea: str = ""
    believes: str = ""
    surprise: str = ""
    form: str = ""
    returns: str = ""
    confused_with: tuple[str, ...] = ()
    symbols: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    minutes: int = 0
    keep: tuple[str, ...] = ()


def read(text: str) -> Front:
    """The front matter in the YAML `text`. Raises FrontError naming the key that cannot be used."""
    try:
        raw = yaml.load(text, yaml.CSafeLoader) or {}
    except yaml.YAMLError as error:
        raise FrontError(
            f"the front matter is not YAML ({' '.join(str(error).split())}); a text with a colon wants quotes"
        ) from None
    if not isinstance(raw, dict):
        raise FrontError("the front matter wants lines such as `idea: ...`")
    known = {each.name for each in fields(Front)}
    for key in raw:
        if key not in known:
            raise FrontError(f"the front matter knows no {key}; it has {', '.join(sorted(known))}")
    return Front(
        **{key: _text(raw, key) for key in ("idea", "believes", "surprise", "form", "returns")},  # type: ignore[arg-type]
        **{key: _texts(raw, key) for key in ("confused_with", "sources", "keep")},  # type: ignore[arg-type]
        symbols=_symbols(raw),
        minutes=_minutes(raw),
    )


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw.get(key) or ""
    if not isinstance(value, str):
        raise FrontError(f"{key} wants one text; put it in quotes")
    return " ".join(value.split())


def _texts(raw: dict[str, Any], key: str) -> tuple[str, ...]:
    value = raw.get(key) or []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise FrontError(f"{key} wants a list of texts; put each in quotes where it holds a colon")
    return tuple(" ".join(each.split()) for each in value)


def _symbols(raw: dict[str, Any]) -> dict[str, str]:
    value = raw.get("symbols") or {}
    if not isinstance(value, dict) or not all(isinstance(each, str) for pair in value.items() for each in pair):
        raise FrontError('symbols wants lines such as `"\\\\lambda": the rate of the waiting time`')
    return dict(value)


def _minutes(raw: dict[str, Any]) -> int:
    value = raw.get("minutes") or 0
    if isinstance(value, bool) or not isinstance(value, int):
        raise FrontError("minutes wants a whole number")
    return value
