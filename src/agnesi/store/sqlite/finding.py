"""Search by words: an index of texts in a file of its own that can be made again at any time, and one in memory.

FTS5 is SQLite's. What a learner wrote never goes into the file: it is searched in memory, so that erasing stays easy.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

MOST = 30
"""As many hits are given."""
OPEN, CLOSE = "\x01", "\x02"
"""Around each word that was found, in a snippet."""

_MAKE = """CREATE VIRTUAL TABLE texts USING fts5(kind UNINDEXED, id UNINDEXED, title, summary, body,
    tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')"""
_FIND = f"""SELECT kind, id, title, snippet(texts, -1, '{OPEN}', '{CLOSE}', ' … ', 22) FROM texts
    WHERE texts MATCH ? ORDER BY bm25(texts, 0, 0, 12, 4, 1) LIMIT {MOST}"""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be found: `kind` and `id` say what it is; the title counts most, then the summary."""

    kind: str
    id: str
    title: str
    summary: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found; the words that were asked for stand between OPEN and CLOSE in the snippet."""

    kind: str
    id: str
    title: str
    snippet: str


def stamped(path: Path, stamp: str) -> bool:
    """Whether the index at `path` is there and was made for `stamp`."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(path)) as plain:
            return bool(plain.execute("SELECT 1 FROM made WHERE stamp = ?", (stamp,)).fetchone())
    except sqlite3.Error:
        return False


def make(path: Path, stamp: str, documents: Iterable[Document]) -> None:
    """Make the index anew, under another name first. Raises OSError and sqlite3.Error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh)) as plain:
        _fill(plain, documents)
        plain.execute("CREATE TABLE made (stamp TEXT)")
        plain.execute("INSERT INTO made VALUES (?)", (stamp,))
        plain.commit()
    fresh.replace(path)


def find(path: Path, asked: str) -> list[Hit]:
    """What the index at `path` has for these words, best first; the last word may be the beginning of one."""
    with closing(sqlite3.connect(path)) as plain:
        return _found(plain, asked)


def find_among(documents: Sequence[Document], asked: str) -> list[Hit]:
    """The same among texts that are kept nowhere."""
    if not documents or not _query(asked):
        return []
    with closing(sqlite3.connect(":memory:")) as plain:
        _fill(plain, documents)
        return _found(plain, asked)


def _fill(plain: sqlite3.Connection, documents: Iterable[Document]) -> None:
    plain.execute(_MAKE)
    rows = ((one.kind, one.id, one.title, one.summary, one.body) for one in documents)
    plain.executemany("INSERT INTO texts VALUES (?, ?, ?, ?, ?)", rows)


def _found(plain: sqlite3.Connection, asked: str) -> list[Hit]:
    query = _query(asked)
    return [Hit(*row) for row in plain.execute(_FIND, (query,))] if query else []


def _query(asked: str) -> str:
    """Every word quoted, so that nothing in it is an operator of FTS5."""
    words = _WORD.findall(asked)[:12]
    return " ".join([f'"{word}"' for word in words[:-1]] + [f'"{words[-1]}"*']) if words else ""
