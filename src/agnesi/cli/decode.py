"""`agnesi decode`: a formula from a paper, sign by sign, and the concepts that it needs."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from agnesi.cli.saying import AsJson, CannotRunError, console, say_json

Formula = Annotated[str, typer.Argument(help="A formula in LaTeX, in quotes; `-` reads it from stdin.")]
Course = Annotated[Path | None, typer.Option(help="A course folder to use instead of the one that is installed.")]


def decode(formula: Formula, course: Course = None, json: AsJson = False) -> None:
    """Explain a formula from a paper: what each sign means, and which concepts it needs.

    What could not be read is said, and the rest is explained. No database is needed.
    """
    from agnesi.cli.course import loaded
    from agnesi.content import decoding

    text = sys.stdin.read() if formula == "-" else formula
    if not text.strip():
        raise CannotRunError("There is no formula; put it in quotes: agnesi decode 'A v = \\lambda v'.")
    whole = loaded(course)
    found = decoding.decode(whole, text)
    if json:
        symbols = [asdict(one) for one in found.symbols]
        say_json(
            {
                "symbols": symbols,
                "concepts": list(found.concepts),
                "unread": list(found.unread),
                "area": found.area,
                "aloud": found.aloud,
            }
        )
        return
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("sign", "meaning", "read", "NumPy"):
        table.add_column(column)
    for one in found.symbols:
        table.add_row(*(escape(text) for text in (one.symbol, one.name, one.read, one.numpy)))
    out = console()
    if found.aloud:
        out.print(f"{escape(found.aloud)}\n")
    out.print(table)
    for id in found.concepts:
        one_concept = whole.concept(id)
        out.print(
            f"  {one_concept.title}" + ("" if one_concept.written else " [dim]planned[/dim]") + f" [dim]{id}[/dim]"
        )
    if found.unread:
        out.print("\nNot read: " + escape("  ".join(found.unread)))
