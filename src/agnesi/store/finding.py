"""Search over the course and what this learner wrote; the course's index is made again when the course has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from agnesi.home import settings
from agnesi.store import notes
from agnesi.store.sqlite import finding
from agnesi.store.sqlite.finding import CLOSE, MOST, OPEN, Document, Hit

__all__ = ["CLOSE", "MOST", "OPEN", "Document", "Hit", "find", "find_notes"]

_lock = threading.Lock()


def find(asked: str, stamp: str, documents: Callable[[], Iterable[Document]]) -> list[Hit]:
    """What the course has for these words; `documents` is called only when `stamp` tells of another course."""
    path = settings().cache / "search.sqlite3"
    with _lock:
        if not finding.stamped(path, stamp):
            finding.make(path, stamp, documents())
    return finding.find(path, asked)


def find_notes(learner: str, asked: str, title: Callable[[str], str]) -> list[Hit]:
    """The notes of this learner that have these words; `title` names a concept."""
    kept = notes.all(learner)
    return finding.find_among([Document("note", one.concept, title(one.concept), "", one.text) for one in kept], asked)
