"""How the database file is opened: never made by accident, every commit on the disk before it is acknowledged."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
    *(("PRAGMA fullfsync=ON", "PRAGMA checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()),
)
"""FULL: with NORMAL an acknowledged answer can be lost with the power. Triggers also where a row would be replaced."""


def connection(path: Path) -> dict[str, Any]:
    """What Django's DATABASES says of the database at `path`."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": uri(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": ";".join(PRAGMAS)},
    }


def uri(path: Path, mode: str = "rw") -> str:
    """`path` as SQLite wants it in order not to make a file that is missing."""
    return f"file:{quote(path.absolute().as_posix())}?mode={mode}"


@contextmanager
def opened(path: Path, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """A plain connection in autocommit, closed at the end; `mode` is `ro`, `rw` or `rwc` (made where missing)."""
    plain = sqlite3.connect(uri(path, mode), uri=True, timeout=20, isolation_level=None, check_same_thread=False)
    try:
        yield plain
    finally:
        plain.close()
