"""Everything is yours: take it along as one file, or erase it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agnesi import kernel, store
from agnesi.web import tutor
from agnesi.web.pages import settings

WORD = "erase"


@require_safe
def everything(request: HttpRequest) -> HttpResponseBase:
    """All that is kept of the learner, as JSON, streamed."""
    here = tutor.Here(request)
    reply = StreamingHttpResponse(store.everything(here.log.learner), content_type="application/json")
    reply["Content-Disposition"] = f'attachment; filename="agnesi-{here.now.day.isoformat()}.json"'
    return reply


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Erase everything, once the word was typed."""
    if request.POST.get("word", "").strip().lower() not in (WORD, _(WORD)):
        return render(request, "settings.html", settings.shown(tutor.Here(request)) | {"unsure": True}, status=400)
    kernel.shutdown()
    store.erase()
    return redirect("/")
