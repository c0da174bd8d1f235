"""The one way to write: one writer at a time in this process, one immediate transaction, errors said in words."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, OperationalError, transaction

from agnesi.store.errors import DamagedError, NotSavedError, StoreError

_LOCK = threading.RLock()
_before_commit: dict[str, Callable[[], None]] = {}


@contextmanager
def writing() -> Iterator[None]:
    """Hold the write lock and a transaction, durably committed when the outermost one is left without an error.

    Raises NotSavedError when the disk is full or may only be read, DamagedError when the file is damaged.
    """
    with _LOCK, told():
        if transaction.get_connection().in_atomic_block:
            yield
            return
        try:
            with transaction.atomic(durable=True, savepoint=False):
                yield
                for write in _before_commit.values():
                    write()
        finally:
            _before_commit.clear()


def before_commit(name: str, write: Callable[[], None]) -> None:
    """Have `write` called last in the transaction that is open; of several under one `name`, the last one alone."""
    _before_commit[name] = write


@contextmanager
def told() -> Iterator[None]:
    """Turn the database's errors into ours, which say what to do."""
    try:
        yield
    except OperationalError as error:
        raise _operational(error) from error
    except DatabaseError as error:
        raise _other(error) from error


def _operational(error: OperationalError) -> StoreError:
    text = str(error)
    if "full" in text:
        return NotSavedError("The disk is full, so this was not saved; free some space and try again.")
    if "readonly" in text or "read-only" in text:
        return NotSavedError(
            "The data folder may only be read, so this was not saved; allow writing to it and try again."
        )
    if "locked" in text or "busy" in text:
        return NotSavedError("Another program holds the database, so this was not saved; close it and try again.")
    if "unable to open" in text:
        return NotSavedError(
            "The database cannot be opened, so nothing was saved; look whether the data folder is there."
        )
    return NotSavedError(
        f"The disk did not take this ({text}), so it was not saved; look after the disk and try again."
    )


def _other(error: DatabaseError) -> Exception:
    cause = error.__cause__
    if isinstance(cause, sqlite3.IntegrityError):
        return error
    return DamagedError(
        f"The database is damaged ({error}); stop Agnesi, and let `agnesi restore` bring back a backup."
    )
