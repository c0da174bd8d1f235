"""`agnesi check`: the engine answers every exercise of the course, and says in sentences what does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agnesi.cli.saying import AsJson, CannotRunError, aside, console, found_wrong, say_json

if TYPE_CHECKING:
    from agnesi.content.check import Report
    from agnesi.content.course import Course

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Folders of concepts, of an area or a course, or slugs.")
]
Seeds = Annotated[int, typer.Option(help="How many problems of each exercise are answered.", min=1, max=100_000)]
Closed = Annotated[bool, typer.Option("--closed", help="No written concept may have an unwritten ancestor.")]
Alike = Annotated[bool, typer.Option("--alike", help="Compare the lessons with one another.")]
Record = Annotated[bool, typer.Option("--record", help="First write editions.json: the exercises as they are now.")]
All = Annotated[bool, typer.Option("--require-all", help="A rule that cannot run (no Chromium) is a fault.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Look again at what passed before and has not changed.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Leave out what needs a browser: the claims of figures.")]
From = Annotated[Path | None, typer.Option("--course", help="A course folder instead of the one that is installed.")]


def check(
    paths: Paths = None,
    seeds: Seeds = 5,
    closed: Closed = False,
    alike: Alike = False,
    record: Record = False,
    require_all: All = False,
    fresh: Fresh = False,
    no_browser: NoBrowser = False,
    course: From = None,
    json: AsJson = False,
) -> None:
    """Check the course: answer every exercise with its author's answers, mistakes and solutions, run every cell.

    Without PATH, the whole course. Each fault is one sentence with its place. Exit code 1 when there is one. Variety is
    always counted over 200 problems, whatever --seeds says. What passed and has not changed is not looked at again.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from agnesi.content.check import run

    whole, concepts = chosen(paths or [], course)
    columns = (TextColumn("{task.description:30}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=aside(), transient=True) as bar:
        task = bar.add_task("", total=None)
        report = run(
            whole,
            concepts,
            seeds,
            alike=alike,
            closed=closed,
            record=record,
            require_all=require_all,
            fresh=fresh,
            browser=not no_browser,
            progress=lambda done, of, name: bar.update(task, completed=done, total=of, description=name),
        )
    if json:
        say_json(report.as_json())
    else:
        _print(report)
    if report.faults:
        found_wrong()


def chosen(paths: list[str], course: Path | None) -> tuple[Course, list[str] | None]:
    """The course, and the ids of the concepts that `paths` name: None for the whole. Raises CannotRunError."""
    from agnesi.cli.course import loaded, nearest

    folders = [Path(each).resolve() for each in paths if Path(each).is_dir()]
    roots = {root for folder in folders if (root := _root(folder))}
    if len(roots) > 1:
        raise CannotRunError("These folders belong to several courses; check one course at a time.")
    whole = loaded(course or next(iter(roots), None))
    if not paths or whole.folder.resolve() in folders:
        return whole, None
    concepts: list[str] = []
    for each in paths:
        place = Path(each).resolve()
        within = [
            one.id
            for one in whole.concepts
            if one.written and place in (one.folder.resolve(), *one.folder.resolve().parents)
        ]
        if not within and each in whole:
            within = [whole.concept(each).id]
        if not within:
            hint = nearest(each, [one.id for one in whole.concepts if one.written])
            raise CannotRunError(f"There is no written concept in {each}, and none of this name.{hint}")
        concepts += within
    return whole, list(dict.fromkeys(concepts))


def _root(folder: Path) -> Path | None:
    """The course that a folder belongs to."""
    return next((each for each in (folder, *folder.parents) if (each / "plan.yaml").is_file()), None)


def _print(report: Report) -> None:
    out = console()
    for fault in report.faults:
        out.print(str(fault), markup=False)
    for rule in report.skipped:
        out.print(f"skipped {rule}", style="yellow", markup=False)
    counts = f"{report.concepts} concepts, {report.exercises} exercises, {report.problems} problems"
    unchanged = f", {report.kept} unchanged" if report.kept else ""
    verdict = f"[red]{len(report.faults)} faults[/red]" if report.faults else "[green]no fault[/green]"
    out.print(f"{counts} in {report.seconds:.1f} s{unchanged}: {verdict}.")
