"""`agnesi preview`: the site for whoever writes the course, loaded anew as files are saved."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from agnesi import home
from agnesi.cli.start import Course, NoBrowser, Port, run


def preview(port: Port = None, no_browser: NoBrowser = False, course: Course = None) -> None:
    """Start the app for an author: pages load themselves anew as you save.

    It keeps what you try out in a folder of its own inside your home, apart from what you learn.
    """
    from agnesi.cli.course import loaded

    chosen = home.read(port=port, browser=False if no_browser else None, course=course)
    folder = loaded(chosen.course).folder
    run(replace(chosen, home=chosen.home / "preview", preview=True), lambda: _watch(folder))


def _watch(folder: Path) -> None:
    """Note each change below `folder`, in a thread of its own."""

    def look() -> None:
        from watchfiles import watch

        for _ in watch(folder, debounce=300, step=50):
            home.changed()

    threading.Thread(target=look, name="agnesi-preview", daemon=True).start()
