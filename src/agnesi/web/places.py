"""Where each concept lies on the map: positions computed once when the plan changes, and shipped with the course."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path


def places(course_folder: Path) -> dict[str, tuple[float, float]]:
    """Concept to (x, y), y downwards, from the course's `positions.json`; a concept without a place is left out."""
    return _read(course_folder / "positions.json")


@lru_cache(maxsize=2)
def _read(file: Path) -> dict[str, tuple[float, float]]:
    try:
        found = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return {id: (float(at[0]), float(at[1])) for id, at in found.items()}
