"""Every kind of answer, one idea a file: what an author may ask for."""

from agnesi.exercise.answers.choice import Choice, Choices, Ordered, Ordering, Picked
from agnesi.exercise.answers.code import Code
from agnesi.exercise.answers.derivation import Derivation, Wrote
from agnesi.exercise.answers.distribution import Distribution
from agnesi.exercise.answers.expression import Expression, UpToConstant
from agnesi.exercise.answers.factorisation import Factorisation
from agnesi.exercise.answers.matrix import Matrix
from agnesi.exercise.answers.number import Decimal, Integer, Number, Probability
from agnesi.exercise.answers.property import Property
from agnesi.exercise.answers.sets import Interval, Set
from agnesi.exercise.answers.statement import Equation, Inequality, Words
from agnesi.exercise.answers.subspace import Basis, Subspace
from agnesi.exercise.answers.tool import Used, WithTool
from agnesi.exercise.answers.vector import Point, Tuple, Vector

__all__ = [
    "Basis",
    "Choice",
    "Choices",
    "Code",
    "Decimal",
    "Derivation",
    "Distribution",
    "Equation",
    "Expression",
    "Factorisation",
    "Inequality",
    "Integer",
    "Interval",
    "Matrix",
    "Number",
    "Ordered",
    "Ordering",
    "Picked",
    "Point",
    "Probability",
    "Property",
    "Set",
    "Subspace",
    "Tuple",
    "UpToConstant",
    "Used",
    "Vector",
    "WithTool",
    "Words",
    "Wrote",
]
