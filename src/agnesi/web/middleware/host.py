"""Only requests that name this server's own address, port included, come in: another name for 127.0.0.1 does not.

Django's ALLOWED_HOSTS ignores ports, and so do cookies; a program on another port of this machine must not pass for us.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

Answering = Callable[[HttpRequest], HttpResponse]


def own_host(get_response: Answering) -> Answering:
    """Refuse a request whose Host header is none of `settings.ADDRESSES`."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.META.get("HTTP_HOST", "") not in settings.ADDRESSES:
            return HttpResponseForbidden("This is not the address that Agnesi runs at.", content_type="text/plain")
        return get_response(request)

    return answer
