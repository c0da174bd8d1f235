"""What a command says: results on stdout, progress and errors on stderr, JSON alone where a program asks."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON alone on stdout.")]


class CannotRunError(Exception):
    """A command cannot do what it was asked; the text is one sentence and the next step. Exit code 2."""


def refuse(sentence: str) -> NoReturn:
    """Say why it could not run, and end with exit code 2."""
    print(sentence, file=sys.stderr)
    raise SystemExit(2)


def found_wrong() -> NoReturn:
    """End with exit code 1: the command ran, and found something wrong."""
    raise SystemExit(1)


def say_json(value: Any) -> None:
    """Print `value` as JSON, the one thing on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def console() -> Console:
    """Where results for people are printed."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def aside() -> Console:
    """Where progress is shown: stderr."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)
