"""Deleting everything in a database that others have open: they go on with an empty one; old bytes are overwritten."""

from __future__ import annotations

import sqlite3

from agnesi.store.sqlite import triggers

TABLES = ("store_event", "store_state", "store_note", "store_bookmark", "store_preference", "store_learner")


def empty(plain: sqlite3.Connection) -> None:
    """Delete every row, the log's included, in one transaction; then shrink the file and its write-ahead log."""
    plain.execute("PRAGMA secure_delete=ON")
    plain.execute("BEGIN IMMEDIATE")
    try:
        for statement in (*triggers.DROP, *(f"DELETE FROM {table}" for table in TABLES), *triggers.CREATE):
            plain.execute(statement)
        plain.execute("COMMIT")
    except sqlite3.Error:
        plain.execute("ROLLBACK")
        raise
    plain.execute("VACUUM")
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
