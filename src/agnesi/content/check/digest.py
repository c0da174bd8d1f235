"""A fingerprint of a problem: everything a learner can see of it, and the answer."""

from __future__ import annotations

import hashlib
import json

from agnesi.exercise.answers import Code
from agnesi.exercise.problem import Problem


def digest(problem: Problem) -> str:
    """Sixteen letters that change when the question, the answer, the mistakes, the hints or the solution do."""
    text = json.dumps(
        [
            problem.ask,
            problem.given,
            sorted(problem.symbols.items()),
            problem.answer.typed(),
            [list(option) for option in problem.answer.field.options],
            repr(problem.answer.inputs) if isinstance(problem.answer, Code) else "",
            [[one.name, one.answer.typed(), one.reply, one.blames] for one in problem.mistakes],
            list(problem.hints),
            [[step.line, step.because, step.show] for step in problem.solution],
        ],
        ensure_ascii=False,
    )
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def question(problem: Problem) -> str:
    """Question and answer alone: two problems with the same are one to a learner."""
    return "\n".join((problem.ask, problem.given, problem.answer.typed()))
