"""The pages for what went wrong: nothing here, not allowed, grown stale, broken."""

from __future__ import annotations

import sys
from difflib import get_close_matches

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from agnesi.web import tutor
from agnesi.web.middleware.faults import apology, note
from agnesi.web.talk import wants_json

STALE = "This page is from an earlier visit. Reload it and try again; what you typed is kept."


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with the concepts whose names are near to what was asked for."""
    if wants_json(request):
        return JsonResponse({"sorry": "This is not here any more. Reload the page."}, status=404)
    course = tutor.course()
    asked = request.path.rstrip("/").rpartition("/")[2]
    names = [concept.id for concept in course.concepts]
    near = [course.concept(id) for id in get_close_matches(asked, names, 4, 0.6)]
    return render(request, "404.html", {"near": near}, status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "403.html", status=403)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return JsonResponse({"sorry": "This request could not be read. Reload the page and try again."}, status=400)


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page that is older than its key: 409 for its script, which keeps what was typed; else the page about keys."""
    if wants_json(request):
        return JsonResponse({"sorry": STALE}, status=409)
    return render(request, "403.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500, for what broke outside of the pages."""
    error = sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1]
    fault = error or RuntimeError("no exception at hand")
    return apology(fault, note(fault, request.path))
