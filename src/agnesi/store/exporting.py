"""Take everything along: all that is kept of a learner, as one JSON text, in pieces that can be sent as they come."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from agnesi.store import bookmarks, notes, preferences
from agnesi.store.chain import canonical
from agnesi.store.models import Event
from agnesi.store.sqlite.format import FORMAT
from agnesi.store.writing import told
from agnesi.version import __version__

COLUMNS = ("seq", "id", "at", "day", "kind", "format", "body", "chain")


def everything(learner: str) -> Iterator[str]:
    """`{"agnesi", "format", "learner", "preferences", "bookmarks", "notes", "events": [..]}` in pieces, line by line.

    Each event stands with its chain, so that whoever has the file can check it (docs/trust.md says how).
    """
    head = {
        "agnesi": __version__,
        "format": FORMAT,
        "learner": learner,
        "preferences": preferences.read(learner),
        "bookmarks": bookmarks.all(learner),
        "notes": [asdict(note) for note in notes.all(learner)],
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "events": ['
    rows = Event.objects.filter(learner=learner).order_by("seq").values_list(*COLUMNS)
    with told():
        for number, row in enumerate(rows.iterator(chunk_size=500)):
            event = dict(zip(COLUMNS, row, strict=True)) | {"body": json.loads(row[6])}
            yield (",\n  " if number else "\n  ") + canonical(event)
    yield "\n ]\n}\n"
