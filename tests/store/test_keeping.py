"""Nothing is lost.

Backups that were restored, damage that is said, upgrades that cannot stop half-way, disks that are full.
"""

from __future__ import annotations

import os
import random
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import DatabaseError, connection

from agnesi import store
from agnesi.store import preparing, states, watching
from agnesi.store.sqlite import opened
from agnesi.store.sqlite.checking import check
from agnesi.store.sqlite.format import FORMAT
from store.shapes import answered, changed, moment


@pytest.fixture
def full(log, place):
    """A home in which something happened; gives its settings."""
    for number in range(40):
        log.append(
            f"e{number}", "answered", answered("abc"[number % 3], number % 4 > 0, seed=number), moment(1 + number // 8)
        )
    store.notes.write(store.learner(), "vectors", "arrows")
    return place


def closed(path: Path) -> Path:
    """The database with nobody at it and no write-ahead log."""
    connection.close()
    with opened(path) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def test_the_home_and_its_database_are_for_their_owner_alone(full):
    if os.name == "posix":
        assert stat.S_IMODE(full.home.stat().st_mode) == 0o700
        assert stat.S_IMODE(full.database.stat().st_mode) == 0o600


def test_preparing_twice_keeps_everything(full):
    me = store.learner()
    store.prepare()
    assert store.learner() == me
    assert store.open_log().state().seq == 40


def test_a_backup_holds_what_the_database_holds_and_is_one_file(full):
    made = store.backup()
    assert (made.events, [each.path for each in store.backups()]) == (40, [made.path])
    assert check(made.path) == check(full.database)
    assert os.listdir(full.backup_folder) == [made.path.name]


def test_only_the_last_backups_are_kept(full):
    changed(full, backups=3)
    made = [store.backup().path for _ in range(5)]
    assert [each.path for each in store.backups()] == made[:1:-1]


def test_a_backup_goes_where_it_is_told_but_over_nothing(full, tmp_path):
    made = store.backup(tmp_path / "mine.sqlite3")
    assert made.path.exists()
    with pytest.raises(store.StoreError, match="is there already"):
        store.backup(tmp_path / "mine.sqlite3")
    assert store.backup(tmp_path).path.parent == tmp_path
    assert store.backups() == []


def test_restoring_brings_everything_back_and_keeps_what_it_replaces(full):
    made = store.backup()
    before = check(full.database)
    store.open_log().append("later", "answered", answered(), moment(9))
    used, events, kept = store.restore()
    assert (used, events) == (made.path, 40)
    assert check(full.database) == before
    assert check(kept).events == 41
    states._last.clear()
    assert store.open_log().state().seq == 40
    assert store.verify().faults == ()


def test_a_damaged_database_is_kept_aside_when_a_backup_takes_its_place(full):
    store.backup()
    closed(full.database).write_bytes(b"SQLite format 3\0" + b"rubbish" * 1000)
    _, events, kept = store.restore()
    assert events == 40
    assert kept.read_bytes().endswith(b"rubbish")
    assert store.open_log().state().seq == 40


def test_restoring_passes_over_a_backup_that_is_damaged(full):
    good, bad = store.backup(), store.backup()
    bad.path.write_bytes(bad.path.read_bytes()[: 8192 * 3])
    assert store.restore()[0] == good.path
    with pytest.raises(store.DamagedError):
        store.restore(bad.path)


def test_restoring_without_a_backup_says_so_and_touches_nothing(full, tmp_path):
    with pytest.raises(store.StoreError, match="no backup"):
        store.restore()
    with pytest.raises(store.StoreError, match="no backup at"):
        store.restore(tmp_path / "nothing")
    with pytest.raises(store.StoreError):
        store.restore(_rubbish(tmp_path / "rubbish"))
    assert store.open_log().state().seq == 40


def test_a_newer_database_is_refused_by_name_and_left_alone(full):
    made = store.backup().path
    for path in (made, closed(full.database)):
        with opened(path) as plain:
            plain.execute(f"PRAGMA user_version={FORMAT + 1}")
            plain.execute("UPDATE about SET value = '9.6.0'")
    before = full.database.read_bytes()
    for refused in (store.prepare, store.restore, store.verify):
        with pytest.raises(store.NewerError, match=r"was written by Agnesi 9\.6\.0; you run "):
            refused()
    assert full.database.read_bytes() == before


def test_an_older_database_is_backed_up_and_brought_up_to_date(full):
    with opened(closed(full.database)) as plain:
        plain.execute("PRAGMA user_version=0")
    before = check(full.database)
    store.prepare()
    assert check(full.database) == before
    assert check(store.backups()[0].path) == before
    with opened(full.database, "ro") as plain:
        assert plain.execute("PRAGMA user_version").fetchone()[0] == FORMAT


@pytest.mark.parametrize("way", ["interrupted", "losing a row"])
def test_a_migration_that_fails_leaves_the_old_database(full, monkeypatch, way):
    with opened(closed(full.database)) as plain:
        plain.execute("PRAGMA user_version=0")
    before = full.database.read_bytes()

    def migrate(path: Path) -> None:
        with opened(path) as plain:
            plain.execute("DROP TRIGGER event_is_kept")
            plain.execute("DELETE FROM store_event WHERE seq = 40")
            plain.execute("UPDATE store_state SET seq = 39")
        if way == "interrupted":
            raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(preparing, "migrate", migrate)
    with pytest.raises(store.StoreError):
        store.prepare()
    assert full.database.read_bytes() == before
    assert len(store.backups()) == 1


def test_a_missing_database_is_not_silently_an_empty_one(full):
    store.backup()
    closed(full.database).unlink()
    with pytest.raises(store.DamagedError, match="is missing, but there are backups"):
        store.prepare()
    assert not full.database.exists()
    store.restore()
    store.prepare()
    assert store.open_log().state().seq == 40


@pytest.mark.parametrize("content", [b"", b"not a database" * 100, b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_database_is_said_and_left_alone(place, content):
    place.home.mkdir()
    place.database.write_bytes(content)
    with pytest.raises(store.StoreError, match="agnesi restore"):
        store.prepare()
    assert place.database.read_bytes() == content


def test_someone_elses_database_is_not_taken_for_ours(place):
    place.home.mkdir()
    with opened(place.database, "rwc") as plain:
        plain.execute("CREATE TABLE theirs (a)")
    with pytest.raises(store.DamagedError, match="not a database of Agnesi's"):
        store.prepare()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            "UPDATE store_event SET body = replace(body, 'right', 'wrong') WHERE seq = 7",
            "Event 7 .* not what was written",
        ),
        ("UPDATE store_event SET at = '2020' WHERE seq = 40", "Event 40 .* not what was written"),
        ("DELETE FROM store_event WHERE seq = 12", "Event 12 .* missing"),
        ("DELETE FROM store_event WHERE seq > 38", "ends at event 38, but event 40 has been there"),
        ("DELETE FROM store_event", "The whole log .* is missing"),
        ("UPDATE store_note SET text = 'other'", "A note .* is not what was written"),
    ],
)
def test_what_was_changed_behind_our_back_is_found(full, damage, said):
    with opened(closed(full.database)) as plain:
        for trigger in ("event_is_kept", "event_is_not_changed"):
            plain.execute(f"DROP TRIGGER {trigger}")
        plain.execute(damage)
    found = store.verify()
    assert len(found.faults) >= 1
    with pytest.raises(AssertionError, match=said):
        raise AssertionError(" ".join(found.faults))
    if "store_event" in damage and "whole" not in said:
        with pytest.raises(store.DamagedError, match="agnesi restore"):
            store.prepare()


def test_a_state_that_no_replay_gives_is_told(full):
    row = states.Row.objects.get()
    other = replace(store.open_log().state(), answers=99)
    states.Row.objects.update(body=other.to_json())
    assert "not what replaying the log gives" in store.verify().faults[0]
    assert row.seq == 40


def test_no_flipped_bit_changes_what_is_read_without_being_found(full, tmp_path):
    source = closed(full.database)
    rng, content = random.Random(1), source.read_bytes()
    truth = _rows(source)
    found = 0
    for number in range(60):
        place = rng.randrange(len(content))
        flipped = bytearray(content)
        flipped[place] ^= 1 << rng.randrange(8)
        copy = tmp_path / f"{number}.sqlite3"
        copy.write_bytes(flipped)
        faults = check(copy).faults
        found += bool(faults)
        assert faults or _rows(copy) == truth, f"byte {place}"
        copy.unlink()
    assert found > 10


def test_a_full_disk_and_a_disk_that_may_only_be_read_acknowledge_nothing(full):
    log = store.open_log()
    for pragma, sentence in (("max_page_count=1", "The disk is full"), ("query_only=ON", "may only be read")):
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {pragma}")
        with pytest.raises(store.NotSavedError, match=sentence):
            fill(log, pragma)
        connection.close()
        count = len(log.events())
        assert log.state().seq == count
        assert store.verify().faults == ()
    assert store.open_log().append("again", "answered", answered(), moment(9))[1]


def test_a_folder_that_cannot_be_written_is_said(place, monkeypatch):
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(preparing, "make", refused)
    with pytest.raises(store.NotSavedError, match="Permission denied"):
        store.prepare()


def test_a_backup_that_finds_no_room_leaves_nothing_behind(full, monkeypatch):
    def refused(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(store.backing_up, "copy", refused)
    with pytest.raises(store.NotSavedError, match="could not be written"):
        store.backup()
    assert os.listdir(full.backup_folder) == []


def test_erasing_while_the_app_runs_leaves_nothing_to_be_found(full):
    store.open_log().append("s", "answered", answered(text="a secret answer"), moment(9))
    store.backup()
    for folder in (full.cache, full.kernel_folder):
        folder.mkdir()
        (folder / "file").write_text("a secret answer")
    full.server_log.write_text("a secret answer")
    me = store.learner()
    store.erase()
    left = [path for path in full.home.rglob("*") if path.is_file() and b"secret" in path.read_bytes()]
    assert left == []
    assert store.backups() == []
    assert store.learner() != me
    log = store.open_log()
    assert log.state().seq == 0
    log.append("new", "answered", answered(), moment())
    assert store.verify().events == 1
    with pytest.raises(DatabaseError, match="append-only"):
        _execute("DELETE FROM store_event")


def test_erasing_from_outside_removes_even_a_damaged_database(full):
    store.backup()
    _rubbish(closed(full.database))
    (full.home / "settings.toml").write_text("port = 8700\n")
    store.remove()
    assert sorted(path.name for path in full.home.iterdir()) == ["settings.toml"]
    store.prepare()
    assert store.open_log().state().seq == 0


def test_the_background_checks_everything_and_backs_up_once_a_day(full, monkeypatch):
    monkeypatch.setattr(watching, "_health", watching.Health())
    store.watch().join()
    assert store.health() == store.Health(True, ())
    assert len(store.backups()) == 1
    store.watch().join()
    assert len(store.backups()) == 1
    with opened(closed(full.database)) as plain:
        plain.execute("UPDATE store_note SET text = 'other'")
    store.watch().join()
    assert "is not what was written" in store.health().faults[0]


def fill(log, name: str) -> None:
    for number in range(200):
        log.append(f"{name}{number}", "answered", answered(text="x" * 1000), moment(9))


def _rows(path: Path) -> list[tuple[object, ...]] | str:
    """All that a page could be told, straight from the file."""
    try:
        with opened(path, "ro") as plain:
            tables = ("store_event", "store_note", "store_learner")
            found = [row for table in tables for row in plain.execute(f"SELECT * FROM {table}").fetchall()]
            ids = [plain.execute("SELECT seq FROM store_event WHERE id = ?", (f"e{n}",)).fetchone() for n in range(40)]
            return [*found, *ids]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return str(error)


def _rubbish(path: Path) -> Path:
    path.write_bytes(b"rubbish" * 1000)
    return path


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
