"""The use cases, one file each: what a learner does, from the page's request to what the page shows."""

from agnesi.study.answer import Told, answer
from agnesi.study.appeal import appeal
from agnesi.study.days import day_of, moment
from agnesi.study.decode import Understood, decode
from agnesi.study.goal import challenge, choose
from agnesi.study.guess import guess
from agnesi.study.hint import hint, solution_seen
from agnesi.study.next_up import Recommendation, next_up
from agnesi.study.path import path
from agnesi.study.placement import Placement
from agnesi.study.problem import problem_for
from agnesi.study.progress import progress
from agnesi.study.readiness import readiness
from agnesi.study.today import today
from agnesi.study.withdrawn import withdraw

__all__ = [
    "Placement",
    "Recommendation",
    "Told",
    "Understood",
    "answer",
    "appeal",
    "challenge",
    "choose",
    "day_of",
    "decode",
    "guess",
    "hint",
    "moment",
    "next_up",
    "path",
    "problem_for",
    "progress",
    "readiness",
    "solution_seen",
    "today",
    "withdraw",
]
