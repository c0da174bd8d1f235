"""The roadmap: a page with a canvas and the same as a plain list, and its data."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from agnesi.content.concept import Concept
from agnesi.study.standing import standing_word
from agnesi.web import tutor
from agnesi.web.places import atlas, place

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
    """`{size, countries, areas, concepts, goals, goal}`: what the canvas draws."""
    here = tutor.Here(request)
    drawn = atlas(here.course.folder)
    return JsonResponse(
        {
            "size": drawn["size"],
            "countries": drawn["countries"],
            "areas": [{"id": area.id, "title": area.title} for area in here.course.areas],
            "concepts": _concepts(here),
            "goals": [{"id": one.id, "title": one.title, "concepts": list(one.concepts)} for one in here.course.goals],
            "goal": here.state.goal,
        }
    )


def _concepts(here: tutor.Here) -> list[dict[str, Any]]:
    return [_concept(here, one) for one in here.course.concepts]


def _concept(here: tutor.Here, one: Concept) -> dict[str, Any]:
    x, y, rank = place(here.course.folder, one.id)
    return {
        "id": one.id,
        "title": one.title,
        "area": one.area,
        "level": one.level,
        "x": x,
        "y": y,
        "rank": rank,
        "state": standing_word(here.course, here.state, one.id, here.now.day),
        "written": one.written,
        "prerequisites": list(one.prerequisites),
        "outcomes": list(one.outcomes),
        "ml": one.ml,
    }
