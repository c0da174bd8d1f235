"""What is held of one learner: one small row, folded from the log, that a page reads instead of the log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

VERSION = 1
"""Raised with every change of the model or of this shape: a kept row of another version is folded anew from the log."""


class OutdatedError(ValueError):
    """The kept row is damaged, of another version, or set aside: fold the log anew."""


class Standing(NamedTuple):
    """Where a learner stands in one concept. Days are ordinals (`date.toordinal`); None where nothing is known yet.

    Mastery: `learned` is the chance that it has been learned; `ability` what the model learned beyond it, in logits;
    `wins` and `losses` are recent successes and failures, `right` and `wrong` all of them, weighted; `streak` counts
    successes since the last failure; `kinds` are the kinds of exercise that succeeded; `first`, `later` are the first
    day of success and the first one after it. Memory: `stability` in days, `hardness` FSRS's difficulty in [1, 10],
    `reviewed` the day (with fractions) from which forgetting is counted, `tested` the last day that an answer of its
    own was graded, `interval` the days that this gave it. `placed` is what a placement found; `challenged` says that
    the learner doubts it.
    """

    learned: float | None = None
    placed: float | None = None
    challenged: bool = False
    ability: float = 0.0
    wins: float = 0.0
    losses: float = 0.0
    right: float = 0.0
    wrong: float = 0.0
    streak: float = 0.0
    kinds: tuple[str, ...] = ()
    first: int | None = None
    later: int | None = None
    failed_on: int | None = None
    learned_on: int | None = None
    mastered_on: int | None = None
    answered_on: int | None = None
    stability: float | None = None
    hardness: float | None = None
    reviewed: float | None = None
    tested: int | None = None
    interval: float = 0.0
    lapses: int = 0


class Practice(NamedTuple):
    """One exercise, for one learner: how often it was asked, answered for credit and right at the first try.

    `walked` counts the problems that went on to a new case; after a shown solution the same case comes once more.
    """

    asked: int = 0
    walked: int = 0
    answered: int = 0
    right: int = 0
    last: int | None = None


class Sheet(NamedTuple):
    """One problem that was begun, among the last few: what the page needs when it comes back to it."""

    id: str
    exercise: str
    edition: int
    seed: int
    placement: str = ""
    tries: int = 0
    hints: int = 0
    solved: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """The last placement, to be taken up again: its answers in order as (concept, outcome, chance to guess)."""

    id: str
    goal: str | tuple[str, ...] | None
    level: int | None
    seed: int
    step: str
    answers: tuple[tuple[str, str, float], ...] = ()
    day: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """Everything held of one learner as of event `seq`.

    `day` is the last known day and `clock` the last event's day in UTC (ordinals); `ability` is the learner's, over all
    concepts, in logits; `sheets` are the last problems begun, oldest first; `probes` maps a prerequisite that was
    blamed to the concept where it showed; `trust` is how far credit from other exercises is believed
    (`implicit.Trust`); `skipped` names events that could not be used, the last few; `future` counts events from the
    future. `stale` says that an event was set aside after it had been counted: fold the log anew.
    """

    learner: str = ""
    seq: int = 0
    day: int = 0
    clock: int = 0
    ability: float = 0.0
    answers: int = 0
    trust: float = 0.6
    trust_bias: float = 0.0
    goal: str | None = None
    concepts: Mapping[str, Standing] = field(default_factory=dict)
    exercises: Mapping[str, Practice] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    placement: Placed | None = None
    guesses: Mapping[str, str] = field(default_factory=dict)
    probes: Mapping[str, str] = field(default_factory=dict)
    minutes: Mapping[int, float] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    skipped: tuple[str, ...] = ()
    future: int = 0
    stale: bool = False

    def __getitem__(self, concept: str) -> Standing:
        """The standing in `concept`; an empty one where nothing happened yet."""
        return self.concepts.get(concept, NOTHING)

    def practice(self, exercise: str) -> Practice:
        """What happened with one exercise ("slug/name")."""
        return self.exercises.get(exercise, Practice())

    def sheet(self, id: str) -> Sheet | None:
        """A problem among the last ones begun."""
        return next((sheet for sheet in reversed(self.sheets) if sheet.id == id), None)

    def to_json(self) -> str:
        """The state as the row that the store keeps: equal states give equal text, byte for byte."""
        body = {
            "concepts": _columns(Standing, self.concepts),
            "exercises": _columns(Practice, self.exercises),
            "sheets": [list(sheet) for sheet in self.sheets],
            "placement": asdict(self.placement) if self.placement else None,
            "minutes": {str(day): minutes for day, minutes in self.minutes.items()},
            "aside": sorted(self.aside),
            **{name: getattr(self, name) for name in _PLAIN},
        }
        body["probes"], body["guesses"] = dict(self.probes), dict(self.guesses)
        text = _dump(body)
        return _dump({"version": VERSION, "checksum": _checksum(text), "state": body})

    @classmethod
    def from_json(cls, text: str) -> State:
        """The state that `to_json` wrote. Raises `OutdatedError` when the row must be folded anew."""
        try:
            row = json.loads(text)
            version, checksum, body = row["version"], row["checksum"], row["state"]
        except (ValueError, KeyError, TypeError) as error:
            raise OutdatedError("the kept state cannot be read") from error
        if version != VERSION:
            raise OutdatedError(f"the kept state is of version {version}, the model of version {VERSION}")
        if checksum != _checksum(_dump(body)):
            raise OutdatedError("the kept state does not agree with its checksum")
        if body["stale"]:
            raise OutdatedError("an answer was set aside after it had been counted")
        placement = body["placement"]
        if placement:
            goal = placement["goal"]
            placement["goal"] = tuple(goal) if isinstance(goal, list) else goal
            placement["answers"] = tuple((c, outcome, guess) for c, outcome, guess in placement["answers"])
        return cls(
            concepts=_rows(Standing, body["concepts"]),
            exercises=_rows(Practice, body["exercises"]),
            sheets=tuple(Sheet(*sheet) for sheet in body["sheets"]),
            placement=Placed(**placement) if placement else None,
            probes=body["probes"],
            guesses=body["guesses"],
            minutes={int(day): minutes for day, minutes in body["minutes"].items()},
            aside=frozenset(body["aside"]),
            skipped=tuple(body["skipped"]),
            **{name: body[name] for name in _PLAIN if name != "skipped"},
        )


NOTHING = Standing()
_PLAIN = (
    "learner",
    "seq",
    "day",
    "clock",
    "ability",
    "answers",
    "trust",
    "trust_bias",
    "goal",
    "skipped",
    "future",
    "stale",
)


def _columns(row: Any, rows: Mapping[str, Any]) -> dict[str, list[Any]]:
    columns = zip(*rows.values(), strict=True) if rows else ((),) * len(row._fields)
    return {"id": list(rows), **{name: list(column) for name, column in zip(row._fields, columns, strict=True)}}


def _rows(row: Any, columns: Mapping[str, list[Any]]) -> dict[str, Any]:
    values = zip(*(columns[name] for name in row._fields), strict=True)
    made = (row._make(tuple(v) if isinstance(v, list) else v for v in each) for each in values)
    return dict(zip(columns["id"], made, strict=True))


def _dump(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
