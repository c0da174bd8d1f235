"""Placement: begin with how far you say you are, one question at a time, pause, stop at any time.

Then what was found.
"""

from __future__ import annotations

import secrets
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from agnesi import store, study
from agnesi.study import place
from agnesi.study.place import Finding, Question
from agnesi.web import tutor
from agnesi.web.sheet import sheet
from agnesi.web.talk import Refused

LEVELS = range(1, 6)


@require_safe
@ensure_csrf_cookie
def page(request: HttpRequest) -> HttpResponse:
    """The question to answer now; before it how to begin, after it what was found."""
    here = tutor.Here(request)
    placed = here.state.placement
    shown: dict[str, Any] = {"id": str(uuid4()), "levels": _levels(), "goal": _goal_title(here)}
    if placed is None or "again" in request.GET:
        return render(request, "placement.html", shown | {"step": "before"})
    if placed.step == "ended":
        return render(
            request, "placement.html", shown | {"step": "ended", "heaps": _heaps(place.result(here.course, here.state))}
        )
    shown["asked"] = len(placed.answers)
    if placed.step == "paused":
        return render(request, "placement.html", shown | {"step": "paused"})
    question = place.question(here.course, here.state)
    if question is None:
        return render(request, "placement.html", shown | {"step": "enough"})
    return render(
        request, "placement.html", shown | {"step": "asking", "question": question, "sheet": _sheet(here, question)}
    )


@require_POST
def step(request: HttpRequest, name: str) -> HttpResponse:
    """Begin, pause, resume or end the placement, or doubt one of its findings."""
    here = tutor.Here(request)
    id = request.POST.get("id", "")[:80] or str(uuid4())
    try:
        match name:
            case "begin":
                level = request.POST.get("level", "")
                chosen = int(level) if level.isdecimal() and int(level) in LEVELS else None
                seed = secrets.randbelow(2**31)
                place.begin(here.course, here.log, here.now, id=id, goal=here.state.goal, seed=seed, level=chosen)
                store.preferences.write(here.log.learner, "welcomed", True)
            case "pause":
                place.pause(here.log, here.now, id=id)
                return redirect("/")
            case "resume":
                place.resume(here.log, here.now, id=id)
            case "end":
                place.end(here.course, here.log, here.now, id=id)
            case "challenge":
                study.challenge(here.course, here.log, here.now, id=id, concept=request.POST.get("concept", ""))
            case _:
                raise Http404
    except (place.NoPlacementError, LookupError) as error:
        raise Refused(str(error), 409) from None
    return redirect("/placement")


def _sheet(here: tutor.Here, question: Question) -> Any:
    concept = here.course.concept(question.concept)
    fresh = question.fresh
    return sheet(
        concept,
        fresh.exercise,
        fresh.seed,
        problem_id=fresh.id,
        name=question.title,
        where="placement",
        placement=question.placement,
    )


def _levels() -> list[tuple[int, str]]:
    return [
        (1, _("School, long ago")),
        (2, _("School, still at hand")),
        (3, _("First courses at university")),
        (4, _("A degree with much mathematics")),
        (5, _("I could teach most of it")),
    ]


def _goal_title(here: tutor.Here) -> str:
    goal = next((one for one in here.course.goals if one.id == here.state.goal), None)
    return goal.title if goal else ""


def _heaps(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """What was found, in three heaps."""
    names = {"known": _("Known"), "unsure": _("Not sure: the first exercise settles it"), "unknown": _("Not known yet")}
    return [
        {"word": word, "name": name, "findings": [one for one in findings if one.word == word]}
        for word, name in names.items()
    ]
