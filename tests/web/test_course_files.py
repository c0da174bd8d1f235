"""What of a concept's folder has an address."""

import pytest


@pytest.mark.parametrize("name", ["figure.js", "picture.svg"])
def test_figures_and_pictures_have_an_address(visitor, name):
    reply = visitor.get(f"/course/adding/{name}")
    assert reply.status_code == 200
    assert reply["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "name",
    ["exercises.py", "lesson.md", "__init__.py", "..%2Fplan.yaml", "../plan.yaml", "figure.js.map", "", "FIGURE.JS"],
)
def test_nothing_else_has(visitor, name):
    assert visitor.get(f"/course/adding/{name}").status_code == 404


def test_a_concept_that_does_not_exist_has_no_files(visitor):
    assert visitor.get("/course/nothing/figure.js").status_code == 404
