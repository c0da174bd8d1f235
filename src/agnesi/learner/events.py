"""The events of a learner's log, as the fold sees them: what happened, on which day, and all that replay needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

EventKind = Literal[
    "asked",
    "answered",
    "guessed",
    "hinted",
    "solution-seen",
    "placed",
    "challenged",
    "appealed",
    "goal",
    "retracted",
    "withdrawn",
    "imported",
]
KINDS: tuple[EventKind, ...] = EventKind.__args__  # type: ignore[attr-defined]
FORMAT = 1
"""The version of the bodies below."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the log.

    `id` is the client's idempotency key; `seq` counts from 1 for each learner; `at` is UTC in ISO 8601. Bodies, by kind
    (JSON objects; absent means unknown):

    asked          exercise "slug/name", edition, seed, placement? (id of the `placed` event that began it)
    answered       problem (id of `asked`), text, verdict, mistake, blames, credit, ms, hints (number seen before),
                   solved (solution seen before), first (first try at this problem); and of the exercise as it then
                   was: exercise, edition, seed, concept, kind, difficulty, seconds, weights {concept: w}, guess, tests.
                   The verdict is one of "right wrong form undecided unreadable unavailable unknown".
    guessed        guess "slug/name", choice
    hinted         problem, hint (from 1)
    solution-seen  problem
    placed         step "begun|paused|resumed|ended", placement (id of the begun event), goal, level, seed
    challenged     concept
    appealed       answer (id of the `answered` event), exercise, edition, seed, text, reading, verdict, versions
    goal           goal (id or null)
    retracted      event (id)
    withdrawn      exercise, edition
    imported       source, concept, day, grade
    """

    id: str
    learner: str
    seq: int
    at: str
    day: date
    kind: EventKind
    body: Mapping[str, Any]
    format: int = FORMAT
