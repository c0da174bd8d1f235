"""Code cells: run, look, stop. Only a page of ours may ask, and only text, PNG pictures and tracebacks come back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from agnesi import home
from agnesi.web import tutor
from agnesi.web.middleware.origin import comes_from_here
from agnesi.web.talk import Refused, Said

OFF = "Running code is switched off here."
GONE = "This run is over, or was never begun. Run the cell again."


@require_POST
def run(request: HttpRequest) -> HttpResponse:
    """Start a cell of a lesson; the reply names the run."""
    if not home.settings().cells:
        raise Refused(OFF, 404)
    if not comes_from_here(request):
        raise Refused("This request does not come from Agnesi's own pages.", 403)
    said = Said(request)
    lesson = said.text("lesson")
    if lesson not in tutor.course():
        raise Refused("This lesson is not here any more. Reload the page.", 404)
    from agnesi.kernel import cells

    return JsonResponse({"run": cells.start(lesson, said.text("code"))})


@require_safe
def poll(request: HttpRequest, run: str) -> HttpResponse:
    """What a run has put out so far."""
    from agnesi.kernel import cells

    try:
        output = cells.poll(run)
    except KeyError:
        raise Refused(GONE, 404) from None
    outputs = [{"kind": piece.kind, "data": piece.data} for piece in output.outputs]
    return JsonResponse({"done": output.done, "outputs": outputs})


@require_POST
def stop(request: HttpRequest, run: str) -> HttpResponse:
    """Stop a run; one that is over already stays so."""
    from agnesi.kernel import cells

    try:
        cells.stop(run)
    except KeyError:
        raise Refused(GONE, 404) from None
    return JsonResponse({})
