"""Small texts kept on disk under a key, to be made again where lost; the oldest go when there are too many."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

FULL = 60_000
"""Entries, some 4 KB each."""


class Shelf:
    """A file of key and text. Nothing it meets on disk ever stops its caller: what cannot be read is not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def get(self, keys: Iterable[str]) -> dict[str, str]:
        """What is kept under these keys."""
        found: dict[str, str] = {}
        with self._lock, suppress(sqlite3.Error), closing(self._open()) as file:
            for key in keys:
                row = file.execute("SELECT text FROM kept WHERE key = ?", (key,)).fetchone()
                if row:
                    found[key] = row[0]
        return found

    def put(self, texts: Mapping[str, str]) -> None:
        """Keep these; the oldest go where there are too many."""
        with self._lock, suppress(sqlite3.Error), closing(self._open()) as file, file:
            file.execute("BEGIN IMMEDIATE")
            last = file.execute("SELECT MAX(place) FROM kept").fetchone()[0] or 0
            file.executemany("DELETE FROM kept WHERE key = ?", [(key,) for key in texts])
            rows = [(place, key, text) for place, (key, text) in enumerate(texts.items(), last + 1)]
            file.executemany("INSERT INTO kept (place, key, text) VALUES (?, ?, ?)", rows)
            file.execute("DELETE FROM kept WHERE place <= ?", (last + len(rows) - FULL,))

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(self._path, timeout=2, isolation_level=None)
        file.execute(
            "CREATE TABLE IF NOT EXISTS kept (place INTEGER PRIMARY KEY, key TEXT NOT NULL, text TEXT NOT NULL)"
        )
        file.execute("CREATE UNIQUE INDEX IF NOT EXISTS kept_key ON kept (key)")
        return file
