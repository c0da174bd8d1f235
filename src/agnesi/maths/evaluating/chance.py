"""Random variables and events over a small finite space: every expectation is then an exact weighted sum.

An identity of expectations or probabilities that holds for all random variables holds for these; one that does not
fails here at the first try or the second. Independent names live on different coordinates of a product space.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flint import fmpq

from agnesi.maths.evaluating.duals import primal
from agnesi.maths.evaluating.scalars import Undefined, Unsupported, is_scalar


@dataclass(frozen=True, slots=True)
class Space:
    """Weights of the outcomes, which add up to 1."""

    weights: tuple[fmpq, ...]


@dataclass(frozen=True, slots=True)
class Random:
    """One value for each outcome: numbers for a random variable, truth values for an event."""

    values: tuple[Any, ...]

    def map(self, change: Callable[..., Any], *others: Any) -> Random:
        """Outcome by outcome; the others may be constants."""
        columns = [one.values if isinstance(one, Random) else (one,) * len(self.values) for one in others]
        return Random(tuple(change(*row) for row in zip(self.values, *columns, strict=True)))

    def __add__(self, other: Any) -> Random:
        return self.map(lambda a, b: a + b, other)

    def __radd__(self, other: Any) -> Random:
        return self.map(lambda a, b: b + a, other)

    def __neg__(self) -> Random:
        return self.map(lambda a: -a)

    def __sub__(self, other: Any) -> Random:
        return self.map(lambda a, b: a - b, other)

    def __rsub__(self, other: Any) -> Random:
        return self.map(lambda a, b: b - a, other)

    def __mul__(self, other: Any) -> Random:
        return self.map(lambda a, b: a * b, other)

    def __rmul__(self, other: Any) -> Random:
        return self.map(lambda a, b: b * a, other)

    def __truediv__(self, other: Any) -> Random:
        return self.map(_over, other)

    def __rtruediv__(self, other: Any) -> Random:
        return self.map(lambda a, b: _over(b, a), other)


def lifted(change: Callable[..., Any], *arguments: Any) -> Any:
    """`change` of the arguments, outcome by outcome where one of them is random."""
    for i, one in enumerate(arguments):
        if isinstance(one, Random):
            first = arguments[:i]
            columns = [x.values if isinstance(x, Random) else (x,) * len(one.values) for x in (*first, *arguments[i:])]
            return Random(tuple(change(*row) for row in zip(*columns, strict=True)))
    return change(*arguments)


def probability(space: Space, event: Any, given: Any = None) -> Any:
    """P(event | given): a number, or where `given` is a random variable a random variable."""
    return expectation(space, lifted(_indicator, event), given)


def expectation(space: Space, x: Any, given: Any = None) -> Any:
    """E[x | given]; `given` is an event, a random variable or nothing."""
    values = _column(space, x)
    if given is None:
        return _mean(space.weights, values)
    conditions = _column(space, given)
    if isinstance(conditions[0], bool):
        return _mean(
            [w for w, c in zip(space.weights, conditions, strict=True) if c],
            [v for v, c in zip(values, conditions, strict=True) if c],
        )
    cells: dict[str, list[int]] = {}
    for i, c in enumerate(conditions):
        cells.setdefault(_label(c), []).append(i)
    answers = {c: _mean([space.weights[i] for i in at], [values[i] for i in at]) for c, at in cells.items()}
    return Random(tuple(answers[_label(c)] for c in conditions))


def variance(space: Space, x: Any, given: Any = None) -> Any:
    """The variance of x, given what is given."""
    return covariance(space, x, x, given)


def covariance(space: Space, x: Any, y: Any, given: Any = None) -> Any:
    """The covariance of x and y, given what is given."""
    mean = expectation(space, x, given)
    return expectation(space, (x - mean) * (y - expectation(space, y, given)), given)


def masses(space: Space, *variables: Any) -> list[tuple[tuple[str, ...], fmpq]]:
    """The joint distribution: each combination of values that occurs, with its probability."""
    columns = [_column(space, one) for one in variables]
    found: dict[tuple[str, ...], Any] = {}
    for weight, *row in zip(space.weights, *columns, strict=True):
        key = tuple(map(_label, row))
        found[key] = found.get(key, fmpq(0)) + weight
    return list(found.items())


def _column(space: Space, x: Any) -> tuple[Any, ...]:
    return x.values if isinstance(x, Random) else (x,) * len(space.weights)


def _mean(weights: Any, values: Any) -> Any:
    whole = sum(weights, fmpq(0))
    if whole == 0:
        raise Undefined("an event that can happen")
    result: Any = fmpq(0)
    for weight, value in zip(weights, values, strict=True):
        result = result + value * (weight / whole)
    return result


def _indicator(event: Any) -> fmpq:
    if not isinstance(event, bool):
        raise Unsupported("a probability was asked of something that is not an event")
    return fmpq(1 if event else 0)


def _label(value: Any) -> str:
    value = primal(value)
    if isinstance(value, (bool, fmpq)):
        return str(value)
    if is_scalar(value):
        return str(value.str(20, radius=False))
    return repr(value)


def _over(a: Any, b: Any) -> Any:
    from agnesi.maths.evaluating.scalars import divide

    return divide(a, b)
