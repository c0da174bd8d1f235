"""Where what can be made again is kept: rendered formulas and passed checks."""

from __future__ import annotations

from pathlib import Path

from agnesi import home


def folder() -> Path:
    """The cache folder of the program, made if missing; safe to delete at any time."""
    place = home.settings().cache
    place.mkdir(parents=True, exist_ok=True)
    return place
