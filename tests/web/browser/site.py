"""The site as a learner meets it.

`agnesi start` in a process of its own, on an empty home, and a Chromium to visit it with.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).resolve().parents[3]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SAID = "Agnesi is running at "


@dataclass(frozen=True)
class Site:
    """A running site; `address` holds the token."""

    address: str
    home: Path

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:PORT`."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def at(self, path: str) -> str:
        """A full address."""
        return self.origin + path

    def enter(self, page: Page) -> None:
        """Come in through the door."""
        page.goto(self.address)

    def written(self) -> list[str]:
        """The concepts that have a lesson."""
        from agnesi.content.course import Course

        return [concept.id for concept in Course.load().concepts if concept.written]


@contextmanager
def running(home: Path | None = None, course: Path | None = None) -> Iterator[Site]:
    """`agnesi start` until the block ends; on a fresh home where none is given."""
    with tempfile.TemporaryDirectory() as fresh:
        place = home or Path(fresh)
        environment = os.environ | {"AGNESI_HOME": str(place), "PYTHONPATH": str(ROOT / "src")}
        if course:
            environment["AGNESI_COURSE"] = str(course)
        command = [sys.executable, "-m", "agnesi.cli", "start", "--no-browser"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            line = next(line for line in process.stdout if line.startswith(SAID))
            yield Site(line.removeprefix(SAID).strip(), place)
        finally:
            process.terminate()
            process.wait(10)


def chromium(playwright: Playwright) -> Browser:
    """A Chromium that talks to nobody else."""
    path = os.environ.get("AGNESI_CHROMIUM") or next(
        (
            one
            for one in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            if Path(one).exists()
        ),
        None,
    )
    return playwright.chromium.launch(executable_path=path, args=QUIET)
