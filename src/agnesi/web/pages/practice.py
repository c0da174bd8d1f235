"""Practice: a sheet, how a text is read, an answer, a hint, a solution.

A GET writes nothing; each POST carries its own key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agnesi import exercise as judging
from agnesi import maths, study
from agnesi.content import formulas
from agnesi.exercise.problem import Exercise
from agnesi.maths import ReadingError
from agnesi.study import Told
from agnesi.study.asked import ReplacedError
from agnesi.study.hint import TooEarlyError
from agnesi.study.problem import named
from agnesi.web import tutor
from agnesi.web.outcomes import proved
from agnesi.web.sheet import hint_html, lines
from agnesi.web.talk import Refused, Said

MOST_GIVEN = 20
T = TypeVar("T")


@require_safe
def problem(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The sheet of a fresh problem for this learner, as HTML for a page that stands already."""
    here = tutor.Here(request)
    concept = here.concept(slug)
    given = request.GET.get("given", "0")
    sheet = here.sheet(
        concept,
        _exercise_name(concept.exercises, name),
        given=min(int(given), MOST_GIVEN) if given.isdecimal() else 0,
        where=request.GET.get("where", "")[:20],
    )
    return render(request, "sheet.html", {"sheet": sheet})


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """How a text would be read, before it counts; or where it cannot be, with a repair."""
    said = Said(request)
    task, _edition, seed = _named(said)
    text = said.text("text")
    try:
        if said.yes("line"):
            node, notes = maths.read_with_notes(text.strip().removeprefix("="), task.problem(seed).symbols)
            return JsonResponse({"html": formulas.render(maths.show(node, "latex")), "notes": notes})
        reading = judging.echo(task.problem(seed), text)
    except ReadingError as error:
        return JsonResponse(
            {"error": error.message, "start": error.start, "end": error.end, "suggestion": error.suggestion}
        )
    html = formulas.render(reading.tex) if reading.tex else ""
    return JsonResponse({"html": html, "notes": [*reading.notes, *([reading.mismatch] if reading.mismatch else [])]})


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Grade an answer, keep it, and say what became of it; the same key again gives the same reply."""
    here, said = tutor.Here(request), Said(request)
    told = _refusing(
        lambda: study.answer(
            here.course,
            here.log,
            here.now,
            id=said.key(),
            problem=said.text("problem"),
            problem_id=said.key("problem_id"),
            text=said.text("text"),
            ms=max(0, said.whole("ms", 0)),
            runner=tutor.runner(),
            placement=said.text("placement", ""),
            unknown=said.yes("unknown"),
            minutes=here.minutes,
        )
    )
    return JsonResponse(_reply(here, said, told))


@require_POST
def hint(request: HttpRequest) -> HttpResponse:
    """The next hint, which is kept: an answer after it weighs less."""
    here, said = tutor.Here(request), Said(request)
    task, _edition, seed = _named(said)
    given = _refusing(
        lambda: study.hint(
            here.course,
            here.log,
            here.now,
            id=said.key(),
            problem=said.text("problem"),
            problem_id=said.key("problem_id"),
            hint=said.whole("hint", 1),
        )
    )
    return JsonResponse({"html": hint_html(task.problem(seed), given.number), "more": given.more})


@require_POST
def solution(request: HttpRequest) -> HttpResponse:
    """The full solution with its reasons, once there was a second try; the answer counts no more."""
    here, said = tutor.Here(request), Said(request)
    seen = _refusing(
        lambda: study.solution_seen(
            here.course,
            here.log,
            here.now,
            id=said.key(),
            problem=said.text("problem"),
            problem_id=said.key("problem_id"),
        )
    )
    html = render_to_string("solution.html", {"lines": lines(seen.steps, seen.symbols), "answer": seen.answer_tex})
    return JsonResponse({"html": html})


def _reply(here: tutor.Here, said: Said, told: Told) -> dict[str, Any]:
    task, _edition, seed = named(here.course, said.text("problem"))
    placement = bool(said.text("placement", ""))
    right = told.verdict == "right"
    state = here.state_now
    sheet = state.sheet(said.key("problem_id"))
    hints_left = len(task.problem(seed).hints) > (sheet.hints if sheet else 0)
    done = right or placement or bool(sheet and sheet.done)
    shown = {
        "verdict": told.verdict,
        "says": _says(told, placement),
        "why": "" if placement else _why(told),
        "reading": told.reading_tex,
        "done": done,
        "another": not placement,
        "hints": hints_left and not done,
        "solution": told.solution_allowed and not placement,
        "again": not done,
        "appealable": not placement and told.verdict not in ("unknown", "unreadable", "unavailable"),
        "answer_id": told.event,
    }
    return {
        "verdict": told.verdict,
        "credit": 0.0 if placement else told.credit,
        "html": render_to_string("verdict.html", shown),
        "reading": told.reading_tex,
        "lines": [] if placement else [{"outcome": line.outcome, "message": line.message} for line in told.lines],
        "tries": told.tries,
        "solution_allowed": told.solution_allowed,
        "done": done,
        "state": told.standing,
        "outcomes": proved(here.course.concept(task.concept), state) if right else [],
        "next": told.next.concept if told.next else None,
    }


def _says(told: Told, placement: bool) -> str:
    """The verdict in words, which come before everything else."""
    if placement:
        return _("Noted.")
    return {
        "right": _("Right."),
        "form": _("The value is right; the form is not yet."),
        "undecided": _("Could not decide: that is on us, it does not count."),
        "unreadable": _("This could not be read; it does not count."),
        "unavailable": _("Code cannot be run here; it does not count."),
        "unknown": _("Noted."),
    }.get(told.verdict, _("Not yet."))


def _why(told: Told) -> str:
    """What is said beside the verdict, without saying the verdict again."""
    for opening in ("Right.", "Not yet.", "Could not decide: that is on us, it does not count.", "Noted."):
        if told.message.startswith(opening):
            return told.message.removeprefix(opening).strip()
    return told.message


def _named(said: Said) -> tuple[Exercise, int, int]:
    return _refusing(lambda: named(tutor.course(), said.text("problem")))


def _refusing(act: Callable[[], T]) -> T:
    """What `act` gives; what study cannot do is said to the learner in its own sentence."""
    try:
        return act()
    except ReplacedError as error:
        raise Refused(str(error), 409) from None
    except (TooEarlyError, LookupError, ValueError) as error:
        raise Refused(str(error), 400) from None


def _exercise_name(exercises: Mapping[str, Exercise], name: str) -> str:
    if name not in exercises:
        raise Http404
    return name
