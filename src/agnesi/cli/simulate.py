"""`agnesi simulate`: the tutor on trial with simulated learners, its figures beside the baselines'."""

from __future__ import annotations

from typing import Annotated

import typer

from agnesi.cli.saying import AsJson, CannotRunError, aside, console, say_json

Kind = Annotated[str, typer.Argument(help="placement, scheduling or tracing.")]
Learners = Annotated[int, typer.Option("--learners", help="Simulated learners for each generator.")]
Generator = Annotated[str | None, typer.Option("--generator", help="One generator of learners instead of all.")]
WrittenOnly = Annotated[bool, typer.Option("--written-only", help="Let placement ask written concepts alone.")]


def simulate(
    kind: Kind,
    learners: Learners = 30,
    generator: Generator = None,
    written_only: WrittenOnly = False,
    as_json: AsJson = False,
) -> None:
    """Try the tutor on learners that it knows nothing of, and print its figures beside those of simpler ways.

    The learners follow other models than the tutor does. The same arguments give the same figures.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from agnesi.simulate.running import UnknownTrialError, run, table

    columns = (TextColumn(kind), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=aside(), transient=True) as bar:
        task = bar.add_task(kind, total=None)
        try:
            report = run(
                kind,
                learners,
                generator,
                lambda done, of: bar.update(task, completed=done, total=of),
                written_only=written_only,
            )
        except UnknownTrialError as error:
            raise CannotRunError(str(error)) from error
    if as_json:
        say_json(report)
    else:
        console().print(table(report), highlight=False, markup=False, soft_wrap=True)
