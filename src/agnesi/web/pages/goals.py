"""The goals, the way to one of them, and choosing one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from agnesi import store, study
from agnesi.study.path import Station
from agnesi.web import tutor
from agnesi.web.goal_view import best_goals, card, hours
from agnesi.web.talk import Refused

SHORT_RUN = 2


@require_safe
@ensure_csrf_cookie
def goals(request: HttpRequest) -> HttpResponse:
    """Every goal on a card."""
    return render(request, "goals.html", {"goals": best_goals(tutor.Here(request))})


@require_safe
@ensure_csrf_cookie
def one(request: HttpRequest, id: str) -> HttpResponse:
    """One goal: its way from what the learner knows, hours left, readiness with its evidence."""
    here = tutor.Here(request)
    try:
        way = study.path(here.course, here.course.goal(id).id, here.state, here.now.day)
    except KeyError:
        raise Http404 from None
    ready = (
        study.readiness(here.course, here.state, id, here.now.day)
        if here.state.answers or here.state.placement
        else None
    )
    shown = {
        "goal": card(here, id),
        "way": way,
        "hours": hours(way),
        "readiness": ready,
        "runs": _runs(here, way.stations),
        "to_write": sum(station.assumed for station in way.stations),
        "fresh": "chosen" in request.GET and here.state.placement is None,
        "id": str(uuid4()),
    }
    return render(request, "goal.html", shown)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a goal, or none for now."""
    here = tutor.Here(request)
    wanted, id = request.POST.get("goal", ""), request.POST.get("id", "") or str(uuid4())
    try:
        if wanted:
            study.choose(here.course, here.log, here.now, id=id[:80], goal=wanted)
        elif here.state.goal is not None:
            study.choose(here.course, here.log, here.now, id=id[:80], goal=None)
    except LookupError as error:
        raise Refused(str(error), 404) from None
    store.preferences.write(here.log.learner, "welcomed", True)
    return redirect(f"/goal/{wanted}?chosen" if wanted else "/")


def _runs(here: tutor.Here, stations: Sequence[Station]) -> list[dict[str, Any]]:
    """The stations in order, those that are assumed gathered into runs, which the page folds."""
    runs: list[dict[str, Any]] = []
    for assumed, group in groupby(stations, key=lambda one: one.assumed):
        shown = [(one, here.course.area(here.course.concept(one.concept).area)) for one in group]
        runs.append({"folded": assumed and len(shown) > SHORT_RUN, "stations": shown})
    return runs
