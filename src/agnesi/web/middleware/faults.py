"""What nobody expected.

The learner gets a number and a text to send, a file on this machine gets the place, and neither gets an answer.
"""

from __future__ import annotations

import platform
import secrets
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from agnesi import home
from agnesi.store import NotSavedError, StoreError
from agnesi.version import __version__
from agnesi.web import assets
from agnesi.web.middleware.host import Answering
from agnesi.web.talk import Refused, wants_json


class Faults:
    """Turn an exception of a page into a reply that says what happened and what to do next."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response: Callable[[HttpRequest], HttpResponse] = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The reply to a request whose page raised `error`; Django's own kinds, such as 404, are left to it."""
        if isinstance(error, Refused):
            return JsonResponse({"sorry": str(error)}, status=error.status)
        if type(error).__module__.startswith("django."):
            return None
        sentence = str(error) if isinstance(error, StoreError | assets.NotBuiltError) else ""
        status = 503 if isinstance(error, NotSavedError) else 500
        number = note(error, request.path)
        if wants_json(request):
            return JsonResponse(
                {"sorry": sentence or f"Something broke, and it is on us (number {number})."}, status=status
            )
        return apology(error, number, sentence)


def apology(error: BaseException, number: str, sentence: str = "") -> HttpResponse:
    """The page with a number and a text to send."""
    try:
        style = assets.address("style")
    except assets.NotBuiltError:
        style = ""
    report = f"Agnesi {__version__}, fault {number}\n{where(error)}\nPython {platform.python_version()}, {sys.platform}"
    shown = {"report": report, "style": style, "sentence": sentence}
    return HttpResponse(render_to_string("500.html", shown), status=500)


def note(error: BaseException, path: str) -> str:
    """Write the fault into `faults.log` of the data folder and give back its number.

    Only kinds and places are written: the words of an exception may hold what a learner typed.
    """
    number = secrets.token_hex(4)
    line = f"{datetime.now(UTC).isoformat(timespec='seconds')} {number} {path}\n{where(error)}\n"
    try:
        with (home.settings().home / "faults.log").open("a", encoding="utf-8") as log:
            log.write(line)
    except OSError:
        print(line, file=sys.stderr)
    return number


def where(error: BaseException) -> str:
    """The kind of an exception and the places it came through, without its words."""
    places = traceback.extract_tb(error.__traceback__)
    ours = [
        f"  {place.filename.rpartition('site-packages/')[2].rpartition('src/')[2]}:{place.lineno} {place.name}"
        for place in places
    ]
    return "\n".join([type(error).__name__, *ours[-12:]])
