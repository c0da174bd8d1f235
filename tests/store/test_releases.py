"""The database of every release opens in this one, with everything in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from agnesi import store

DATABASES = sorted((Path(__file__).parents[1] / "databases").glob("*.sqlite3"))


def test_there_is_a_database_of_a_release():
    assert DATABASES


@pytest.mark.parametrize("released", DATABASES, ids=lambda path: path.stem)
def test_the_database_of_a_release_opens_and_holds_what_it_held(place, released):
    place.home.mkdir()
    shutil.copy(released, place.database)
    held = json.loads(released.with_suffix(".json").read_text())
    store.prepare()
    found = store.verify()
    assert (found.events, found.digest, found.faults) == (held["events"], held["digest"], ())
    me = store.learner()
    assert me == held["learner"]
    assert store.open_log().state().seq == held["events"]
    assert store.notes.of(me, "vectors").text == "arrows, and lists"
    assert store.bookmarks.all(me) == ["dot-product"]
    assert store.preferences.read(me) == {"minutes": 15}
