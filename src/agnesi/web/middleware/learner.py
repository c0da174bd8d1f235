"""Who learns here: their preferences and their language, read once for each request that came through the door."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from agnesi import store
from agnesi.web.middleware.host import Answering


def learner(get_response: Answering) -> Answering:
    """Give the request its `learner` (a uuid) and what they `liked`, and speak their language."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/course/"):
            return get_response(request)
        here: Any = request
        here.learner = store.learner()
        here.liked = store.preferences.read(here.learner)
        chosen = here.liked.get("language")
        with translation.override(chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
            return get_response(request)

    return answer
