"""What a page asks while its author writes: has the course changed since it was loaded."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from agnesi import home


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """`{changes}`: how often the course changed on disk; 404 outside `agnesi preview`."""
    if not home.settings().preview:
        raise Http404
    return JsonResponse({"changes": home.changes()})
