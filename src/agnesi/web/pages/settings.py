"""The settings of the learner: minutes a day, how to type, theme, language; and everything that is theirs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from agnesi import home, store
from agnesi.web import tutor
from agnesi.web.talk import Refused, Said, wants_json

MINUTES = (5, 10, 20, 30, 45, 60)
CHOICES: dict[str, tuple[Any, ...]] = {
    "theme": ("auto", "light", "dark"),
    "field": ("typed", "maths"),
    "language": tuple(code for code, _name in settings.LANGUAGES),
    "minutes": MINUTES,
}


@require_safe
@ensure_csrf_cookie
def page(request: HttpRequest) -> HttpResponse:
    """Every setting on one page."""
    return render(request, "settings.html", shown(tutor.Here(request)))


@require_POST
def choose(request: HttpRequest, name: str) -> HttpResponse:
    """Keep one choice; sent by a form, or by the page's script as JSON."""
    if name not in CHOICES:
        raise Http404
    json = wants_json(request)
    given = Said(request).values.get(name) if json else request.POST.get(name, "")
    chosen = next((choice for choice in CHOICES[name] if str(choice) == str(given)), None)
    if chosen is None:
        raise Refused(f"The setting {name} has no choice {str(given)[:40]!r}.")
    store.preferences.write(tutor.Here(request).log.learner, name, chosen)
    return JsonResponse({}) if json else redirect("/settings?kept")


def shown(here: tutor.Here) -> dict[str, Any]:
    """What the page shows."""
    return {
        "minutes_choices": MINUTES,
        "minutes": here.minutes,
        "languages": settings.LANGUAGES,
        "home": home.settings().home,
        "backups": home.settings().backup_folder,
        "kept_backups": home.settings().backups,
        "answers": here.state.answers,
        "kept": "kept" in here.request.GET,
    }
