"""Copying a database, whole and consistent, while others write to it; and putting one in the place of another."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from agnesi.store.sqlite.opening import opened

BESIDE = ("-wal", "-shm", "-journal")
"""The files that SQLite keeps beside a database."""


def copy(source: Path, target: Path) -> None:
    """Make `target` (replaced where it is there) a copy of `source` as of one moment, in one file, safely on the disk.

    Raises sqlite3.Error and OSError; then there is no `target`.
    """
    remove(target)
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with opened(source, "ro") as old, opened(target) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
        sync(target)
    except (sqlite3.Error, OSError):
        remove(target)
        raise


def put_in_place(new: Path, place: Path) -> None:
    """Let `new` take the place of the database at `place`, in one step; nobody may have either of them open.

    What stands in the old one's write-ahead log is moved into it first: a crash on the way leaves the old or the new.
    """
    if place.exists() and Path(f"{place}-wal").exists():
        with opened(place) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for ending in BESIDE:
        Path(f"{place}{ending}").unlink(missing_ok=True)
    os.replace(new, place)
    sync(place)


def set_aside(place: Path, aside: Path) -> None:
    """Move a database that cannot be used, and what lies beside it, under another name: nothing of it is lost."""
    for ending in ("", *BESIDE):
        if Path(f"{place}{ending}").exists():
            os.replace(f"{place}{ending}", f"{aside}{ending}")


def remove(path: Path) -> None:
    """Delete a database and what SQLite keeps beside it."""
    for ending in ("", *BESIDE):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have the file and its name in the folder reach the disk."""
    for each in (path, path.parent):
        if each.is_dir() and os.name == "nt":
            continue
        handle = os.open(each, os.O_RDONLY if each.is_dir() or os.name != "nt" else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
