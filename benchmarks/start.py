"""From `agnesi start` to the first page, in a home of its own: seconds, and the memory of the server process."""

from __future__ import annotations

import http.cookiejar
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil

from benchmarks.table import Row, at_most, shown

LESSON = "learn/dot-product"


def run(short: bool) -> list[Row]:
    """A first start, which makes the database, then starts that find it; memory after a lesson was read."""
    with tempfile.TemporaryDirectory() as home:
        first = _once(home)
        later = [_once(home) for _ in range(2 if short else 7)]
    return [
        at_most("first page, first start", first[0], 2.0, "s"),
        at_most("first page, later start (median)", statistics.median(each[0] for each in later), 2.0, "s"),
        shown("address printed, later start (median)", statistics.median(each[1] for each in later), "s"),
        shown("processor time to the first page, later start", statistics.median(each[3] for each in later), "s"),
        shown("agnesi --version (median)", statistics.median(_version() for _ in range(3)), "s"),
        at_most("memory after a lesson", max(each[2] for each in (first, *later)), 250, "MB"),
    ]


def _once(home: str) -> tuple[float, float, float, float]:
    """Seconds to the first page and to the printed address, megabytes after a lesson, processor seconds to the page."""
    environment = os.environ | {"AGNESI_HOME": str(Path(home) / "home"), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    begun = time.perf_counter()
    command = [sys.executable, "-m", "agnesi.cli", "start", "--no-browser"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[-1]
        printed = time.perf_counter() - begun
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        browser.open(address, timeout=30).read()
        page = time.perf_counter() - begun
        process = psutil.Process(server.pid)
        used = process.cpu_times()
        browser.open(address.split("?")[0] + LESSON, timeout=30).read()
        memory = sum(each.memory_info().rss for each in (process, *process.children(recursive=True))) / 1e6
    finally:
        server.terminate()
        server.wait()
        if server.stdout:
            server.stdout.close()
    return page, printed, memory, used.user + used.system


def _version() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "agnesi.cli", "--version"], check=True, capture_output=True)
    return time.perf_counter() - begun
