"""What the use cases need of the world: a log that keeps (`store` provides it), and a clock (`web` and `cli` do)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from agnesi.learner.events import Event, EventKind
from agnesi.learner.state import State


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, as one request knows it: `at` is UTC in ISO 8601, `day` the learner's day with rollover at 04:00."""

    at: str
    day: date


class Log(Protocol):
    """One learner's log and the state folded from it."""

    learner: str

    def append(self, id: str, kind: EventKind, body: Mapping[str, Any], now: Moment) -> tuple[Event, bool]:
        """Append one event and fold it into the state, durably, in one transaction; True when it is new.

        An `id` already in the log gives back the event it names and changes nothing. The event's day is never earlier
        than that of the event before it.
        """

    def writing(self) -> AbstractContextManager[None]:
        """Hold the one write lock and one transaction over several appends: all of them or none."""

    def state(self) -> State:
        """The state as of the last event; refolded where the kept row is of another version or lost."""

    def event(self, id: str) -> Event | None:
        """The event of this learner with this id."""

    def events(self, kinds: Iterable[EventKind] = (), exercise: str = "", last: int = 0) -> list[Event]:
        """The learner's events in order: of these kinds (all if empty), of one exercise, the last so many if not 0."""


Clock = Callable[[], Moment]
