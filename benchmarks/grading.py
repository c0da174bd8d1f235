"""Grading the answers and mistakes of the written concepts: milliseconds each, in process; code is left out."""

from __future__ import annotations

import statistics
import time

from agnesi.content.course import Course
from agnesi.exercise import grade
from agnesi.exercise.answers import Code
from agnesi.exercise.problem import Exercise
from benchmarks.table import Row, at_most, shown


def run(short: bool) -> list[Row]:
    """Each exercise's answer and its mistakes over several seeds, drawn anew for each as the site does."""
    took: list[float] = []
    for concept in Course.load().concepts:
        if concept.written:
            for exercise in concept.exercises.values():
                for seed in range(2 if short else 8):
                    problem = exercise.problem(seed)
                    if not isinstance(problem.answer, Code):
                        texts = [problem.answer.typed(), *(mistake.answer.typed() for mistake in problem.mistakes)]
                        took += [_graded_in(exercise, seed, text) for text in texts]
    took.sort()
    return [
        at_most("grading an answer (median)", statistics.median(took), 5, "ms"),
        shown("grading an answer (p99)", took[int(len(took) * 0.99)], "ms"),
        shown("grading an answer (slowest)", took[-1], "ms"),
        shown("answers graded", len(took), ""),
    ]


def _graded_in(exercise: Exercise, seed: int, text: str) -> float:
    begun = time.perf_counter()
    grade(exercise, seed, text)
    return (time.perf_counter() - begun) * 1000
