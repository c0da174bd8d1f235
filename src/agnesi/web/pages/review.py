"""Review: one problem a screen, nothing else, and a count that goes down."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from agnesi import study
from agnesi.web import tutor


@require_safe
@ensure_csrf_cookie
def review(request: HttpRequest) -> HttpResponse:
    """The first of today's short problems, and how many there are; or that nothing is waiting."""
    here = tutor.Here(request)
    plan = study.today(here.course, here.state, here.now.day, here.minutes)
    items = [item for item in plan.items if item.exercise]
    if not items:
        return render(request, "review.html", {"later": plan.later, "next": plan.items[-1]})
    slug, _slash, name = items[0].exercise.partition("/")
    sheet = here.sheet(here.concept(slug), name, where="review", to="/review")
    return render(request, "review.html", {"sheet": sheet, "item": items[0], "left": len(items)})
