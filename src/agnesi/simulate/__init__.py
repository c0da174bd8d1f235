"""Simulated learners, apart from the tutor and built on other models than its own, and the trials they put it to."""

from agnesi.simulate.running import KINDS, UnknownTrialError, generators, run, table

__all__ = ["KINDS", "UnknownTrialError", "generators", "run", "table"]
