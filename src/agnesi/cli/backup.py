"""`agnesi backup`: a copy of everything, which counts only once it was restored and found equal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from agnesi.cli.saying import AsJson, console, say_json

Target = Annotated[Path | None, typer.Argument(help="A file or a folder; without it the backup folder of your home.")]


def backup(path: Target = None, json: AsJson = False) -> None:
    """Back everything up into one file, and check that it can be restored.

    Works while Agnesi runs. Without PATH it goes to the backup folder, where the last ten are kept (the setting
    `backups`).
    """
    from agnesi.cli.database import existing

    existing()
    from agnesi import store

    made = store.backup(path)
    if json:
        say_json({"path": str(made.path), "at": made.at, "events": made.events, "bytes": made.bytes})
    else:
        console().print(f"Backed up and verified: {made.path} ({made.events} events, {made.bytes / 1e6:.1f} MB).")
