"""Paste a formula: it is set, each sign is explained, and what it needs stands with your state and a way there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from agnesi import study
from agnesi.content import decoding, formulas
from agnesi.study.decode import Understood
from agnesi.web import signs, tutor
from agnesi.web.goal_view import hours

LONGEST = 2_000
"""Characters of a formula that are taken."""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The box, and under it what the formula in `?formula=` says."""
    text = request.GET.get("formula", "")[:LONGEST].strip()
    here = tutor.Here(request)
    shown = {"formula": text}
    if not text:
        return render(request, "decode.html", shown | {"examples": decoding.examples(here.course)})
    found = study.decode(here.course, text, here.state, here.now.day)
    made = formulas.make([(found.formula.tex.strip("$ "), True)])[0]
    return render(
        request, "decode.html", shown | {"set": mark_safe(made.html), "trouble": made.error} | _told(here, found)
    )


def _told(here: tutor.Here, found: Understood) -> dict[str, object]:
    symbols = found.formula.symbols
    drawn = signs.drawn(one.symbol for one in symbols)
    titles = {one.home: here.course.concept(one.home).title for one in symbols if one.home in here.course}
    rows = [
        {"sign": _safe(sign), "told": one, "home": titles.get(one.home, "")}
        for one, sign in zip(symbols, drawn, strict=True)
    ]
    return {
        "rows": rows,
        "aloud": found.formula.aloud,
        "unread": found.formula.unread,
        "concepts": [here.place(id) for id in found.formula.concepts],
        "lacking": len(found.lacking),
        "stations": found.path.stations,
        "hours": hours(found.path),
    }


def _safe(html: str) -> SafeString:
    """What KaTeX made of a sign, or its escaped source."""
    return mark_safe(html)
