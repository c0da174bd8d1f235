"""The door of the engine: all that a concept may import, with `authoring.answers` and `authoring.draw`."""

from agnesi.exercise.lesson_parts import Contrast, Given, Guess, Open, Pair, Proof
from agnesi.exercise.problem import Exercise, Mistake, Problem, Step, exercise
from agnesi.exercise.rng import Rng
from agnesi.exercise.shown import tex, typed

__all__ = [
    "Contrast",
    "Exercise",
    "Given",
    "Guess",
    "Mistake",
    "Open",
    "Pair",
    "Problem",
    "Proof",
    "Rng",
    "Step",
    "exercise",
    "tex",
    "typed",
]
