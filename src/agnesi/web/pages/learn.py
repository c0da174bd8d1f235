"""A concept's page: its lesson with practice inside; of one that is only planned, what it will be about."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from agnesi import store
from agnesi.content.concept import Concept
from agnesi.web import tutor
from agnesi.web.lesson import Place, shown_blocks
from agnesi.web.outcomes import outcomes
from agnesi.web.sheet import Sheet

MOST_SHOWN = 12


@require_safe
@ensure_csrf_cookie
def learn(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of the concept `slug`; names it once had lead to the one it has."""
    try:
        concept = tutor.course().concept(slug)
    except KeyError:
        raise Http404 from None
    if concept.id != slug:
        return HttpResponsePermanentRedirect(f"/learn/{concept.id}")
    here = tutor.Here(request)
    if not concept.written:
        return render(request, "planned.html", _around(here, concept))
    return render(request, "learn.html", _around(here, concept) | _lesson(here, concept, "all" in request.GET))


def _around(here: tutor.Here, concept: Concept) -> dict[str, Any]:
    """What stands around every concept: where it belongs, what it builds on, what it proves, what it opens."""
    course = here.course
    return {
        "concept": concept,
        "area": course.area(concept.area),
        "builds_on": [here.place(id) for id in concept.prerequisites],
        "opens": [here.place(id) for id in course.graph.dependents(concept.id)[:MOST_SHOWN]],
        "outcomes": outcomes(concept, here.state),
        "ml": concept.ml,
        "standing": _standing(here.place(concept.id)["state"]),
    }


def _lesson(here: tutor.Here, concept: Concept, everything: bool) -> dict[str, Any]:
    front = concept.lesson.front

    def sheet(exercise: str, anchor: str, given: int, intro: str, nth: int) -> Sheet:
        return here.sheet(concept, exercise, anchor=anchor, given=given, intro=intro, nth=nth, where="lesson")

    place = Place(concept, here.state.guesses, sheet, everything)
    return {
        "idea": front.idea,
        "minutes": front.minutes,
        "sources": front.sources,
        "warm_ups": here.warm_ups(concept),
        "blocks": shown_blocks(place),
    } | _beside(here, concept)


def _beside(here: tutor.Here, concept: Concept) -> dict[str, Any]:
    """The learner's note and bookmark, and the words that the page's scripts say."""
    note = store.notes.of(here.log.learner, concept.id)
    return {
        "note": note.text if note else "",
        "bookmarked": concept.id in store.bookmarks.all(here.log.learner),
        "beside_words": {"saved": _("Kept."), "saving": _("Keeping ...")},
        "notation_words": {
            "address": f"/learn/{concept.id}/notation.json",
            "how": _("Enter explains its signs; the arrow keys lead to the next formula."),
            "heading": _("The signs of this formula"),
            "close": _("Close"),
            "say": _("say"),
            "none": _("Nothing here has a meaning of its own."),
        },
    }


def _standing(state: str) -> str:
    return {"known": _("known"), "learned": _("learned"), "fading": _("fading"), "begun": _("begun")}.get(state, "")
