"""`agnesi new AREA SLUG`: a folder for a planned concept whose only faults say what to write next."""

from __future__ import annotations

from pathlib import Path

from agnesi.content.concept import Concept
from agnesi.content.course import Course

_TEMPLATES = Path(__file__).parent / "templates"
FILES = ("lesson.md", "exercises.py", "figure.js")


class NewError(ValueError):
    """The folder cannot be made; the message says why and what to do."""


def create(course: Course, area: str, slug: str) -> Path:
    """The new folder of the concept `slug`, with one complete exercise and one complete figure as models.

    Raises NewError where the plan has no such concept in this area, or its folder is there already.
    """
    concept = _planned(course, area, slug)
    if concept.folder.exists() and any(concept.folder.iterdir()):
        raise NewError(f"{concept.folder} is there already; agnesi check {slug} says what it lacks.")
    concept.folder.mkdir(parents=True, exist_ok=True)
    package = concept.folder.parent / "__init__.py"
    if not package.exists():
        package.write_text(f'"""The concepts of {concept.area.replace("-", " ")}."""\n', "utf-8")
    for name in FILES:
        text = (_TEMPLATES / f"{name}.txt").read_text("utf-8")
        (concept.folder / name).write_text(_filled(text, concept), "utf-8")
    return concept.folder


def _planned(course: Course, area: str, slug: str) -> Concept:
    slug = slug.replace("_", "-")
    if slug not in course:
        raise NewError(f"The plan has no concept called {slug}; give it a place in plan.yaml first.")
    concept = course.concept(slug)
    if concept.area != area.replace("_", "-"):
        raise NewError(f"The plan has {slug} in {concept.area}: agnesi new {concept.area} {slug}")
    return concept


def _filled(text: str, concept: Concept) -> str:
    outcomes = "\n".join(f"#   {number}. {outcome}" for number, outcome in enumerate(concept.outcomes, 1))
    return text.replace("TITLE", concept.title).replace("SLUG", concept.id).replace("OUTCOMES", outcomes)
