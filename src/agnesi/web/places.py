"""Where each concept lies on the map: computed once when the plan changes, and shipped with the course."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=2)
def atlas(course_folder: Path) -> dict[str, Any]:
    """The course's `positions.json`: `size`, `countries`, and `places`, concept to [x, y, rank]; empty without one."""
    try:
        found: dict[str, Any] = json.loads((course_folder / "positions.json").read_text("utf-8"))
    except FileNotFoundError:
        return {"size": [1500, 1000], "countries": [], "places": {}}
    return found


def place(course_folder: Path, concept: str) -> tuple[float, float, int]:
    """(x, y, rank) of a concept, y upwards; rank 1 is named first. A concept without a place lies in the corner."""
    x, y, rank = atlas(course_folder)["places"].get(concept, (0, 0, 3))
    return float(x), float(y), int(rank)
