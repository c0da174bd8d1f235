"""The roadmap: a page with a canvas and the same as a plain list, and its data."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from agnesi.study.standing import standing_word
from agnesi.web import tutor
from agnesi.web.places import places

STATES = ("known", "learned", "fading", "ready", "ahead", "planned")


@require_safe
@ensure_csrf_cookie
def page(request: HttpRequest) -> HttpResponse:
    """The map, and under it every concept by area."""
    here = tutor.Here(request)
    areas = [(area, [one for one in _concepts(here) if one["area"] == area.id]) for area in here.course.areas]
    props = {"data": "/map.json", "at": request.GET.get("at", ""), "goal": here.state.goal or ""}
    return render(request, "map.html", {"areas": areas, "states": STATES, "props": props})


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """`{areas, concepts, goals, goal}`: what the canvas draws."""
    here = tutor.Here(request)
    return JsonResponse(
        {
            "areas": [{"id": area.id, "title": area.title} for area in here.course.areas],
            "concepts": _concepts(here),
            "goals": [{"id": one.id, "title": one.title, "concepts": list(one.concepts)} for one in here.course.goals],
            "goal": here.state.goal,
        }
    )


def _concepts(here: tutor.Here) -> list[dict[str, Any]]:
    at = places(here.course.folder)
    return [
        {
            "id": one.id,
            "title": one.title,
            "area": one.area,
            "level": one.level,
            "x": at.get(one.id, (0, 0))[0],
            "y": at.get(one.id, (0, 0))[1],
            "state": standing_word(here.course, here.state, one.id, here.now.day),
            "written": one.written,
            "prerequisites": list(one.prerequisites),
            "outcomes": list(one.outcomes),
        }
        for one in here.course.concepts
    ]
