"""A home of its own for each test, with an empty database in it."""

from __future__ import annotations

import os
from pathlib import Path

import django
import pytest
from django.conf import settings as django_settings

from agnesi import home

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
