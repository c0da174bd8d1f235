"""Bringing back a backup: verified before it takes the database's place, which is itself kept."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from agnesi.home import settings
from agnesi.store.backing_up import backup, backups
from agnesi.store.database import close, migrate
from agnesi.store.errors import DamagedError, NotSavedError, StoreError
from agnesi.store.sqlite.checking import check, refuse_damaged
from agnesi.store.sqlite.copying import copy, put_in_place, remove, set_aside
from agnesi.store.sqlite.format import FORMAT, format_of, refuse_newer


def restore(path: Path | None = None) -> tuple[Path, int, Path | None]:
    """Put the backup at `path` (by default the latest sound one) in the database's place; nobody may have that open.

    Gives back the backup used, the number of its events, and where the database before it is kept (None: it was none).
    Raises NewerError for a backup of a later format, DamagedError for a damaged one, StoreError where there is none.
    """
    place = settings().database
    fresh = place.with_name(f"{place.name}.restoring")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        source, events = _fetched(path.expanduser().absolute(), fresh) if path else _latest_sound(fresh)
        kept = _keep(place)
        close()
        put_in_place(fresh, place)
    except (sqlite3.Error, OSError) as error:
        raise NotSavedError(f"The backup could not be restored ({error}); what was there is still there.") from error
    finally:
        remove(fresh)
    return source, events, kept


def _latest_sound(fresh: Path) -> tuple[Path, int]:
    """The latest backup that can be restored, copied to `fresh`."""
    refusal: StoreError | None = None
    for each in backups():
        try:
            return _fetched(each.path, fresh)
        except StoreError as error:
            refusal = refusal or error
    raise refusal or StoreError(f"There is no backup in {settings().backup_folder}; name the file to restore.")


def _fetched(source: Path, fresh: Path) -> tuple[Path, int]:
    """Copy a backup to `fresh`, checked and brought to this version."""
    if not source.is_file():
        raise StoreError(f"There is no backup at {source}; `agnesi restore` without a name takes the latest.")
    found = format_of(source)
    refuse_newer(source, found)
    try:
        copy(source, fresh)
    except sqlite3.DatabaseError as error:
        raise DamagedError(f"{source} is damaged ({error}); restore another backup.") from error
    events = refuse_damaged(fresh).events
    if found.number < FORMAT:
        migrate(fresh)
        events = refuse_damaged(fresh).events
    return source, events


def _keep(place: Path) -> Path | None:
    """Keep the database that is there: as a backup where it is sound, otherwise as it is, under another name."""
    if not place.exists():
        return None
    try:
        if not check(place).faults:
            return backup().path
    except StoreError:
        pass
    aside = place.with_name(f"agnesi-damaged-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.sqlite3")
    set_aside(place, aside)
    return aside
