"""“I think this is wrong”: the answer is set aside, and the case is written down for whoever wants to send it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from agnesi import study
from agnesi.web import tutor
from agnesi.web.talk import Refused, Said


@require_POST
def appeal(request: HttpRequest) -> HttpResponse:
    """Set one answer aside; a foreign or unknown id is refused as unknown."""
    here, said = tutor.Here(request), Said(request)
    try:
        text = study.appeal(here.log, here.now, id=said.key(), answer=said.text("answer"))
    except LookupError as error:
        raise Refused(str(error), 404) from None
    return JsonResponse({"html": render_to_string("appealed.html", {"text": text}), "text": text})
