"""A request that writes must come from one of our own pages: the browser says so in `Origin` and `Sec-Fetch-Site`.

This stands beside the CSRF token and the SameSite cookie, because running a learner's code is a shell: where code is
run, a browser too old to send both headers is refused.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

from agnesi.web.middleware.host import Answering

SAFE = ("GET", "HEAD", "OPTIONS")


def own_origin(get_response: Answering) -> Answering:
    """Refuse a writing request that does not say that it comes from this site."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method in SAFE or comes_from_here(request):
            return get_response(request)
        return HttpResponseForbidden("This request does not come from Agnesi's own pages.", content_type="text/plain")

    return answer


def comes_from_here(request: HttpRequest) -> bool:
    """Whether `Origin` names the host the request was sent to, and `Sec-Fetch-Site`, where sent or needed, agrees."""
    host = request.META.get("HTTP_HOST", "")
    if host not in settings.ADDRESSES or request.META.get("HTTP_ORIGIN") != f"{request.scheme}://{host}":
        return False
    site = request.META.get("HTTP_SEC_FETCH_SITE")
    return site == "same-origin" or (site is None and not request.path.startswith("/run"))
