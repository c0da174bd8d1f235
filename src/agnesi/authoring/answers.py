"""The kinds of answers, for exercises: `from agnesi.authoring.answers import Number, Vector`."""

from agnesi.exercise.answers import *  # noqa: F403
from agnesi.exercise.answers import __all__ as __all__
