"""The contract page and the code say the same."""

import dataclasses
import inspect
import re
from pathlib import Path

from agnesi import authoring
from agnesi.authoring import answers, draw
from agnesi.exercise.problem import KINDS

PAGE = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")


def section(title):
    heading = re.search(rf"^#+ {title}(?:, .*)?$", PAGE, flags=re.MULTILINE)
    assert heading, title
    return re.split(r"^#+ ", PAGE[heading.end() :], maxsplit=1, flags=re.MULTILINE)[0]


def test_every_answer_has_a_row_with_its_arguments_and_no_row_is_left_over():
    rows = dict(re.findall(r"^\| `(\w+)\(([^`]*)\)` \|", section("Answers"), flags=re.MULTILINE))
    assert set(rows) == {name for name in answers.__all__ if name not in ("Picked", "Ordered")}
    for name, written in rows.items():
        parameters = inspect.signature(getattr(answers, name)).parameters
        known = [one for one in parameters if one != "label"]
        assert re.findall(r"(\w+)(?:=[^,]*)?(?:, |$)", written) == known, name


def test_every_name_of_the_door_has_a_heading():
    headings = set(re.findall(r"^### (.+)$", PAGE, flags=re.MULTILINE))
    named = {name for heading in headings for name in heading.split(", ")}
    assert set(authoring.__all__) - {"Exercise"} <= named


def test_every_field_of_a_problem_and_its_parts_is_named_under_its_heading():
    for one in (
        authoring.Problem,
        authoring.Step,
        authoring.Mistake,
        authoring.Guess,
        authoring.Contrast,
        authoring.Proof,
    ):
        text = section(one.__name__)
        for field in dataclasses.fields(one):
            assert re.search(rf"\b{field.name}\b", text), f"{one.__name__}.{field.name}"


def test_every_kind_of_exercise_is_named():
    assert all(kind in section("exercise") for kind in KINDS)


def test_every_generator_has_a_row():
    rows = re.findall(r"^\| `(\w+)\(", section("Generators"), flags=re.MULTILINE)
    public = [
        name
        for name, value in vars(draw).items()
        if inspect.isfunction(value) and value.__module__ == draw.__name__ and not name.startswith("_")
    ]
    assert rows == public


def test_every_method_of_rng_is_named():
    methods = [name for name in vars(authoring.Rng) if not name.startswith("_")]
    assert all(f"rng.{name}(" in section("Rng") for name in methods)
