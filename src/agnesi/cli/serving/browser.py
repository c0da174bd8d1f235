"""Opening the browser, through a file that only its owner can read: the token must not stand in a list of processes."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from html import escape
from pathlib import Path

from agnesi.cli.serving.lock import write_private

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Agnesi</title>
<meta http-equiv="refresh" content="0;url={address}">
<p><a href="{address}">Agnesi</a></p></html>
"""


def open_browser(address: str, redirect: Path) -> None:
    """Open `address` where there is a screen; never waits, never fails."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    write_private(redirect, PAGE.format(address=escape(address, quote=True)))
    threading.Thread(target=webbrowser.open, args=(redirect.as_uri(),), daemon=True).start()
