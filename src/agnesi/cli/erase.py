"""`agnesi erase`: nothing is left of what you did."""

from __future__ import annotations

from typing import Annotated

import typer

from agnesi.cli.saying import CannotRunError, console

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def erase(yes: Yes = False) -> None:
    """Erase everything that is kept of you.

    The database, all backups in your home, caches, kernel files, the server's log. Copies that you made elsewhere stay,
    and so does settings.toml. Agnesi must not be running.
    """
    from agnesi.cli.database import ready
    from agnesi.cli.serving import lock
    from agnesi.home import settings

    ready()
    if not yes and not _confirmed(str(settings().home)):
        raise CannotRunError("Nothing was erased.")
    from agnesi import store

    with lock.alone(settings().lock):
        store.remove()
    console().print(f"Erased. Nothing of yours is left in {settings().home}.")


def _confirmed(home: str) -> bool:
    typer.echo(f"This erases everything you did, backups included, in {home}.", err=True)
    try:
        return bool(typer.prompt("Type erase to go on", default="", show_default=False, err=True).strip() == "erase")
    except typer.Abort:
        return False
