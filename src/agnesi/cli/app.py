"""The table of commands, and how an error becomes one sentence and an exit code."""

from __future__ import annotations

import inspect
import sys
import traceback
from typing import Annotated

import typer

from agnesi.cli import (
    backup,
    check,
    compare,
    decode,
    erase,
    items,
    new,
    path,
    preview,
    restore,
    simulate,
    start,
    verify,
)
from agnesi.cli.saying import CannotRunError, refuse
from agnesi.home import SettingError
from agnesi.store.errors import StoreError
from agnesi.version import __version__

HELP = (
    "The mathematics of machine learning: a roadmap, a course and a tutor in one, on your own machine.\n\n"
    "[bold]agnesi start[/bold] opens it in your browser. What you do stays on this machine, in one "
    "folder (AGNESI_HOME)."
)
app = typer.Typer(
    name="agnesi",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    help=HELP,
    epilog="Exit codes: 0 done, 1 found something wrong, 2 could not run. Docs: docs/commands.md.",
)


def flowed(doc: str | None) -> str:
    """A docstring as the help of a command: its paragraphs, without the line breaks of the source."""
    paragraphs = inspect.cleandoc(doc or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


LEARN, WRITE, KEEP, MACHINES = "Learning", "Writing the course", "What is yours", "For programs"
for group, commands in {
    LEARN: (start.start, path.path, decode.decode),
    WRITE: (check.check, new.new, preview.preview, items.items),
    KEEP: (backup.backup, restore.restore, verify.verify, erase.erase),
    MACHINES: (compare.compare, simulate.simulate),
}.items():
    for command in commands:
        app.command(rich_help_panel=group, help=flowed(command.__doc__))(command)


def _version(asked: bool) -> None:
    if asked:
        print(f"agnesi {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_version)
]


@app.callback(help=HELP)
def agnesi(version: Version = False) -> None:
    """Nothing is done before the command itself: the options of the whole program stand here."""


def main() -> None:
    """Run the command line: the entry point of the package."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except (CannotRunError, SettingError, StoreError) as error:
        refuse(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        refuse("Stopped.")
    except Exception:
        traceback.print_exc()
        refuse("This is a mistake of ours; please tell us, with the lines above.")
