"""What is done with the database before the first page: made, refused, checked, or migrated after a backup."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from django.db import DatabaseError

from agnesi.home import settings
from agnesi.store.backing_up import backup, backups
from agnesi.store.database import close, make, migrate, use_database
from agnesi.store.errors import DamagedError, NotSavedError
from agnesi.store.learners import learner
from agnesi.store.sqlite.checking import check, refuse_damaged
from agnesi.store.sqlite.copying import copy, put_in_place, remove
from agnesi.store.sqlite.format import FORMAT, format_of, refuse_newer

RECENT = 1000
"""So many of the last events are checked before the first page; `health.watch` checks the others in the background."""


def prepare() -> None:
    """Have a sound database of this format at the settings' place, and Django work on it.

    Raises NewerError for a later format, DamagedError where the file is damaged, or missing although there are backups,
    NotSavedError where the folder cannot be written.
    """
    path = settings().database
    try:
        settings().home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists():
            found = format_of(path)
            refuse_newer(path, found)
            refuse_damaged(path, last=RECENT)
            if found.number < FORMAT:
                upgrade(path)
        else:
            _refuse_to_begin_anew(path)
            make(path)
    except OSError as error:
        raise NotSavedError(
            f"{settings().home} cannot be used ({error.strerror}); allow writing there, or set AGNESI_HOME."
        ) from error
    except (sqlite3.Error, DatabaseError) as error:
        raise NotSavedError(f"{path} could not be prepared ({error}); look after the disk, and start again.") from error
    use_database(path)
    learner()


def upgrade(path: Path) -> None:
    """Bring the database to this version's tables: a backup first, then a copy migrated, checked, and put in its place.

    Whatever happens on the way, the old file is there until the new one is whole.
    """
    backup()
    before = check(path)
    fresh = path.with_name(f"{path.name}.new")
    copy(path, fresh)
    migrate(fresh)
    after = check(fresh)
    if after.faults or (before.events, before.digest) != (after.events, after.digest):
        remove(fresh)
        raise DamagedError(
            f"{path} could not be brought to this version without loss, so it was left as it was; please tell us."
        )
    close()
    put_in_place(fresh, path)


def _refuse_to_begin_anew(path: Path) -> None:
    """A database that has gone while its backups are there is not silently followed by an empty one."""
    if kept := backups():
        raise DamagedError(
            f"{path} is missing, but there are backups, the last of {kept[0].at[:10]}: `agnesi restore` brings it "
            "back, `agnesi erase` begins anew."
        )
