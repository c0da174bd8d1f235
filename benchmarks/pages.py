"""The pages: server time of every lesson, size of the first script, and what a first visit of a lesson fetches."""

from __future__ import annotations

import gzip
import re
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.table import Row, at_most


def run(short: bool) -> list[Row]:
    """Each lesson is opened once to fill the caches that a running app has, then timed."""
    with tempfile.TemporaryDirectory() as home:
        client = _client(Path(home))
        from agnesi.web import assets, tutor

        lessons = [f"/learn/{one.id}" for one in tutor.course().concepts if one.written]
        for address in lessons:
            client.get(address)
        times = [_ms(client, address) for address in lessons for _ in range(5 if short else 40)]
        others = [
            _ms(client, address) for address in ("/", "/map", "/goals", "/progress") for _ in range(5 if short else 20)
        ]
        pages = [client.get(address).content.decode() for address in lessons]
    scripts = [assets.address("app"), *assets.preloads("app")]
    first_visit = max(_first_visit(page, scripts) for page in pages) if pages else 0
    return [
        at_most("a lesson, server time, p95", _p95(times), 50, "ms"),
        at_most("a lesson, server time, median", statistics.median(times), 50, "ms"),
        at_most("today, map, goals, progress, p95", _p95(others), 100, "ms"),
        at_most("first script with all it imports at once, gzip", sum(map(_gzipped, scripts)) / 1024, 40, "KiB"),
        at_most("first visit of a lesson: page, style, script, fonts", first_visit / 1024, 300, "KiB"),
        at_most("addresses of other hosts in lessons", sum(len(_elsewhere(page)) for page in pages), 0, ""),
    ]


def _client(home: Path) -> Any:
    import os

    from agnesi import home as places

    places.use(replace(places.read({}, home=home), token="b" * 32))
    os.environ["DJANGO_SETTINGS_MODULE"] = "agnesi.web.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from agnesi import store
    from agnesi.web.middleware.door import cookie_value

    store.prepare()
    client = Client(headers={"host": f"127.0.0.1:{settings.PORT}"})
    client.cookies[settings.DOOR_COOKIE] = cookie_value()
    return client


def _ms(client: Any, address: str) -> float:
    begun = time.perf_counter()
    assert client.get(address).status_code == 200
    return (time.perf_counter() - begun) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def _first_visit(page: str, scripts: list[str]) -> int:
    """Bytes of a lesson's first visit before a figure or an editor is opened.

    Whether it uses italics decides one font more.
    """
    from agnesi.web import assets

    faces = ["literata-latin-wght-normal", "inter-latin-wght-normal", "literata-latin-wght-italic"]
    maths = ["KaTeX_Main-Regular", "KaTeX_Math-Italic", "KaTeX_Size1-Regular"]
    fonts = [_file(address).stat().st_size for address in map(assets.font, faces + maths) if address]
    return (
        len(gzip.compress(page.encode())) + _gzipped(assets.address("style")) + sum(map(_gzipped, scripts)) + sum(fonts)
    )


def _gzipped(address: str) -> int:
    return len(gzip.compress(_file(address).read_bytes(), 9))


def _file(address: str) -> Path:
    from agnesi.web import assets

    return assets.STATIC / address.removeprefix("/static/")


def _elsewhere(page: str) -> list[str]:
    """Addresses of other hosts that a browser would fetch."""
    return re.findall(r'(?:src|srcset|poster)="(?:https?:)?//[^"]*|<link[^>]*href="(?:https?:)?//[^"]*', page)
