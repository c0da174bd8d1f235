"""`agnesi decode`: JSON with the names that others build on, and a table for people; no database."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from agnesi.cli.app import app


def run(*words, **more):
    return CliRunner().invoke(app, ["decode", *words], **more)


def test_json_has_symbols_concepts_and_what_was_not_read():
    said = json.loads(run(r"A v = \lambda v + \wobble", "--json").stdout)
    assert {"symbol": "A", "name": "a matrix"}.items() <= said["symbols"][0].items()
    assert "eigenvectors" in said["concepts"]
    assert said["unread"] == [r"\wobble"]


def test_people_get_a_table_and_the_titles():
    said = run(r"H(X) = -\sum_x p(x) \log p(x)").stdout
    assert "entropy" in said
    assert "\\log" in said


def test_a_formula_comes_from_stdin_too():
    assert json.loads(run("-", "--json", input="x^2").stdout)["symbols"][0]["symbol"] == "x"
