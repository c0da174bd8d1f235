"""The format of a database file: whether it is ours, which version of the tables it has, and which Agnesi wrote it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from agnesi.store.errors import DamagedError, NewerError, StoreError
from agnesi.store.sqlite.opening import opened
from agnesi.version import __version__

FORMAT = 1
"""The number of the last migration; kept in the file's `user_version`."""
APPLICATION = 0x41474E45
"""`AGNE`, in the file's header: a database of ours."""


@dataclass(frozen=True, slots=True)
class Format:
    """What a file says of itself: the number of its format and the version that wrote it."""

    number: int
    written_by: str


def format_of(path: Path) -> Format:
    """The format of the database at `path`. Raises DamagedError where it is none, StoreError where it does not open."""
    try:
        with opened(path, "ro") as plain:
            if plain.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
                raise DamagedError(
                    f"{path} is not a database of Agnesi's; `agnesi restore` brings back the last backup."
                )
            number = plain.execute("PRAGMA user_version").fetchone()[0]
            written_by = plain.execute("SELECT value FROM about WHERE name = 'written_by'").fetchone()
            return Format(number, written_by[0] if written_by else "an unknown version")
    except sqlite3.OperationalError as error:
        if "unable to open" in str(error) or "disk I/O" in str(error) or "readonly" in str(error):
            raise StoreError(f"{path} cannot be opened ({error}); look whether it is there and may be read.") from error
        raise DamagedError(_damaged(path, error)) from error
    except sqlite3.DatabaseError as error:
        raise DamagedError(_damaged(path, error)) from error


def refuse_newer(path: Path, found: Format) -> None:
    """Raise NewerError when a later Agnesi wrote the file."""
    if found.number > FORMAT:
        raise NewerError(
            f"{path} was written by Agnesi {found.written_by}; you run {__version__}: install the newer one to use it."
        )


def stamp(plain: sqlite3.Connection, version: str = __version__) -> None:
    """Write into the file that it is ours, which format it has, and who wrote it."""
    plain.execute(f"PRAGMA application_id={APPLICATION}")
    plain.execute("CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    plain.execute("INSERT OR REPLACE INTO about VALUES ('written_by', ?)", (version,))
    plain.execute(f"PRAGMA user_version={FORMAT}")


def _damaged(path: Path, error: Exception) -> str:
    return f"{path} is damaged ({error}); `agnesi restore` brings back the last backup, and keeps the damaged file."
