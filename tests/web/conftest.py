"""A home of its own, a small course whose answers are canaries, and a browser's requests without a browser."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import django
import pytest
from django.conf import settings as django_settings

from agnesi import home

if not django_settings.configured:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agnesi.web.settings")
    django.setup()

from django.test import Client, override_settings

TOKEN = "t" * 32
COURSE = Path(__file__).parent / "canaries"


@pytest.fixture
def place(tmp_path):
    from agnesi import store
    from agnesi.store import database, states

    before = home._current, database.used()
    yield_home = home.use(replace(home.read({}, home=tmp_path / "home"), course=COURSE))
    store.prepare()
    yield yield_home
    database.close()
    states._last.clear()
    home._current = before[0]
    database.connections.settings["default"]["NAME"] = before[1]


class Visitor:
    """A browser on one of our own pages, as far as the server can tell."""

    def __init__(self, client: Client, origin: str) -> None:
        self.client, self.origin = client, origin

    def get(self, path, **more):
        return self.client.get(path, **more)

    def post(self, path, body, **headers):
        self.client.get("/settings")
        given = {"origin": self.origin, "sec-fetch-site": "same-origin", "accept": "application/json"} | headers
        token = self.client.cookies[django_settings.CSRF_COOKIE_NAME].value
        return self.client.post(
            path, json.dumps(body), content_type="application/json", headers=given | {"x-csrftoken": token}
        )

    def form(self, path, **fields):
        self.client.get("/settings")
        token = self.client.cookies[django_settings.CSRF_COOKIE_NAME].value
        headers = {"origin": self.origin, "sec-fetch-site": "same-origin"}
        return self.client.post(path, fields | {"csrfmiddlewaretoken": token}, headers=headers)

    def answer(self, problem, text, *, id=None, problem_id=None, **more):
        body = {"id": id or key(), "problem": problem, "problem_id": problem_id or key(), "text": text, "ms": 4000}
        return self.post("/answer", body | more)


@pytest.fixture
def stranger(place):
    """Somebody without the token."""
    with override_settings(TOKEN=TOKEN):
        yield Client(enforce_csrf_checks=True, headers={"host": _host()})


@pytest.fixture
def visitor(place):
    """Somebody who came in through the door."""
    from agnesi.web.middleware.door import cookie_value

    with override_settings(TOKEN=TOKEN):
        client = Client(enforce_csrf_checks=True, headers={"host": _host()})
        client.cookies[django_settings.DOOR_COOKIE] = cookie_value()
        yield Visitor(client, f"http://{_host()}")


def key() -> str:
    return str(uuid4())


def problem_on(page, exercise: str) -> str:
    """The full name of the problem of `exercise` that a page shows."""
    found = page.content.decode().split(f'data-problem="{exercise}@', 1)[1]
    return f"{exercise}@{found.split(chr(34), 1)[0]}"


def _host() -> str:
    return f"127.0.0.1:{django_settings.PORT}"
