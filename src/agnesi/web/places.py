"""Where each concept lies on the map: positions computed once when the plan changes, and shipped with the site."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "places.json"


@lru_cache(maxsize=1)
def places() -> dict[str, tuple[float, float]]:
    """Concept to (x, y), y downwards; a concept without a place is left out."""
    if not FILE.is_file():
        return {}
    found = json.loads(FILE.read_text("utf-8"))
    return {id: (float(at[0]), float(at[1])) for id, at in found.items()}
