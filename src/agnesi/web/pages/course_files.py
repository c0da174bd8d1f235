"""What of a concept's folder has an address: its figure, as it is, and its pictures.

Nothing else, by an allow-list of endings.
"""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from agnesi.web import tutor

KINDS = {
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
}


@require_safe
def file(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """`/course/SLUG/figure.js` and pictures; 404 for everything else, exercises.py and lesson.md above all."""
    try:
        found = tutor.course().concept(slug).asset(name)
    except KeyError:
        raise Http404 from None
    if found is None or found.suffix not in KINDS:
        raise Http404
    reply = FileResponse(found.open("rb"), content_type=KINDS[found.suffix])
    reply["Cache-Control"] = "no-cache"
    reply["X-Content-Type-Options"] = "nosniff"
    return reply
