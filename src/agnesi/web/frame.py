"""What every page of the site shows around its own text: ways, theme, language, fonts to fetch early."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agnesi import home
from agnesi.web import assets
from agnesi.web.middleware.door import is_inside

EARLY_FONTS = ("literata-latin-wght-normal", "inter-latin-wght-normal")


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor of every template."""
    liked = getattr(request, "liked", {}) if is_inside(request) else {}
    return {
        "ways": [{"address": at, "name": name, "here": _is_here(request.path, at)} for at, name in _ways()],
        "theme": liked.get("theme", "auto"),
        "field": liked.get("field", "typed"),
        "language": get_language() or "en",
        "early_fonts": [address for address in map(assets.font, EARLY_FONTS) if address],
        "app_parts": assets.preloads("app"),
        "changes": home.changes() if home.settings().preview else None,
    }


def _ways() -> list[tuple[str, str]]:
    return [
        ("/", _("Today")),
        ("/map", _("Map")),
        ("/goals", _("Goals")),
        ("/review", _("Review")),
        ("/progress", _("Progress")),
    ]


def _is_here(path: str, address: str) -> bool:
    if address == "/goals" and path.startswith("/goal/"):
        return True
    return path == address
