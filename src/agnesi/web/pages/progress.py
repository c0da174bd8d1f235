"""Progress: what you can do, in sentences; how sure that is and since when; how each memory will fade. No points."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from agnesi import study
from agnesi.web import tutor
from agnesi.web.outcomes import outcomes


@require_safe
@ensure_csrf_cookie
def progress(request: HttpRequest) -> HttpResponse:
    """Everything that was worked on, area by area in the order of the course."""
    here = tutor.Here(request)
    told = study.progress(here.course, here.state, here.now.day)
    order = {area.id: number for number, area in enumerate(here.course.areas)}
    rows = sorted(told.abilities, key=lambda one: order[one.area])
    areas = [
        (here.course.area(area), [(one, outcomes(here.course.concept(one.concept), here.state)) for one in group])
        for area, group in groupby(rows, key=lambda one: one.area)
    ]
    minutes = sum(spent for _day, spent in told.minutes)
    shown = {
        "areas": areas,
        "skipped": told.skipped,
        "left": told.left,
        "minutes": minutes,
        "answers": here.state.answers,
    }
    return render(request, "progress.html", shown)
