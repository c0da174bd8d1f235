"""Backups: a copy of the whole database as of one moment, which counts only once it was restored and found equal."""

from __future__ import annotations

import re
import sqlite3
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from agnesi.home import settings
from agnesi.store.errors import DamagedError, NotSavedError, StoreError
from agnesi.store.sqlite.checking import check
from agnesi.store.sqlite.copying import copy, put_in_place, remove
from agnesi.store.sqlite.format import format_of
from agnesi.version import __version__

_NAME = re.compile(r"agnesi-(\d{4}-\d\d-\d\d)-(\d{6}(?:\.\d+)?)Z?-(.+)\.sqlite3")
_ONE = threading.Lock()


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was verified when it was made; `at` is UTC in ISO 8601, to the second."""

    path: Path
    at: str
    events: int
    bytes: int


def backup(path: Path | None = None) -> Backup:
    """Copy the database to `path` (by default a dated name in the backup folder), restore the copy, and check it.

    The oldest of the dated ones are deleted beyond the number that the settings keep. Raises StoreError where `path` is
    there already, NotSavedError where the disk does not take it, DamagedError where the database is damaged.
    """
    now = datetime.now(UTC)
    target = path.expanduser().absolute() if path else _dated(now)
    if target.is_dir():
        target = target / _dated(now).name
    if target.exists():
        raise StoreError(f"{target} is there already; name another file.")
    with _ONE:
        events = _made(settings().database, target)
        if path is None:
            _keep_the_last(settings().backups)
    return Backup(target, now.isoformat(timespec="seconds"), events, target.stat().st_size)


def backups() -> list[Backup]:
    """The dated backups in the backup folder, the latest first; their events are not counted (0)."""
    found = []
    for path in settings().backup_folder.glob("agnesi-*.sqlite3"):
        if name := _NAME.fullmatch(path.name):
            clock = name[2]
            at = f"{name[1]}T{clock[:2]}:{clock[2:4]}:{clock[4:6]}+00:00"
            found.append((name[1] + clock, Backup(path, at, 0, path.stat().st_size)))
    return [each for _, each in sorted(found, key=lambda entry: entry[0], reverse=True)]


def _made(source: Path, target: Path) -> int:
    """Make the backup and prove it: its copy, as restoring makes one, must be sound. The number of events in it."""
    part, restored = target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.restored")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy(source, part)
        copy(part, restored)
        format_of(restored)
        first, second = check(part), check(restored)
        if first != second or second.faults:
            raise DamagedError(f"The backup was not kept: {(*second.faults, *first.faults, 'the copies differ.')[0]}")
        put_in_place(part, target)
    except sqlite3.OperationalError as error:
        raise NotSavedError(f"The backup {target} could not be written ({error}); look after the disk.") from error
    except sqlite3.DatabaseError as error:
        raise DamagedError(f"{source} is damaged ({error}), so no backup was made; `agnesi restore` helps.") from error
    except OSError as error:
        raise NotSavedError(
            f"The backup {target} could not be written ({error.strerror}); look after the disk."
        ) from error
    finally:
        remove(part)
        remove(restored)
    return second.events


def _dated(now: datetime) -> Path:
    return settings().backup_folder / f"agnesi-{now:%Y-%m-%d-%H%M%S.%f}Z-{__version__}.sqlite3"


def _keep_the_last(number: int) -> None:
    for old in backups()[number:]:
        remove(old.path)
