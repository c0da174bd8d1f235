"""Today's plan: a short check where something was missing, what fades, and the next lesson, within the minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from agnesi.content.concept import Concept
from agnesi.content.course import Course
from agnesi.exercise.problem import Exercise
from agnesi.learner import mastery, memory
from agnesi.learner.state import State
from agnesi.study import cover, reasons, uses
from agnesi.study.standing import assumed, is_open, learned
from agnesi.study.withdrawn import is_withdrawn

Kind = Literal["probe", "check", "review", "proof", "lesson", "done"]
REVIEW_SHARE = 0.6
"""Reviews take at most this share of the minutes while there is a lesson to go on with."""
LESSON_MINUTES = {1: 14, 2: 18, 3: 21, 4: 24, 5: 26}
PROOFS_A_DAY = 2


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing to do, and why: `exercise` is "slug/name", empty for a lesson; `refreshes` names what else it helps."""

    kind: Kind
    concept: str
    exercise: str
    reason: str
    minutes: float
    title: str = ""
    refreshes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Today:
    """What to do today, in order. `later` counts what also fades and is spread over the coming days, never a debt.

    `spent` are the minutes worked today already; `fading` the concepts that fade most, with recall in [0, 1].
    """

    items: tuple[Recommendation, ...]
    minutes: int
    spent: float
    later: int
    fading: tuple[tuple[str, float], ...]


def today(course: Course, state: State, day: date, minutes: int = 20) -> Today:
    """The plan for `day`, made anew from the state: after a break nothing is lost and nothing has piled up."""
    ordinal = max(day.toordinal(), state.day)
    known = learned(course, state)
    lesson = next_lesson(course, state, ordinal)
    quick = _probes(course, state, ordinal) + _checks(course, state, ordinal, lesson)
    fading = _fading(course, state, ordinal, known)
    due = [slug for slug in fading if slug not in {item.concept for item in quick}]
    room = minutes * (REVIEW_SHARE if lesson else 1.0) - sum(item.minutes for item in quick)
    reviews = _reviews(course, state, ordinal, {slug: fading[slug] for slug in due}, room)
    covered = {slug for item in (*quick, *reviews) for slug in (item.concept, *item.refreshes)}
    proofs = _proofs(course, state, ordinal, known - covered) if room > sum(item.minutes for item in reviews) else []
    items = (*quick, *cover.interleaved([*reviews, *proofs], _concept_of, _confusable(course, known)))
    if lesson:
        items = (*items, lesson)
    weakest = sorted(((slug, memory.recall(state[slug], ordinal)) for slug in fading), key=lambda pair: pair[1])
    return Today(
        items or (_nothing(course, state, ordinal),),
        minutes,
        state.minutes.get(ordinal, 0.0),
        len([slug for slug in due if slug not in covered]),
        tuple(weakest[:5]),
    )


def next_lesson(course: Course, state: State, ordinal: int) -> Recommendation | None:
    """The next concept to learn: the first of the path to the goal, else the first that is ready."""
    known = learned(course, state)
    goal = state.goal if state.goal and _has_goal(course, state.goal) else None
    way = course.path(goal, known) if goal else course.graph.frontier(known | assumed(course))
    path = [slug for slug in way if course.concept(slug).written]
    begun = [slug for slug in path if state[slug].answered_on is not None and not state[slug].challenged]
    ready = [slug for slug in (*begun, *path) if all(is_open(course, state, need) for need in _needs(course, slug))]
    if not ready:
        return None
    concept = course.concept(ready[0])
    return Recommendation(
        "lesson",
        concept.id,
        "",
        _why_lesson(course, state, concept, goal, ordinal),
        float(LESSON_MINUTES.get(concept.level, 20)),
        concept.title,
    )


def _why_lesson(course: Course, state: State, concept: Concept, goal: str | None, ordinal: int) -> str:
    wanted = course.graph.closure(course.goal(goal).concepts) if goal else frozenset(course.graph.order)
    opens = [slug for slug in course.graph.dependents(concept.id) if slug in wanted]
    have = [course.concept(need).title for need in concept.prerequisites if mastery.is_learned(state[need])]
    taken = [course.concept(need).title for need in concept.prerequisites if not mastery.is_learned(state[need])]
    answered = state[concept.id].answered_on
    written = [slug for slug in opens if course.concept(slug).written] or opens
    needed_by = course.concept(written[0]).title if written else ""
    if goal and concept.id in course.goal(goal).concepts and not needed_by:
        needed_by = f"Your goal, {course.goal(goal).title},"
    return reasons.for_lesson(needed_by, have, taken, len(opens), None if answered is None else ordinal - answered)


def _probes(course: Course, state: State, ordinal: int) -> list[Recommendation]:
    items = []
    for slug, shown_by in state.probes.items():
        exercise = _pick(course, state, slug, ordinal, short=True) if slug in course else None
        if exercise is not None and shown_by in course:
            reason = reasons.for_probe(course.concept(shown_by).title)
            items.append(_item(course, "probe", exercise, reason))
    return items[:2]


def _checks(course: Course, state: State, ordinal: int, lesson: Recommendation | None) -> list[Recommendation]:
    """What was doubted, and what the next lesson needs and a placement left open: one exercise settles it."""
    doubted = [slug for slug, standing in state.concepts.items() if standing.challenged and slug in course]
    unsure: list[str] = []
    if lesson and state[lesson.concept].answered_on is None:
        standing = state[lesson.concept]
        if standing.placed is not None and 0.4 <= standing.placed < mastery.LEARNED:
            unsure = [lesson.concept]
    items = []
    for slug in (*doubted, *unsure):
        exercise = _pick(course, state, slug, ordinal)
        if exercise is not None:
            needing = lesson.title if lesson else ""
            if slug in unsure:
                opens = course.graph.dependents(slug)
                needing = course.concept(opens[0]).title if opens else "Your goal"
            items.append(_item(course, "check", exercise, reasons.for_check(slug in doubted, needing)))
    return items[:3]


def _fading(course: Course, state: State, ordinal: int, known: frozenset[str]) -> dict[str, float]:
    """What falls due by `ordinal`: {concept: worth of refreshing it}, more on the path to the goal."""
    goal = state.goal if state.goal and _has_goal(course, state.goal) else None
    wanted = course.graph.closure(course.goal(goal).concepts) if goal else frozenset()
    worth = {}
    for slug, standing in state.concepts.items():
        begun = slug in known or mastery.is_mastered(standing)
        if not begun or slug not in course.graph or memory.due(standing, state.learner, slug) > ordinal:
            continue
        faded = 1 - memory.recall(standing, ordinal)
        worth[slug] = faded * (1.5 if slug in wanted else 1.0)
    return worth


def _reviews(course: Course, state: State, ordinal: int, fading: dict[str, float], room: float) -> list[Recommendation]:
    candidates = []
    for slug in state.concepts:
        if slug not in course.graph or not (mastery.is_learned(state[slug]) or slug in fading):
            continue
        if slug not in fading and not fading:
            continue
        for exercise in _usable(course, slug):
            covers = {slug: 1.0, **uses.weights(course, exercise)}
            if fading.keys() & covers.keys() and not _today_already(state, exercise, ordinal):
                candidates.append(_candidate(state, exercise, covers))
    items = []
    for one in cover.chosen(candidates, fading, max(room, 0.0)):
        slug, _, name = one.exercise.partition("/")
        also = [used for used in one.covers if used != slug and used in fading]
        about = slug if slug in fading else max(also, key=fading.__getitem__)
        standing = state[about]
        days = ordinal - int(standing.tested or standing.reviewed or ordinal)
        titles = [course.concept(used).title for used in also if used != about]
        reason = reasons.for_review(days, memory.recall(standing, ordinal), titles)
        items.append(_item(course, "review", course.concept(slug).exercises[name], reason, tuple(also)))
    return items


def _proofs(course: Course, state: State, ordinal: int, known: frozenset[str]) -> list[Recommendation]:
    """Learned concepts whose mastery lacks a kind or a later day, when minutes are left."""
    items = []
    for slug in sorted(known, key=lambda slug: state[slug].answered_on or 0):
        standing = state[slug]
        if standing.answered_on is None or standing.answered_on >= ordinal or mastery.is_mastered(standing):
            continue
        missing = [kind for kind in mastery.REQUIRED_KINDS if kind not in standing.kinds]
        exercise = _pick(course, state, slug, ordinal, kinds=tuple(missing))
        if exercise is not None:
            items.append(_item(course, "proof", exercise, reasons.for_proof(missing)))
    return items[:PROOFS_A_DAY]


def _pick(
    course: Course, state: State, slug: str, ordinal: int, *, short: bool = False, kinds: tuple[str, ...] = ()
) -> Exercise | None:
    """An exercise of a concept: of the wanted kinds, asked least and longest ago; the shortest for a probe."""

    def rank(exercise: Exercise) -> tuple[float, ...]:
        practice = state.practice(_name(exercise))
        wanted = mastery.required(exercise.kind) in kinds if kinds else exercise.kind != "recall"
        again = _today_already(state, exercise, ordinal)
        return (again, not wanted, exercise.seconds if short else 0, practice.asked, practice.last or 0)

    return min(_usable(course, slug), key=rank, default=None)


def _usable(course: Course, slug: str) -> list[Exercise]:
    concept = course.concept(slug)
    if not concept.written:
        return []
    return [one for one in concept.exercises.values() if not is_withdrawn(course, _name(one), one.edition)]


def _candidate(state: State, exercise: Exercise, covers: dict[str, float]) -> cover.Candidate:
    practice = state.practice(_name(exercise))
    missing = mastery.required(exercise.kind) not in state[exercise.concept].kinds and exercise.kind != "recall"
    rank = (not missing, practice.asked, practice.last or 0)
    return cover.Candidate(_name(exercise), exercise.concept, covers, max(exercise.seconds, 10) / 60, rank)


def _today_already(state: State, exercise: Exercise, ordinal: int) -> bool:
    return (state.practice(_name(exercise)).last or 0) >= ordinal


def _item(
    course: Course, kind: Kind, exercise: Exercise, reason: str, refreshes: tuple[str, ...] = ()
) -> Recommendation:
    title = course.concept(exercise.concept).title
    return Recommendation(kind, exercise.concept, _name(exercise), reason, exercise.seconds / 60, title, refreshes)


def _nothing(course: Course, state: State, ordinal: int) -> Recommendation:
    goal = course.goal(state.goal).title if state.goal and _has_goal(course, state.goal) else ""
    dues = [memory.due(standing, state.learner, slug) for slug, standing in state.concepts.items() if slug in course]
    ahead = [due for due in dues if ordinal < due < float("inf")]
    return Recommendation(
        "done", "", "", reasons.for_nothing(goal, round(min(ahead) - ordinal) if ahead else None), 0.0
    )


def _confusable(course: Course, known: frozenset[str]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def near(one: str, other: str) -> bool:
        if one not in known or other not in known:
            return False
        return other in _confused(course, one) or one in _confused(course, other)

    return near


def _confused(course: Course, slug: str) -> tuple[str, ...]:
    concept = course.concept(slug)
    return concept.lesson.front.confused_with if concept.written else ()


def _concept_of(item: Recommendation) -> str:
    return item.concept


def _needs(course: Course, slug: str) -> tuple[str, ...]:
    return course.concept(slug).prerequisites


def _has_goal(course: Course, goal: str) -> bool:
    return any(one.id == goal for one in course.goals)


def _name(exercise: Exercise) -> str:
    return f"{exercise.concept}/{exercise.name}"
