"""The fold of the log: one event after another into a state.

Replay reads bodies alone: it never generates, never judges, never opens the course.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from agnesi.learner import implicit, mastery, memory
from agnesi.learner.events import FORMAT, Event
from agnesi.learner.state import VERSION, Placed, Practice, Sheet, Standing, State

__all__ = ["VERSION", "fold", "refold"]

SHEETS_KEPT = 20
SKIPPED_KEPT = 20
DAYS_OF_MINUTES = 60
SLOW, FAST = 3.0, 0.6
LONGEST_ANSWER_MS = 600_000
KNOWN = 0.8
"""A placement's finding from which a concept is taken as known, and gets a first memory."""


def fold(state: State, event: Event) -> State:
    """The state after `event`. Never raises: an event that cannot be used is named in `skipped`.

    The result is `stale` where the event sets aside what had been counted, or shows that an earlier one came from the
    future: `refold` then gives the state. Otherwise folding one by one and `refold` are equal, byte for byte.
    """
    draft = _draft(state)
    _take(draft, event)
    return _state(draft)


def refold(events: Iterable[Event]) -> State:
    """The state of a whole log, in order: what was retracted, appealed or withdrawn is left out from the start."""
    log = list(events)
    draft = _draft(State())
    draft.aside = _set_aside(log)
    early = _from_the_future(log)
    draft.whole = True
    for place, event in enumerate(log):
        _take(draft, event, future=place in early)
    return _state(draft)


@dataclass(slots=True)
class _Draft:
    """A state that may be changed in place while events are taken in; `whole` while a whole log is folded."""

    learner: str
    seq: int
    day: int
    clock: int
    ability: float
    answers: int
    trust: float
    trust_bias: float
    goal: str | None
    concepts: dict[str, Standing]
    exercises: dict[str, Practice]
    sheets: list[Sheet]
    placement: Placed | None
    guesses: dict[str, str]
    probes: dict[str, str]
    minutes: dict[int, float]
    aside: set[str]
    skipped: list[str]
    future: int
    stale: bool
    whole: bool = False


_FIELDS = tuple(entry.name for entry in fields(State))


def _draft(state: State) -> _Draft:
    return _Draft(
        state.learner,
        state.seq,
        state.day,
        state.clock,
        state.ability,
        state.answers,
        state.trust,
        state.trust_bias,
        state.goal,
        dict(state.concepts),
        dict(state.exercises),
        list(state.sheets),
        state.placement,
        dict(state.guesses),
        dict(state.probes),
        dict(state.minutes),
        set(state.aside),
        list(state.skipped),
        state.future,
        state.stale,
    )


def _state(draft: _Draft) -> State:
    values = {name: getattr(draft, name) for name in _FIELDS}
    values |= {
        "sheets": tuple(draft.sheets),
        "skipped": tuple(draft.skipped),
        "aside": frozenset(draft.aside),
    }
    return State(**values)


def _take(draft: _Draft, event: Event, future: bool = False) -> None:
    day = _day(draft, event, future)
    draft.learner, draft.seq, draft.day = event.learner, event.seq, day
    handler = _HANDLERS.get(event.kind)
    if event.format > FORMAT:
        _skip(draft, event, f"is of format {event.format}, which this version does not know")
    elif handler is None:
        _skip(draft, event, "is of an unknown kind")
    elif draft.whole and event.id in draft.aside:
        return
    else:
        try:
            handler(draft, event, day)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            _skip(draft, event, f"cannot be used: {type(error).__name__} {error}")


def _day(draft: _Draft, event: Event, future: bool) -> int:
    """The day that an event counts for: never before the last; the last known one when it came from the future."""
    if future:
        draft.future += 1
        return draft.day
    clock = _utc_day(event)
    if draft.seq and clock < draft.clock - 1:
        draft.stale = True
    draft.clock = max(clock, draft.clock)
    day = event.day.toordinal()
    if draft.future and day > clock + 1:
        day = clock
    return max(day, draft.day)


def _utc_day(event: Event) -> int:
    try:
        return date.fromisoformat(event.at[:10]).toordinal()
    except ValueError:
        return event.day.toordinal()


def _from_the_future(log: Sequence[Event]) -> set[int]:
    """The places of events that lie more than a day after a later event, by the clock that wrote both."""
    early: set[int] = set()
    soonest = None
    for place in range(len(log) - 1, -1, -1):
        clock = _utc_day(log[place])
        if soonest is not None and clock > soonest + 1:
            early.add(place)
        else:
            soonest = clock if soonest is None else min(soonest, clock)
    return early


def _set_aside(log: Sequence[Event]) -> set[str]:
    """The ids of events that no longer count: retracted, appealed, or of an edition that was withdrawn afterwards.

    Read from the end, so that a retraction may itself be retracted.
    """
    aside: set[str] = set()
    withdrawn: set[tuple[str, int]] = set()
    for event in reversed(log):
        if event.id in aside or not isinstance(event.body, Mapping):
            continue
        if event.kind == "retracted":
            aside.add(str(event.body.get("event", "")))
        elif event.kind == "appealed":
            aside.add(str(event.body.get("answer", "")))
        elif event.kind == "withdrawn":
            withdrawn.add(_edition(event.body))
        elif event.kind == "answered" and withdrawn and _edition(event.body) in withdrawn:
            aside.add(event.id)
    return aside


def _edition(body: Mapping[str, Any]) -> tuple[str, int]:
    edition = body.get("edition", 1)
    return str(body.get("exercise", "")), edition if isinstance(edition, int) else 0


def _skip(draft: _Draft, event: Event, why: str) -> None:
    draft.skipped.append(f"event {event.seq} ({event.kind}) {why}")
    del draft.skipped[:-SKIPPED_KEPT]


def _asked(draft: _Draft, event: Event, day: int) -> None:
    body = event.body
    exercise = str(body["exercise"])
    practice = draft.exercises.get(exercise, Practice())
    before = next((sheet for sheet in reversed(draft.sheets) if sheet.exercise == exercise), None)
    again = before is not None and before.solved
    draft.exercises[exercise] = practice._replace(asked=practice.asked + 1, walked=practice.walked + (not again))
    sheet = Sheet(event.id, exercise, int(body.get("edition", 1)), int(body["seed"]), str(body.get("placement") or ""))
    draft.sheets.append(sheet)
    del draft.sheets[:-SHEETS_KEPT]


def _answered(draft: _Draft, event: Event, day: int) -> None:
    body = event.body
    verdict, concept = str(body["verdict"]), str(body["concept"])
    problem = str(body.get("problem", ""))
    right = verdict == "right"
    if body.get("placement"):
        _placement_answer(draft, body, concept, verdict)
    elif verdict in ("right", "wrong"):
        _practice_answer(draft, body, concept, right, day)
    if verdict in ("right", "wrong", "unknown"):
        draft.answers += 1
        _tried(draft, problem, right)
    spent_ms = min(max(float(body.get("ms") or 0), 0.0), LONGEST_ANSWER_MS)
    draft.minutes[day] = round(draft.minutes.get(day, 0.0) + spent_ms / 60_000, 6)
    for old in sorted(draft.minutes)[:-DAYS_OF_MINUTES]:
        del draft.minutes[old]


def _placement_answer(draft: _Draft, body: Mapping[str, Any], concept: str, verdict: str) -> None:
    placement = draft.placement
    if placement is None or placement.id != body["placement"] or verdict not in ("right", "wrong", "unknown"):
        return
    answer = (concept, verdict, float(body.get("guess") or 0.02))
    draft.placement = replace(placement, answers=(*placement.answers, answer))


def _practice_answer(draft: _Draft, body: Mapping[str, Any], concept: str, right: bool, day: int) -> None:
    exercise = str(body["exercise"])
    kind = str(body.get("kind") or "procedure")
    hints, solved = int(body.get("hints") or 0), bool(body.get("solved"))
    first = bool(body.get("first", True))
    practice = draft.exercises.get(exercise, Practice())
    standing = draft.concepts.get(concept, Standing())
    weight = mastery.counts_for(hints, solved, 0 if first else 1, practice.answered)
    known = memory.recall(standing, day) if standing.stability is not None else 1.0
    answer = mastery.Try(
        right, kind, float(body.get("difficulty", 0.5)), weight, float(body.get("guess") or 0.02), known
    )
    if kind != "recall":
        standing, draft.ability = mastery.practised(standing, draft.ability, day, answer)
    if weight > 0 and (first or standing.stability is None):
        if first and not hints and (standing.tested is None or day > standing.tested):
            trust = implicit.trusted(implicit.Trust(draft.trust, draft.trust_bias), standing, day, right)
            draft.trust, draft.trust_bias = trust
        standing = _remembered(standing, body, right, hints, first, day)
    draft.concepts[concept] = standing
    if weight > 0 and first:
        draft.exercises[exercise] = practice._replace(
            answered=practice.answered + 1, right=practice.right + right, last=day
        )
    _spread_credit(draft, body, concept, right and weight >= mastery.HINT_WEIGHT * mastery.REPEAT_FLOOR, day)
    if first or right:
        _probe(draft, body, concept, right, hints, day)


def _remembered(
    standing: Standing, body: Mapping[str, Any], right: bool, hints: int, first: bool, day: int
) -> Standing:
    """A memory begins with the first success; from then on the first answer of a day is graded, whatever it is."""
    if standing.stability is None and not right:
        return standing
    return memory.tested(standing, day, _grade(standing, body, right, hints, first))


def _grade(standing: Standing, body: Mapping[str, Any], right: bool, hints: int, first: bool) -> memory.Grade:
    if not right:
        return "again"
    seconds, ms = float(body.get("seconds") or 60), float(body.get("ms") or 0)
    if hints or not first or (standing.stability is None and standing.wrong > 0) or ms > SLOW * seconds * 1000:
        return "hard"
    fast_again = 0 < ms < FAST * seconds * 1000 and standing.streak >= 3
    return "easy" if fast_again else "good"


def _spread_credit(draft: _Draft, body: Mapping[str, Any], concept: str, right: bool, day: int) -> None:
    """Success refreshes what the exercise used; failure takes nothing from it."""
    if not right:
        return
    for used, weight in (body.get("weights") or {}).items():
        standing = draft.concepts.get(used)
        if standing is not None and used != concept:
            draft.concepts[used] = memory.exercised(standing, day, draft.trust * min(max(float(weight), 0.0), 1.0))


def _probe(draft: _Draft, body: Mapping[str, Any], concept: str, right: bool, hints: int, day: int) -> None:
    """A failure asks for a short probe of the prerequisite to blame; any answer on that prerequisite settles it."""
    draft.probes.pop(concept, None)
    if right or hints:
        return
    weights = body.get("weights") or {}
    recalls = {used: memory.recall(draft.concepts[used], day) for used in weights if used in draft.concepts}
    blamed = implicit.to_blame(concept, str(body.get("blames") or ""), weights, recalls)
    if blamed:
        draft.probes[blamed] = concept


def _tried(draft: _Draft, problem: str, right: bool) -> None:
    _mark(draft, problem, lambda sheet: sheet._replace(tries=sheet.tries + 1, done=sheet.done or right))


def _mark(draft: _Draft, problem: str, change: Callable[[Sheet], Sheet]) -> None:
    for place in range(len(draft.sheets) - 1, -1, -1):
        if draft.sheets[place].id == problem:
            draft.sheets[place] = change(draft.sheets[place])
            return


def _hinted(draft: _Draft, event: Event, day: int) -> None:
    hint = int(event.body["hint"])
    _mark(draft, str(event.body["problem"]), lambda sheet: sheet._replace(hints=max(sheet.hints, hint)))


def _solution_seen(draft: _Draft, event: Event, day: int) -> None:
    _mark(draft, str(event.body["problem"]), lambda sheet: sheet._replace(solved=True, done=True))


def _guessed(draft: _Draft, event: Event, day: int) -> None:
    draft.guesses.setdefault(str(event.body["guess"]), str(event.body["choice"]))


def _placed(draft: _Draft, event: Event, day: int) -> None:
    body, step = event.body, str(event.body["step"])
    if step == "begun":
        goal = body.get("goal")
        goal = tuple(str(c) for c in goal) if isinstance(goal, list | tuple) else goal
        level = body.get("level")
        draft.placement = Placed(event.id, goal, level, int(body.get("seed", 0)), "begun", (), day)
        return
    placement = draft.placement
    if placement is None or placement.id != body.get("placement"):
        raise ValueError("belongs to no placement that is open")
    draft.placement = replace(placement, step=step)
    if step == "ended":
        for concept, chance in (body.get("known") or {}).items():
            _found(draft, str(concept), min(max(float(chance), 0.0), 1.0), day)


def _found(draft: _Draft, concept: str, chance: float, day: int) -> None:
    """What a placement found; where practice has spoken since, its word stands and the finding is kept beside it."""
    standing = draft.concepts.get(concept, Standing())
    standing = standing._replace(placed=chance)
    if standing.answered_on is None:
        standing = standing._replace(learned=chance, challenged=False)
        if chance >= KNOWN:
            standing = memory.believed(standing, day, draft.learner, concept)
            standing = standing._replace(learned_on=standing.learned_on or day)
    draft.concepts[concept] = standing


def _challenged(draft: _Draft, event: Event, day: int) -> None:
    concept = str(event.body["concept"])
    draft.concepts[concept] = draft.concepts.get(concept, Standing())._replace(challenged=True, learned=0.5)


def _goal(draft: _Draft, event: Event, day: int) -> None:
    goal = event.body["goal"]
    draft.goal = None if goal is None else str(goal)


def _imported(draft: _Draft, event: Event, day: int) -> None:
    """A review kept elsewhere: it counts for memory, on its own day if that is not later than today."""
    body = event.body
    concept, grade = str(body["concept"]), str(body["grade"])
    if grade not in ("again", "hard", "good", "easy"):
        raise ValueError(f"{grade} is no grade")
    on = min(day, date.fromisoformat(str(body["day"])).toordinal()) if body.get("day") else day
    draft.concepts[concept] = memory.tested(draft.concepts.get(concept, Standing()), on, grade)  # type: ignore[arg-type]


def _sets_aside(draft: _Draft, event: Event, day: int) -> None:
    """An answer is taken back, appealed, or its exercise withdrawn: in a whole log it was left out from the start."""
    if draft.whole:
        return
    if event.kind == "withdrawn":
        practice = draft.exercises.get(str(event.body["exercise"]))
        draft.stale = draft.stale or practice is not None
    else:
        event.body["event" if event.kind == "retracted" else "answer"]
        draft.stale = True


_HANDLERS: dict[str, Callable[[_Draft, Event, int], None]] = {
    "asked": _asked,
    "answered": _answered,
    "hinted": _hinted,
    "solution-seen": _solution_seen,
    "guessed": _guessed,
    "placed": _placed,
    "challenged": _challenged,
    "goal": _goal,
    "imported": _imported,
    "retracted": _sets_aside,
    "appealed": _sets_aside,
    "withdrawn": _sets_aside,
}
