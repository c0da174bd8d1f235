"""What a learner keeps beside a concept: a note, saved as it is typed, and a bookmark."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from agnesi import store
from agnesi.web import tutor
from agnesi.web.talk import Refused, Said, wants_json

LONGEST = 20_000
"""Characters of one note."""


@require_POST
def note(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the note beside the concept `slug`; an empty text removes it."""
    here, concept = tutor.Here(request), _concept(slug)
    json = wants_json(request)
    text = Said(request).text("text") if json else request.POST.get("text", "")
    if len(text) > LONGEST:
        raise Refused(f"A note has room for {LONGEST} characters; shorten it, and it is kept.")
    store.notes.write(here.log.learner, concept, text.strip())
    return JsonResponse({}) if json else redirect(f"/learn/{concept}#note")


@require_POST
def bookmark(request: HttpRequest, slug: str) -> HttpResponse:
    """Set the bookmark at the concept `slug`, or take it away where `on` is not true."""
    here, concept = tutor.Here(request), _concept(slug)
    json = wants_json(request)
    on = Said(request).values.get("on") is True if json else request.POST.get("on") == "true"
    (store.bookmarks.add if on else store.bookmarks.remove)(here.log.learner, concept)
    return JsonResponse({"on": on}) if json else redirect(f"/learn/{concept}#note")


def _concept(slug: str) -> str:
    try:
        return tutor.course().concept(slug).id
    except KeyError:
        raise Http404 from None
