"""What a problem is, and grading an answer to it: `exercise.grade`, `exercise.echo`."""

from agnesi.exercise.grading import Graded, echo, grade, grade_problem
from agnesi.exercise.proofs import grade_open, open_problem

__all__ = ["Graded", "echo", "grade", "grade_open", "grade_problem", "open_problem"]
