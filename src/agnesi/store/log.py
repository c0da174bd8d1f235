"""One learner's log: appending an event and folding it into the state, in one transaction; and reading it back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.fields import TextField

from agnesi.learner.events import FORMAT, KINDS, Event, EventKind
from agnesi.learner.state import State
from agnesi.store import chain, learners, states
from agnesi.store.models import Event as Row
from agnesi.store.sqlite.triggers import EXERCISE
from agnesi.store.writing import told, writing
from agnesi.study.ports import Log, Moment

LONGEST_ID = 200
COLUMNS = ("id", "learner", "seq", "at", "day", "kind", "body", "format")
"""The columns of a row in the order of an Event's fields."""


def open_log(learner: str | None = None) -> Log:
    """The log of this learner; of the one local learner where none is named."""
    return DatabaseLog(learner or learners.learner())


@dataclass(slots=True)
class DatabaseLog:
    """The port `study.ports.Log`, kept in the database."""

    learner: str

    def append(self, id: str, kind: EventKind, body: Mapping[str, Any], now: Moment) -> tuple[Event, bool]:
        """See `study.ports.Log`. Raises ValueError for what is no event, NotSavedError when it was not saved."""
        if kind not in KINDS or not 0 < len(id) <= LONGEST_ID:
            raise ValueError(f"no event: kind {kind!r}, id {id[:LONGEST_ID]!r}")
        id, text = _clean(id), chain.canonical(body)
        with writing():
            known = self.event(id)
            if known is not None:
                return known, False
            last = self._rows().order_by("-seq").values_list("seq", "day", "chain").first() or (0, "", chain.START)
            seq, day = last[0] + 1, max(now.day.isoformat(), last[1])
            event = Event(id, self.learner, seq, now.at, date.fromisoformat(day), kind, json.loads(text), FORMAT)
            link = chain.link(last[2], _columns(event))
            Row.objects.create(**_columns(event) | {"body": text, "chain": link})
            states.advance(event, last[2], link, self._all)
        return event, True

    def writing(self) -> AbstractContextManager[None]:
        """See `study.ports.Log`."""
        return writing()

    def state(self) -> State:
        """See `study.ports.Log`. The kept row counts where it belongs to the last event; else the log is refolded."""
        with told():
            last = self._rows().order_by("-seq").values_list("seq", "chain").first()
            return states.at(self.learner, *last, self._all) if last else State(learner=self.learner)

    def event(self, id: str) -> Event | None:
        """See `study.ports.Log`."""
        with told():
            row = self._rows().filter(id=_clean(id)).values_list(*COLUMNS).first()
        return _event(row) if row else None

    def events(self, kinds: Iterable[EventKind] = (), exercise: str = "", last: int = 0) -> list[Event]:
        """See `study.ports.Log`."""
        rows = self._rows().order_by("-seq")
        if wanted := tuple(kinds):
            rows = rows.filter(kind__in=wanted)
        if exercise:
            rows = rows.alias(exercise=RawSQL(EXERCISE, (), output_field=TextField())).filter(exercise=exercise)
        with told():
            found = rows.values_list(*COLUMNS)
            return [_event(row) for row in (found[:last] if last else found)][::-1]

    def _rows(self) -> QuerySet[Row]:
        return Row.objects.filter(learner=self.learner)

    def _all(self) -> Iterator[Event]:
        rows = self._rows().order_by("seq").values_list(*COLUMNS)
        return map(_event, rows.iterator(chunk_size=1000))


def _event(row: tuple[Any, ...]) -> Event:
    id, learner, seq, at, day, kind, body, format = row
    return Event(id, learner, seq, at, date.fromisoformat(day), kind, json.loads(body), format)


def _columns(event: Event) -> dict[str, Any]:
    """The event as the chain sees it."""
    return {
        "id": event.id,
        "learner": event.learner,
        "seq": event.seq,
        "at": event.at,
        "day": event.day.isoformat(),
        "kind": event.kind,
        "format": event.format,
        "body": event.body,
    }


def _clean(id: str) -> str:
    return json.loads(chain.canonical(id))  # type: ignore[no-any-return]
