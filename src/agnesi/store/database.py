"""Which file Django works on, and making or migrating one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from django.core.management import call_command
from django.db import connections

from agnesi.home import settings
from agnesi.store.sqlite import opened, uri
from agnesi.store.sqlite.copying import remove, sync
from agnesi.store.sqlite.format import stamp


def use_database(path: Path) -> None:
    """Let Django work on the file at `path` from now on, in every thread; this thread's connection is closed first.

    For the time before the server runs, and for tests: connections of other threads keep the file they have open.
    """
    connections["default"].close()
    connections.settings["default"]["NAME"] = uri(path)


def used() -> str:
    """What Django has been told of the file."""
    return str(connections.settings["default"]["NAME"])


def make(path: Path) -> None:
    """Make an empty database at `path`: under another name first, so that a half-made one is never there.

    Raises OSError and sqlite3.Error.
    """
    fresh = path.with_name(f"{path.name}.new")
    remove(fresh)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    migrate(fresh)
    os.replace(fresh, path)
    sync(path)


def migrate(path: Path) -> None:
    """Bring the file at `path`, which nobody else has open, to the tables of this version, and say so in it."""
    before = used()
    use_database(path)
    try:
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        connections["default"].close()
        connections.settings["default"]["NAME"] = before
    with opened(path) as plain:
        stamp(plain)
        plain.execute("PRAGMA journal_mode=DELETE")


def settle() -> None:
    """At the end of a run: move what stands in the write-ahead log into the file, so that it can be copied by hand."""
    close()
    with contextlib.suppress(sqlite3.Error), opened(settings().database) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def close() -> None:
    """Close this thread's connection."""
    connections["default"].close()
