"""`agnesi new`: the folder of a concept that the plan has, ready to be written."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from agnesi.cli.saying import CannotRunError, console

Area = Annotated[str, typer.Argument(help="The area, as the plan calls it.")]
Slug = Annotated[str, typer.Argument(help="The concept, as the plan calls it: cross-product.")]
From = Annotated[Path | None, typer.Option("--course", help="A course folder instead of the one that is installed.")]

FILES = {"lesson.md": "lesson.md", "exercises.py": "exercises.py.txt", "figure.js": "figure.js.txt"}


def new(area: Area, slug: Slug, course: From = None) -> None:
    """Make the folder of a concept that stands in plan.yaml, with one complete exercise and one figure as models.

    Everything else that is missing is what `agnesi check` then tells you to write.
    """
    from agnesi.cli.course import loaded, nearest

    whole = loaded(course)
    area, slug = area.replace("_", "-"), slug.replace("_", "-")
    planned = {one.id: one for one in whole.concepts}
    if slug not in planned:
        hint = nearest(slug, list(planned))
        raise CannotRunError(
            f"The plan has no concept called {slug}; it stands in plan.yaml before it is written.{hint}"
        )
    concept = planned[slug]
    if concept.area != area:
        raise CannotRunError(f"The plan has {slug} in {concept.area}: agnesi new {concept.area} {slug}")
    folder = concept.folder
    if folder.exists() and any(folder.iterdir()):
        raise CannotRunError(f"{folder} is there already; `agnesi check {slug}` says what to write next.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        package = folder.parent / "__init__.py"
        if not package.exists():
            package.write_text("", "utf-8")
        for name, model in FILES.items():
            text = (files("agnesi.cli.model") / model).read_text("utf-8").replace("@TITLE@", concept.title)
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise CannotRunError(
            f"{folder} cannot be written ({error.strerror}); name a course of yours with --course."
        ) from error
    out = console()
    out.print(f"Made {folder}", soft_wrap=True)
    out.print(f"agnesi check {slug} says what to write next; agnesi preview shows it as you save.")
