"""A figure is a claim that moves: what it says is tried in a real browser, at its edges too."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.browser import Look
from agnesi.content.check.fault import Fault
from agnesi.content.check.figure_names import figure_names
from agnesi.content.check.subject import Subject

RULE = "A figure has words, a goal not yet reached, claims that hold, labelled fields, and no value that breaks it."


def faults(subject: Subject, look: Look) -> Iterator[Fault]:
    """What the browser found, figure by figure."""
    path = subject.concept.figure
    for name in figure_names(path):
        assert path is not None
        for sentence in look(path, name):
            yield subject.fault(f"the figure {name}: {sentence}")
