"""`agnesi new`: the folder of a concept that the plan has, ready to be written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from agnesi.cli.saying import CannotRunError, console

Area = Annotated[str, typer.Argument(help="The area, as the plan calls it.")]
Slug = Annotated[str, typer.Argument(help="The concept, as the plan calls it: cross-product.")]
From = Annotated[Path | None, typer.Option("--course", help="A course folder instead of the one that is installed.")]


def new(area: Area, slug: Slug, course: From = None) -> None:
    """Make the folder of a concept that stands in plan.yaml, with one complete exercise and one figure as models.

    Everything else that is missing is what `agnesi check` then tells you to write.
    """
    from agnesi.cli.course import loaded, nearest
    from agnesi.content.new import NewError, create

    whole = loaded(course)
    slug = slug.replace("_", "-")
    try:
        folder = create(whole, area, slug)
    except NewError as error:
        known = [concept.id for concept in whole.concepts]
        raise CannotRunError(f"{error}{'' if slug in known else nearest(slug, known)}") from error
    except OSError as error:
        raise CannotRunError(
            f"{whole.concept(slug).folder} cannot be written ({error.strerror}); name a course of yours with --course."
        ) from error
    out = console()
    out.print(f"Made {folder}", soft_wrap=True)
    out.print(f"agnesi check {slug} says what to write next; agnesi preview shows it as you save.")
