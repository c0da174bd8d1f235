"""Where what can be made again is kept: rendered formulas and passed checks, under the data folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def folder() -> Path:
    """The cache folder, made if missing: `cache` in AGNESI_HOME, else in the user's data folder; safe to delete."""
    home = os.environ.get("AGNESI_HOME")
    place = (Path(home) if home else platformdirs.user_data_path("agnesi", appauthor=False)) / "cache"
    place.mkdir(parents=True, exist_ok=True)
    return place
