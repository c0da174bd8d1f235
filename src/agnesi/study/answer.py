"""One answer, from the text to what the page says: graded, written to the log, counted, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agnesi import exercise as judging
from agnesi.content.course import Course
from agnesi.exercise.grading import Graded
from agnesi.exercise.runner import Runner
from agnesi.learner.events import Event
from agnesi.maths.verdict import Verdict
from agnesi.study import uses
from agnesi.study.asked import Open, begin, opened
from agnesi.study.next_up import Recommendation, next_up
from agnesi.study.ports import Log, Moment
from agnesi.study.standing import standing_word

COUNTED = ("right", "wrong")
TRIES_BEFORE_SOLUTION = 2
NOT_YET = "Noted. Not knowing yet is not counted as wrong."


@dataclass(frozen=True, slots=True)
class Told:
    """What the page shows after an answer.

    `event` is the id under which the answer can be appealed; `tries` counts this problem's counted answers, this one
    included; `standing` is the concept's word on the map by now; `again` says that the same answer was sent before.
    """

    event: str
    verdict: str
    credit: float
    message: str
    mistake: str
    reading_tex: str
    notes: tuple[str, ...]
    lines: tuple[Verdict, ...]
    tries: int
    solution_allowed: bool
    standing: str
    next: Recommendation | None
    again: bool = False


def answer(
    course: Course,
    log: Log,
    now: Moment,
    *,
    id: str,
    problem: str,
    problem_id: str,
    text: str,
    ms: int | None = None,
    runner: Runner | None = None,
    placement: str = "",
    unknown: bool = False,
    minutes: int = 20,
) -> Told:
    """Grade `text` as an answer to `problem` (slug/name@edition:seed) and keep it as the event `id`.

    `unknown` is "I don't know", which is never graded. An `id` that is in the log already gives back what was told then
    and changes nothing. Raises UnknownProblemError and ReplacedError; nothing is written then.
    """
    before = log.event(id)
    if before is not None:
        return _told(course, log, before, _from(before), now, minutes, again=True)
    task = opened(course, log, log.state(), problem, problem_id, placement)
    graded = (
        Graded("undecided", 0.0, NOT_YET) if unknown else judging.grade(task.exercise, task.seed, text, runner=runner)
    )
    verdict = "unknown" if unknown else graded.verdict
    with log.writing():
        begin(log, task, now)
        event, _ = log.append(id, "answered", _body(course, task, graded, verdict, text, ms), now)
    return _told(course, log, event, graded, now, minutes)


def _body(course: Course, task: Open, graded: Graded, verdict: str, text: str, ms: int | None) -> dict[str, Any]:
    exercise, sheet = task.exercise, task.sheet
    return {
        "problem": sheet.id,
        "text": text,
        "verdict": verdict,
        "message": graded.message,
        "reading": graded.reading_tex,
        "mistake": graded.mistake,
        "blames": graded.blames,
        "credit": graded.credit,
        "ms": ms,
        "hints": sheet.hints,
        "solved": sheet.solved,
        "first": sheet.tries == 0,
        "exercise": task.name,
        "edition": exercise.edition,
        "seed": task.seed,
        "concept": exercise.concept,
        "kind": exercise.kind,
        "difficulty": exercise.difficulty,
        "seconds": exercise.seconds,
        "weights": uses.weights(course, exercise),
        "guess": uses.guess(exercise.problem(task.seed)),
        "tests": list(exercise.tests),
        **({"placement": sheet.placement} if sheet.placement else {}),
    }


def _from(event: Event) -> Graded:
    body = event.body
    return Graded(
        body.get("verdict", "undecided"),
        body.get("credit", 0.0),
        body.get("message", ""),
        body.get("mistake", ""),
        body.get("blames", ""),
        body.get("reading", ""),
    )


def _told(
    course: Course, log: Log, event: Event, graded: Graded, now: Moment, minutes: int, again: bool = False
) -> Told:
    state = log.state()
    body = event.body
    sheet = state.sheet(str(body.get("problem", "")))
    tries = sheet.tries if sheet else 1
    done = sheet.done if sheet else True
    concept = str(body.get("concept", ""))
    return Told(
        event=event.id,
        verdict=str(body.get("verdict", graded.verdict)),
        credit=graded.credit,
        message=graded.message,
        mistake=graded.mistake,
        reading_tex=graded.reading_tex,
        notes=graded.notes,
        lines=graded.lines,
        tries=tries,
        solution_allowed=done or tries >= TRIES_BEFORE_SOLUTION,
        standing=standing_word(course, state, concept, now.day) if concept in course else "",
        next=None if body.get("placement") else next_up(course, state, now.day, minutes),
        again=again,
    )
