"""The course that a command works on, and the errors of whoever names something that it does not have."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from agnesi.cli.saying import CannotRunError

if TYPE_CHECKING:
    from agnesi.content.course import Course


def loaded(folder: Path | None = None) -> Course:
    """The course in `folder`, the one of the settings, or the installed one. Raises CannotRunError, SettingError."""
    from agnesi import home
    from agnesi.content.course import Course

    chosen = folder or home.settings().course
    if chosen is not None and not (chosen / "plan.yaml").is_file():
        raise CannotRunError(f"{chosen} is no course: it has no plan.yaml.")
    try:
        return Course.load(chosen)
    except ValueError as error:
        raise CannotRunError(f"The course cannot be used: {error}") from error


def nearest(word: str, known: list[str]) -> str:
    """A sentence that names what was probably meant; empty when nothing is near."""
    near = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(near)}?" if near else ""
