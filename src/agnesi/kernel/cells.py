"""Code cells: each lesson has a kernel of the learner's own Python.

A run is started, polled by its id, and can be stopped.
"""

from __future__ import annotations

import threading
import uuid

from agnesi.home import settings
from agnesi.kernel.lesson import Run
from agnesi.kernel.loop import Loop
from agnesi.kernel.outputs import Output, Piece

__all__ = ["Output", "Piece", "poll", "shutdown", "start", "stop"]

LONGEST_CODE = 100_000
KEPT = 100
"""Runs that can still be polled; older ones are forgotten."""

_lock = threading.Lock()
_runs: dict[str, Run] = {}
_loop: Loop | None = None


def start(lesson: str, code: str) -> str:
    """Run `code` in the kernel of `lesson`, after what runs there already; the id of the run comes back at once."""
    run = Run(uuid.uuid4().hex, lesson, code)
    with _lock:
        while len(_runs) >= KEPT:
            del _runs[next(iter(_runs))]
        _runs[run.id] = run
        if not settings().cells:
            run.gathered.end("Code cells are switched off here (the setting `cells`).")
        elif len(code) > LONGEST_CODE:
            run.gathered.end(f"A cell has at most {LONGEST_CODE} characters.")
        else:
            _running().submit(run)
    return run.id


def poll(run: str) -> Output:
    """What the run has shown up to now. Raises KeyError for a run that is not known (any more)."""
    return _runs[run].gathered.output()


def stop(name: str) -> None:
    """Stop a run by its id, or every run of a lesson: interrupt it, and end the kernel where that does not help."""
    with _lock:
        for run in _runs.values():
            if name in (run.id, run.lesson) and not run.gathered.done:
                run.stop = True


def shutdown() -> None:
    """End every kernel."""
    global _loop
    with _lock:
        if _loop is not None:
            _loop.stop()
            _loop = None


def _running() -> Loop:
    global _loop
    if _loop is None:
        _loop = Loop()
    return _loop
