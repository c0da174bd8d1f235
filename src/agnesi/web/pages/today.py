"""Today: the next thing to do and why; then minutes, the way to the goal, what fades.

On a first visit: one problem at once.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from agnesi import study
from agnesi.content.concept import Concept
from agnesi.exercise.problem import Exercise
from agnesi.learner import memory
from agnesi.study import Recommendation
from agnesi.study.progress import CURVE_DAYS
from agnesi.web import tutor
from agnesi.web.goal_view import best_goals, stations

STATIONS = 14


@require_safe
@ensure_csrf_cookie
def today(request: HttpRequest) -> HttpResponse:
    """The first page: a welcome until there is a goal, or the learner has said that they want none yet."""
    here = tutor.Here(request)
    if here.state.goal is None and not here.liked.get("welcomed"):
        return render(request, "welcome.html", _welcome(here))
    return render(request, "today.html", _today(here))


def _today(here: tutor.Here) -> dict[str, Any]:
    plan = study.today(here.course, here.state, here.now.day, here.minutes)
    reviews = [item for item in plan.items if item.exercise]
    return {
        "next": _step(plan.items[0], len(reviews)),
        "then": _step(plan.items[-1], 0) if reviews and plan.items[-1].kind == "lesson" else None,
        "minutes": plan.minutes,
        "spent": round(plan.spent),
        "left": max(0, round(plan.minutes - plan.spent)),
        "share": min(100, round(100 * plan.spent / max(1, plan.minutes))),
        "path": stations(here, here.state.goal, STATIONS) if here.state.goal else None,
        "fading": [here.place(id) | {"curve": _curve(here, id)} for id, _recall in plan.fading],
    }


def _step(item: Recommendation, reviews: int) -> dict[str, Any]:
    """One recommendation as the large quiet button: where it leads, its title, its reason."""
    if item.kind == "lesson":
        return {
            "to": f"/learn/{item.concept}",
            "kicker": _("Next"),
            "title": item.title,
            "reason": item.reason,
            "minutes": item.minutes,
        }
    if item.kind == "done":
        return {
            "to": "/map",
            "kicker": _("Nothing is waiting"),
            "title": _("Look around on the map"),
            "reason": item.reason,
            "minutes": 0,
        }
    title = item.title if reviews == 1 else _("Review: %(n)d problems") % {"n": reviews}
    return {
        "to": "/review",
        "kicker": _("Next"),
        "title": title,
        "reason": item.reason,
        "minutes": item.minutes * reviews,
    }


def _curve(here: tutor.Here, id: str) -> list[float]:
    day = here.now.day.toordinal()
    return [memory.recall(here.state[id], day + ahead) for ahead in CURVE_DAYS]


def _welcome(here: tutor.Here) -> dict[str, Any]:
    found = _first_problem(here)
    sheet = (
        here.sheet(found[0], found[1].name, name=_("One problem, now"), where="welcome", to="#goals") if found else None
    )
    goals = best_goals(here)
    return {
        "sheet": sheet,
        "concept": found[0] if found else None,
        "goals": goals[:6],
        "more": len(goals) - 6,
        "id": str(uuid4()),
    }


def _first_problem(here: tutor.Here) -> tuple[Concept, Exercise] | None:
    """The easiest written exercise that needs one box and no code: the first one solved within two minutes."""
    easy = [
        (concept.level, exercise.difficulty, concept, exercise)
        for concept in here.course.concepts
        if concept.written and concept.level <= 3
        for exercise in concept.exercises.values()
        if exercise.kind in ("procedure", "transfer")
    ]
    best = min(easy, key=lambda one: one[:2], default=None)
    return (best[2], best[3]) if best else None
