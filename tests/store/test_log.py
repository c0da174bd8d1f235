"""The log: appended once, in order, chained, folded; and nothing else can be done to it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from datetime import date

import pytest
from django.db import DatabaseError, connection

from agnesi import home, store
from agnesi.learner.fold import refold
from agnesi.store import chain, states
from agnesi.store.models import Event as Row
from agnesi.store.models import State as StateRow
from agnesi.store.sqlite import opened
from store.shapes import answered, moment


def test_an_event_comes_back_as_it_was_told(log):
    event, new = log.append("a", "answered", answered(text="½ · λ \U0001d4d0"), moment(3))
    assert new
    assert log.event("a") == event
    assert (event.seq, event.day, event.body["text"]) == (1, date(2026, 3, 3), "½ · λ \U0001d4d0")
    assert log.event("b") is None


def test_the_same_id_again_changes_nothing_and_gives_the_first_event(log):
    first, _ = log.append("a", "answered", answered(), moment())
    again, new = log.append("a", "goal", {"goal": "other"}, moment(2))
    assert (again, new) == (first, False)
    assert len(log.events()) == 1


def test_the_day_never_goes_back_even_where_the_clock_does(log):
    log.append("a", "goal", {"goal": "g"}, moment(5))
    event, _ = log.append("b", "goal", {"goal": "h"}, moment(2))
    assert event.day == date(2026, 3, 5)
    assert event.at == moment(2).at


def test_each_row_is_chained_to_the_one_before_as_the_documents_say(log):
    for number in range(3):
        log.append(f"e{number}", "answered", answered(seed=number), moment(number + 1))
    previous = ""
    for row in Row.objects.order_by("seq"):
        columns = {name: getattr(row, name) for name in ("at", "day", "format", "id", "kind", "learner", "seq")}
        text = json.dumps(
            columns | {"body": json.loads(row.body)}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        assert row.chain == hashlib.sha256((previous + text).encode()).hexdigest()
        previous = row.chain


def test_events_are_found_by_kind_by_exercise_and_the_last_few(log):
    for number in range(6):
        log.append(f"q{number}", "asked", {"exercise": f"c/{'ab'[number % 2]}", "edition": 1, "seed": number}, moment())
    log.append("g", "goal", {"goal": None}, moment())
    assert [event.id for event in log.events(["asked"], "c/a", last=2)] == ["q2", "q4"]
    assert [event.id for event in log.events(["goal"])] == ["g"]
    assert len(log.events()) == 7
    where = "learner = 'x' AND (json_extract(body, '$.exercise')) = 'y'"
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN SELECT * FROM store_event WHERE {where}")
        assert "events_by_exercise" in str(cursor.fetchall())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE store_event SET body = '{}'",
        "DELETE FROM store_event",
        "REPLACE INTO store_event SELECT learner, 1, 'new', at, day, kind, format, body, chain FROM store_event",
        "INSERT INTO store_event SELECT learner, 9, 'new', at, day, kind, format, body, chain FROM store_event",
        "REPLACE INTO store_event SELECT learner, 2, id, at, day, kind, format, body, chain FROM store_event",
    ],
)
def test_the_database_itself_refuses_to_change_the_log(log, statement):
    log.append("a", "answered", answered(), moment())
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement)
    assert len(log.events()) == 1


def test_no_event_has_an_unknown_kind_an_empty_id_or_a_number_json_does_not_have(log):
    for id, kind, body in (
        ("", "goal", {}),
        ("a", "nonsense", {}),
        ("a", "goal", {"x": float("nan")}),
        ("x" * 201, "goal", {}),
    ):
        with pytest.raises(ValueError):
            log.append(id, kind, body, moment())
    assert log.events() == []


def test_half_a_character_is_kept_as_the_sign_of_a_lost_one(log):
    event, _ = log.append("a\ud800", "answered", answered(text="\udfff\x00"), moment())
    assert "�" in event.body["text"]
    assert log.event("a\ud800") == event
    assert store.verify().faults == ()


def test_several_appends_are_written_together_or_not_at_all(log):
    with pytest.raises(ValueError), log.writing():  # noqa: PT012 - two appends are the point
        log.append("a", "answered", answered(), moment())
        log.append("b", "no such kind", answered(), moment())
    assert log.events() == []
    assert log.state().seq == 0
    with log.writing():
        log.append("a", "answered", answered(), moment())
        log.append("b", "answered", answered(), moment())
    assert log.state().seq == 2


def test_threads_queue_and_each_event_is_kept_once(log):
    def write(name: str) -> None:
        own = store.open_log()
        for number in range(8):
            own.append(f"{name}{number}", "answered", answered(), moment())
            own.append(f"shared{number}", "answered", answered(), moment())
        connection.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [event.seq for event in log.events()] == list(range(1, 41))
    assert store.verify().faults == ()


def test_the_kept_state_equals_a_replay_byte_for_byte(log):
    for number in range(30):
        log.append(
            f"e{number}", "answered", answered("abc"[number % 3], number % 4 > 0, seed=number), moment(1 + number // 5)
        )
    log.append("r", "retracted", {"event": "e7"}, moment(9))
    kept = StateRow.objects.get().body
    states._last.clear()
    assert log.state().to_json() == kept == refold(log.events()).to_json()


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM store_state",
        "UPDATE store_state SET body = replace(body, '\"version\":', '\"version\":9')",
        "UPDATE store_state SET body = substr(body, 5)",
        "UPDATE store_state SET seq = 1, chain = 'x'",
    ],
)
def test_a_state_that_does_not_fit_is_made_anew_from_the_log(log, change):
    for number in range(5):
        log.append(f"e{number}", "answered", answered(), moment())
    before = log.state()
    states._last.clear()
    with opened(home.settings().database) as plain:
        plain.execute(change)
    assert log.state() == before
    log.append("next", "answered", answered(), moment())
    assert StateRow.objects.get().seq == 6
    assert store.verify().faults == ()


def test_learners_do_not_see_one_another(log):
    other = store.open_log("another")
    log.append("a", "answered", answered(), moment())
    other.append("a", "goal", {"goal": "g"}, moment())
    assert other.event("a").kind == "goal"
    assert len(other.events()) == len(log.events()) == 1
    assert other.state().answers == 0


def test_notes_bookmarks_and_preferences_are_kept(log):
    me = store.learner()
    store.notes.write(me, "vectors", "arrows")
    store.notes.write(me, "vectors", "arrows, and lists")
    store.notes.write(me, "matrices", "tables")
    store.notes.write(me, "matrices", "")
    assert [(note.concept, note.text) for note in store.notes.all(me)] == [("vectors", "arrows, and lists")]
    assert store.notes.of(me, "matrices") is None
    for concept in ("a", "b", "a"):
        store.bookmarks.add(me, concept)
    store.bookmarks.remove(me, "b")
    assert store.bookmarks.all(me) == ["a"]
    store.preferences.write(me, "minutes", 15)
    store.preferences.write(me, "theme", "dark")
    store.preferences.write(me, "theme", None)
    assert store.preferences.read(me) == {"minutes": 15}
    assert store.preferences.read("another") == {}


def test_everything_can_be_taken_along_and_checked_by_whoever_has_it(log):
    log.append("a", "answered", answered(text='"quoted" \n λ'), moment())
    log.append("b", "goal", {"goal": None}, moment(2))
    store.notes.write(store.learner(), "vectors", "mine")
    taken = json.loads("".join(store.everything(store.learner())))
    assert taken["notes"][0]["text"] == "mine"
    assert [event["id"] for event in taken["events"]] == ["a", "b"]
    previous = ""
    for event in taken["events"]:
        told = event.pop("chain")
        assert chain.link(previous, event | {"learner": taken["learner"]}) == told
        previous = told


def test_an_empty_log_can_be_taken_along_too(log):
    assert json.loads("".join(store.everything(store.learner())))["events"] == []


def test_the_connection_keeps_its_promises(log):
    with connection.cursor() as cursor:
        for pragma, value in {
            "journal_mode": "wal",
            "synchronous": 2,
            "recursive_triggers": 1,
            "secure_delete": 1,
        }.items():
            cursor.execute(f"PRAGMA {pragma}")
            assert cursor.fetchone()[0] == value
    assert connection.transaction_mode == "IMMEDIATE"
    assert sqlite3.sqlite_version_info > (3, 37)
