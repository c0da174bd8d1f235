"""A home of its own for each test, with an empty database in it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import django
import pytest
from django.conf import settings as django_settings

from agnesi import home
from agnesi.study.ports import Moment

if not django_settings.configured:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agnesi.web.settings")
    django.setup()


@pytest.fixture
def place(tmp_path: Path):
    """Settings with a fresh home; the program's own come back afterwards."""
    from agnesi.store import database, states

    before = home._current, database.used()
    yield home.use(home.read({}, home=tmp_path / "home"))
    database.close()
    states._last.clear()
    home._current = before[0]
    database.connections.settings["default"]["NAME"] = before[1]


@pytest.fixture
def log(place):
    """An open log in a prepared home."""
    from agnesi import store

    store.prepare()
    return store.open_log()


def moment(day: int = 1, hour: int = 12) -> Moment:
    return Moment(f"2026-03-{day:02d}T{hour:02d}:00:00.000+00:00", date(2026, 3, day))


def answered(concept: str = "dot-product", credit: float = 1.0, **more) -> dict:
    return {
        "problem": "p", "text": "5", "verdict": "right" if credit else "wrong", "mistake": "", "blames": "", "credit": credit,
        "ms": 4000, "hints": 0, "solved": False, "first": True, "exercise": f"{concept}/compute", "edition": 1, "seed": 7,
        "concept": concept, "kind": "procedure", "difficulty": 0.3, "seconds": 40, "weights": {"vectors": 0.5}, "guess": 0.02,
        "tests": [1],
    } | more  # fmt: skip


def changed(settings, **values):
    return home.use(replace(settings, **values))
