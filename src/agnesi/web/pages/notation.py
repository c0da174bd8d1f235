"""What each sign of a lesson's formulas means, in its area and with its own letters: asked for when first wanted."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from agnesi.content.concept import Concept
from agnesi.content.course import Course
from agnesi.content.notation import Meaning, latex
from agnesi.web import signs, tutor

_TAG = re.compile(r"<[^>]*>")
_FACE = re.compile(r'class="[^"]*\b(mathbb|mathcal)\b')


@require_safe
def data(request: HttpRequest, slug: str) -> JsonResponse:
    """`{symbols: [{glyph, face, html, name, read, shape, numpy, home, title}]}`.

    `glyph` is how KaTeX writes the sign, `face` its alphabet where that matters: so the page's script finds it.
    """
    course = tutor.course()
    try:
        concept = course.concept(slug)
    except KeyError:
        raise Http404 from None
    return JsonResponse({"symbols": _symbols(course, concept)})


def _symbols(course: Course, concept: Concept) -> list[dict[str, Any]]:
    own = {latex(symbol): name for symbol, name in concept.lesson.front.symbols.items()}
    known = {symbol: course.notation.look_up(symbol, concept.area) for symbol in course.notation.meanings}
    meanings: dict[str, Meaning] = {symbol: meaning for symbol, meaning in known.items() if meaning}
    for symbol, name in own.items():
        usual = meanings.get(symbol)
        meanings[symbol] = Meaning(symbol, concept.area, name, usual.read if usual else "")
    drawn = zip(meanings.values(), signs.drawn(_bare(symbol) for symbol in meanings), strict=True)
    told = [_told(course, meaning, html) for meaning, html in drawn]
    return [one for one in told if not one["glyph"].isdigit()]


def _told(course: Course, meaning: Meaning, html: str) -> dict[str, Any]:
    glyph, face = _glyph(html)
    home = course.concept(meaning.home) if meaning.home in course else None
    return {
        "glyph": glyph,
        "face": face,
        "html": html,
        "name": meaning.name,
        "read": meaning.read,
        "shape": meaning.shape,
        "numpy": meaning.numpy,
        "home": home.id if home else "",
        "title": home.title if home else "",
    }


@lru_cache(maxsize=2000)
def _glyph(html: str) -> tuple[str, str]:
    """The letters of a formula that holds one sign, and their alphabet."""
    drawn = html.partition('class="katex-html"')[2].partition(">")[2]
    face = _FACE.search(drawn)
    return _TAG.sub("", drawn).replace("\u200b", "").strip(), face[1] if face else ""


def _bare(symbol: str) -> str:
    """A sign without the place of its argument, so that its glyph is all there is."""
    return "\\sqrt{}" if symbol == "\\sqrt" else symbol
