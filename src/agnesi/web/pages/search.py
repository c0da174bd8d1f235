"""Finding: lessons, concepts, symbols and what you wrote, by words; without words, your bookmarks and notes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from agnesi import store
from agnesi.store import finding
from agnesi.study import texts
from agnesi.web import signs, tutor

LONGEST = 200
"""Characters of a question that are taken."""
MOST_SYMBOLS = 6


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What `?q=` finds."""
    asked = request.GET.get("q", "")[:LONGEST].strip()
    here = tutor.Here(request)
    if not asked:
        return render(request, "search.html", {"asked": "", "mine": True} | _mine(here))
    course = here.course
    hits = finding.find(asked, texts.stamp(course), lambda: map(_document, texts.texts(course)))
    symbols = [hit for hit in hits if hit.kind == "symbol"][:MOST_SYMBOLS]
    drawn = signs.drawn(hit.id.split(" ")[0] for hit in symbols)
    shown = {
        "asked": asked,
        "concepts": [_concept(here, hit) for hit in hits if hit.kind == "concept" and hit.id in course],
        "symbols": [_symbol(here, hit, html) for hit, html in zip(symbols, drawn, strict=True)],
        "notes": [
            _concept(here, hit)
            for hit in finding.find_notes(here.log.learner, asked, lambda id: _title(here, id))
            if hit.id in course
        ],
    }
    return render(request, "search.html", shown)


def _mine(here: tutor.Here) -> dict[str, Any]:
    learner = here.log.learner
    return {
        "bookmarks": [here.place(id) for id in store.bookmarks.all(learner) if id in here.course],
        "written": [
            {"place": here.place(note.concept), "text": note.text}
            for note in store.notes.all(learner)
            if note.concept in here.course
        ],
    }


def _document(text: texts.Text) -> finding.Document:
    return finding.Document(text.kind, text.id, text.title, text.summary, text.body)


def _title(here: tutor.Here, id: str) -> str:
    return here.course.concept(id).title if id in here.course else ""


def _concept(here: tutor.Here, hit: finding.Hit) -> dict[str, Any]:
    return {"place": here.place(hit.id), "snippet": _marked(hit.snippet)}


def _symbol(here: tutor.Here, hit: finding.Hit, html: str) -> dict[str, Any]:
    symbol, area = hit.id.rsplit(" ", 1)
    meaning = here.course.notation.look_up(symbol, area)
    home = meaning.home if meaning and meaning.home in here.course else ""
    return {"sign": mark_safe(html), "name": hit.title, "home": here.place(home) if home else None}


def _marked(snippet: str) -> SafeString:
    """A snippet as HTML: escaped, the words that were found marked."""
    return mark_safe(escape(snippet).replace(finding.OPEN, "<mark>").replace(finding.CLOSE, "</mark>"))
