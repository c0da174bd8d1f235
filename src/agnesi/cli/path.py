"""`agnesi path`: what leads to a goal, in order, and how long it takes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from agnesi.cli.saying import AsJson, CannotRunError, console, say_json

Goal = Annotated[str, typer.Argument(help="A goal's id, or a concept's; `all` for the whole roadmap.")]
Mine = Annotated[bool, typer.Option("--mine", help="From what you know already, instead of from nothing.")]
Course = Annotated[Path | None, typer.Option(help="A course folder to use instead of the one that is installed.")]


def path(goal: Goal, mine: Mine = False, course: Course = None, json: AsJson = False) -> None:
    """Show the path to a goal: every concept it needs, in an order that works, and the hours it takes.

    The hours are an interval that four of five learners end in. Concepts that are not written yet are marked.
    """
    from agnesi.cli.course import loaded, nearest

    state = None
    if mine:
        from agnesi.cli.database import existing

        existing()
        from agnesi import store

        state = store.open_log().state()
    from agnesi import study

    whole = loaded(course)
    try:
        found = study.path(whole, None if goal == "all" else goal, state)
    except KeyError as error:
        goals = [one.id for one in whole.goals]
        hint = nearest(goal, [*goals, *(one.id for one in whole.concepts)]) or f" The goals are: {', '.join(goals)}."
        raise CannotRunError(f"There is no goal and no concept called {goal}.{hint}") from error
    stations = [whole.concept(station.concept) for station in found.stations]
    if json:
        concepts = [
            {
                "id": one.id,
                "title": one.title,
                "area": one.area,
                "level": one.level,
                "written": one.written,
                "prerequisites": list(one.prerequisites),
            }
            for one in stations
        ]
        say_json({"goal": goal, "title": found.title, "concepts": concepts, "hours": list(found.hours)})
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("", "concept", "area", ""):
        table.add_column(column, justify="right" if not table.columns else "left")
    for number, one in enumerate(stations, 1):
        table.add_row(str(number), one.title, one.area, "" if one.written else "[dim]planned[/dim]")
    out = console()
    out.print(f"[bold]{found.title}[/bold]\n")
    out.print(table)
    low, high = found.hours
    out.print(
        f"\n{len(stations)} concepts, {low:g} to {high:g} hours"
        + (f"; {found.learned} learned already." if mine else ".")
    )
