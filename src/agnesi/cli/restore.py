"""`agnesi restore`: bring back a backup, keeping what it replaces."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from agnesi.cli.saying import AsJson, console, say_json

Source = Annotated[Path | None, typer.Argument(help="The backup; without it the latest sound one of your home.")]


def restore(path: Source = None, json: AsJson = False) -> None:
    """Bring back a backup, once it has been checked.

    What is there now is kept: as a backup, or under another name where it is damaged. Agnesi must not be running. A
    backup that a newer Agnesi wrote is refused.
    """
    from agnesi.cli.database import ready
    from agnesi.cli.serving import lock
    from agnesi.home import settings

    ready()
    from agnesi import store

    with lock.alone(settings().lock):
        used, events, kept = store.restore(path)
    if json:
        say_json({"path": str(used), "events": events, "kept": str(kept) if kept else None})
    else:
        console().print(
            f"Restored {used} ({events} events)." + (f" What was there before is kept in {kept}." if kept else "")
        )
