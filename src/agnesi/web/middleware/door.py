"""The door: the token that the terminal showed is exchanged for a cookie; without it there is a page without data.

It stands in front of the table of addresses, so an address that is added later is closed unless it is named here.
"""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from agnesi.web.middleware.host import Answering

AGAIN = "again"


def door(get_response: Answering) -> Answering:
    """Let in whoever carries the cookie; exchange a token for it.

    Show everybody else a page without data, or nothing.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if is_inside(request):
            if request.path == "/" and "token" in request.GET:
                return HttpResponseRedirect("/")
            return get_response(request)
        if request.path != "/" or request.method not in ("GET", "HEAD"):
            return render(request, "403.html", status=403)
        if _same(request.GET.get("token", ""), settings.TOKEN):
            return _with_cookie(HttpResponseRedirect("/"))
        return render(request, "closed.html", {"look_again": _sent_from_elsewhere(request)})

    return answer


def is_inside(request: HttpRequest) -> bool:
    """Whether the request carries the cookie of this process."""
    return _same(request.COOKIES.get(settings.DOOR_COOKIE, ""), cookie_value()) and bool(settings.TOKEN)


def cookie_value() -> str:
    """What the cookie holds: made from the token, so that it ends with the process, and is not the token."""
    return hmac.new(settings.TOKEN.encode(), b"agnesi door", hashlib.sha256).hexdigest()


def _with_cookie(response: HttpResponse) -> HttpResponse:
    response.set_cookie(settings.DOOR_COOKIE, cookie_value(), httponly=True, samesite="Strict", path="/")
    return response


def _sent_from_elsewhere(request: HttpRequest) -> bool:
    """A browser led here by a file or another program withholds a strict cookie once.

    The page then asks again by itself.
    """
    return request.META.get("HTTP_SEC_FETCH_SITE", "none") == "cross-site" and AGAIN not in request.GET


def _same(given: str, wanted: str) -> bool:
    return bool(wanted) and hmac.compare_digest(given.encode(), wanted.encode())
