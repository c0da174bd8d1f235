"""Events as the site writes them, for the tests of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from agnesi import home
from agnesi.study.ports import Moment


def moment(day: int = 1, hour: int = 12) -> Moment:
    return Moment(f"2026-03-{day:02d}T{hour:02d}:00:00.000+00:00", date(2026, 3, day))


def answered(concept: str = "dot-product", credit: float = 1.0, **more) -> dict:
    usual = {
        "problem": "p",
        "text": "5",
        "verdict": "right" if credit else "wrong",
        "mistake": "",
        "blames": "",
        "credit": credit,
        "ms": 4000,
        "hints": 0,
        "solved": False,
        "first": True,
        "exercise": f"{concept}/compute",
        "edition": 1,
        "seed": 7,
        "concept": concept,
        "kind": "procedure",
        "difficulty": 0.3,
        "seconds": 40,
        "weights": {"vectors": 0.5},
        "guess": 0.02,
        "tests": [1],
    }
    return usual | more


def changed(settings, **values):
    return home.use(replace(settings, **values))
