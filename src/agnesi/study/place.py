"""Placement in the app: begin, one question at a time, pause, take up again, end at any time with a usable result."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import cast

from agnesi.content.course import Course
from agnesi.exercise.problem import Exercise
from agnesi.learner.placement.session import MOST_QUESTIONS, Outcome
from agnesi.learner.state import Placed, State
from agnesi.study.placement import Placement
from agnesi.study.ports import Log, Moment
from agnesi.study.problem import Fresh, problem_for
from agnesi.study.withdrawn import is_withdrawn

KNOWN, UNKNOWN = 0.8, 0.2
"""From here up a concept is told known, from here down not known; between, one exercise of its lesson settles it."""
KEPT_SESSIONS = 16
"""Placements in progress that a process keeps at hand: a speed-up alone, since any can be replayed."""
_SESSIONS: dict[str, tuple[tuple[tuple[str, str, float], ...], Placement]] = {}
_LOCK = Lock()
KINDS = ("procedure", "construct", "concept", "derivation")


class NoPlacementError(Exception):
    """There is no placement to go on with; begin one first."""


@dataclass(frozen=True, slots=True)
class Question:
    """The problem to show now: `number` counts from 1 to `most`; `sureness` in [0, 1] is how much is settled."""

    placement: str
    fresh: Fresh
    concept: str
    title: str
    number: int
    most: int
    sureness: float
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One concept in a placement's result, told known, unsure or unknown; each can be challenged."""

    concept: str
    title: str
    word: str
    chance: float
    asked: bool


def begin(
    course: Course, log: Log, now: Moment, *, id: str, goal: str | None, seed: int, level: int | None = None
) -> None:
    """Begin a placement, the event `id`, for a goal or everything; an earlier one makes room. Raises LookupError."""
    if goal is not None and goal not in {one.id for one in course.goals}:
        raise LookupError(f"The course has no goal {goal}.")
    if level is not None and level not in range(1, 6):
        raise ValueError("A level is a number from 1 (school) to 5 (graduate).")
    log.append(id, "placed", {"step": "begun", "goal": goal, "level": level, "seed": seed}, now)


def question(course: Course, state: State) -> Question | None:
    """What to ask now; the same until it is answered; None when the placement would stop. Raises NoPlacementError."""
    placed = _open(state)
    placement = _placement(course, placed)
    concept = placement.next()
    if concept is None:
        return None
    exercise = _exercise(course, state, concept)
    fresh = problem_for(course, state, f"{exercise.concept}/{exercise.name}", fresh=True)
    return Question(
        placed.id,
        fresh,
        concept,
        course.concept(concept).title,
        placement.asked + 1,
        MOST_QUESTIONS,
        placement.sureness(),
        _reason(course, placed, concept),
    )


def pause(log: Log, now: Moment, *, id: str) -> None:
    """Leave the placement for later; nothing is lost. Raises NoPlacementError."""
    log.append(id, "placed", {"step": "paused", "placement": _open(log.state()).id}, now)


def resume(log: Log, now: Moment, *, id: str) -> None:
    """Take up a placement that was paused. Raises NoPlacementError."""
    log.append(id, "placed", {"step": "resumed", "placement": _open(log.state()).id}, now)


def end(course: Course, log: Log, now: Moment, *, id: str) -> tuple[Finding, ...]:
    """End the placement, early or not: what it believes goes into the log and the state. Raises NoPlacementError."""
    placed = _open(log.state())
    known = {concept: round(chance, 4) for concept, chance in _placement(course, placed).known().items()}
    log.append(id, "placed", {"step": "ended", "placement": placed.id, "goal": placed.goal, "known": known}, now)
    return result(course, log.state())


def result(course: Course, state: State) -> tuple[Finding, ...]:
    """What the last placement found, in the order of the graph; as it stands while one is open. () without any."""
    if state.placement is None:
        return ()
    known = _placement(course, state.placement).known()
    asked = {concept for concept, _, _ in state.placement.answers}
    return tuple(
        Finding(concept, course.concept(concept).title, word(chance), chance, concept in asked)
        for concept, chance in known.items()
    )


def word(chance: float) -> str:
    """known, unsure or unknown."""
    return "known" if chance >= KNOWN else "unknown" if chance <= UNKNOWN else "unsure"


def askable(course: Course) -> frozenset[str]:
    """The concepts that can be asked: written, with an exercise that suits a placement."""
    return frozenset(concept.id for concept in course.concepts if concept.written and _suited(course, concept.id))


def _open(state: State) -> Placed:
    if state.placement is None or state.placement.step == "ended":
        raise NoPlacementError("There is no placement to go on with. Begin one.")
    return state.placement


def _placement(course: Course, placed: Placed) -> Placement:
    """The placement as of its answers: taken up where this process left it, else replayed from the first answer."""
    with _LOCK:
        taken, placement = _SESSIONS.pop(placed.id, ((), None))
        if placement is None or placed.answers[: len(taken)] != taken or placement.course is not course:
            goal = placed.goal if not isinstance(placed.goal, str) or _has_goal(course, placed.goal) else None
            taken, placement = (), Placement(course, goal, placed.seed, askable(course), level=placed.level)
        answers = placed.answers[len(taken) :]
        placement.replay([(concept, cast(Outcome, outcome), guess) for concept, outcome, guess in answers])
        _SESSIONS[placed.id] = (placed.answers, placement)
        while len(_SESSIONS) > KEPT_SESSIONS:
            _SESSIONS.pop(next(iter(_SESSIONS)))
        return placement


def _has_goal(course: Course, goal: str) -> bool:
    return any(one.id == goal for one in course.goals)


def _suited(course: Course, concept: str) -> list[Exercise]:
    exercises = course.concept(concept).exercises.values()
    usable = [one for one in exercises if not is_withdrawn(course, f"{one.concept}/{one.name}", one.edition)]
    return [one for one in usable if one.kind in KINDS]


def _exercise(course: Course, state: State, concept: str) -> Exercise:
    """Of middle difficulty, and rather not the one that was asked before."""

    def rank(exercise: Exercise) -> tuple[float, float, int]:
        asked = state.practice(f"{exercise.concept}/{exercise.name}").asked
        return (min(asked, 1), abs(exercise.difficulty - 0.5), KINDS.index(exercise.kind))

    return min(_suited(course, concept), key=rank)


def _reason(course: Course, placed: Placed, concept: str) -> str:
    goal = course.goal(placed.goal) if isinstance(placed.goal, str) and _has_goal(course, placed.goal) else None
    wanted = course.graph.closure(goal.concepts) if goal else frozenset(course.graph.order)
    later = len(course.graph.descendants(concept) & wanted)
    before = len(course.graph.ancestors(concept))
    what = f"{goal.title}: " if goal else ""
    return f"{what}{before} concepts come before this one and {later} build on it, so the answer tells most about both."
