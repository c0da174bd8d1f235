"""Whether a database file is what was written to it: SQLite's structure, the chain of the log, the seals of the rest.

It reads the file as it is, past Django, since a damaged row must be reported and not stumble over a converter.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agnesi.store import chain
from agnesi.store.errors import DamagedError
from agnesi.store.sqlite.opening import opened

COLUMNS = ("learner", "seq", "id", "at", "day", "kind", "format", "body", "chain")
SEALED = {"note": ("learner", "concept", "text", "at"), "bookmark": ("learner", "concept", "at"),
          "preference": ("learner", "name", "value")}  # fmt: skip
MOST = 20
"""As many faults are told; more say nothing new."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the number of learners and events, one hash over all chains, and the faults, each a sentence."""

    learners: int
    events: int
    digest: str
    faults: tuple[str, ...]


def check(path: Path, last: int = 0) -> Checked:
    """Check the whole database at `path`, or, where `last` is given, the last so many events alone and quickly.

    Never raises for a damaged file: that is a fault. All is read as of one moment.
    """
    faults: list[str] = []
    learners, events, digest = 0, 0, hashlib.sha256()
    try:
        with opened(path, "ro") as plain:
            plain.execute("BEGIN")
            if not last:
                faults += _structure(plain)
            for learner, count in plain.execute(
                "SELECT learner, max(seq) FROM store_event GROUP BY learner ORDER BY 1"
            ):
                end, broken = _chain(plain, learner, max(0, count - last) if last else 0)
                faults += broken
                faults += _state(plain, learner, count, end)
                digest.update(f"{learner} {count} {end}\n".encode())
                learners, events = learners + 1, events + count
            if not last:
                faults += _seals(plain)
                faults += _rows_without_events(plain)
    except (sqlite3.DatabaseError, UnicodeDecodeError, TypeError) as error:
        faults.append(f"The file cannot be read: {error}.")
    return Checked(learners, events, digest.hexdigest(), tuple(faults[:MOST]))


def refuse_damaged(path: Path, last: int = 0) -> Checked:
    """What `check` found; raises DamagedError when it found a fault."""
    found = check(path, last)
    if found.faults:
        raise DamagedError(
            f"{path} is damaged: {found.faults[0]} `agnesi restore` brings back the last backup, and keeps this file."
        )
    return found


def _structure(plain: sqlite3.Connection) -> list[str]:
    """What SQLite says of its pages, indexes and constraints."""
    found = [row[0] for row in plain.execute(f"PRAGMA integrity_check({MOST})")]
    return [] if found == ["ok"] else [f"SQLite says: {sentence}." for sentence in found]


def _chain(plain: sqlite3.Connection, learner: str, after: int) -> tuple[str, list[str]]:
    """The chain of the last event, and the faults on the way from event `after` (0: from the beginning)."""
    rows = _rows(plain, learner, after)
    previous, day, seq = chain.START, "", after
    if after:
        known = plain.execute(
            "SELECT chain, day FROM store_event WHERE learner = ? AND seq = ?", (learner, after)
        ).fetchone()
        if known is None:
            return "", [f"Event {after} of learner {learner} is missing."]
        previous, day = known
    for row in rows:
        seq += 1
        if row["seq"] != seq:
            return previous, [f"Event {seq} of learner {learner} is missing."]
        told = row.pop("chain")
        try:
            row["body"] = json.loads(row["body"])
            true = chain.link(previous, row)
        except ValueError:
            true = ""
        if told != true:
            return previous, [f"Event {seq} of learner {learner} is not what was written: its chain does not fit."]
        if row["day"] < day:
            return previous, [f"Event {seq} of learner {learner} lies on a day before the event before it."]
        previous, day = told, row["day"]
    return previous, []


def _rows(plain: sqlite3.Connection, learner: str, after: int) -> Iterator[dict[str, Any]]:
    found = plain.execute(
        f"SELECT {', '.join(COLUMNS)} FROM store_event WHERE learner = ? AND seq > ? ORDER BY seq", (learner, after)
    )
    return (dict(zip(COLUMNS, row, strict=True)) for row in found)


def _state(plain: sqlite3.Connection, learner: str, seq: int, end: str) -> list[str]:
    """The kept state may be missing; where it is there, it must not know of events that the log has lost."""
    row = plain.execute("SELECT seq, chain FROM store_state WHERE learner = ?", (learner,)).fetchone()
    if row and row[0] > seq:
        return [f"The log of learner {learner} ends at event {seq}, but event {row[0]} has been there."]
    if row and row[0] == seq and row[1] != end:
        return [f"The state of learner {learner} does not belong to the last event of the log."]
    return []


def _seals(plain: sqlite3.Connection) -> list[str]:
    faults = []
    for table, columns in SEALED.items():
        for *values, told in plain.execute(f"SELECT {', '.join(columns)}, seal FROM store_{table}"):
            if chain.seal(*map(str, values)) != told:
                faults.append(f"A {table} of learner {values[0]} ({values[1]}) is not what was written.")
    return faults


def _rows_without_events(plain: sqlite3.Connection) -> list[str]:
    lost = plain.execute(
        "SELECT learner FROM store_state WHERE seq > 0 AND learner NOT IN (SELECT learner FROM store_event)"
    )
    return [f"The whole log of learner {learner} is missing." for (learner,) in lost]
