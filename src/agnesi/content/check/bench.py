"""A bench for an author's code: one separate Python process a concept, started when needed, killed when it hangs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from agnesi.exercise.runner import Ran

SECONDS = 30.0
"""For one cell."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a cell printed, line by line, and how it ended where it raised."""

    lines: tuple[str, ...]
    error: str = ""


@dataclass
class Bench:
    """Runs cells, which share their names until `fresh`, and code answers: a `Runner` for the graders."""

    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def cell(self, code: str) -> Printed:
        """What the cell prints."""
        reply = self._ask({"cell": code}, SECONDS)
        if reply is None:
            return Printed((), f"the cell did not end within {SECONDS:.0f} seconds")
        return Printed(tuple(reply["printed"].splitlines()), reply["error"])

    def fresh(self) -> None:
        """Forget the names of the cells so far."""
        self._ask({"fresh": True}, SECONDS)

    def call(self, source: str, function: str, inputs: Sequence[Sequence[Any]], seconds: float) -> Sequence[Ran] | None:
        """One result for each input, as `exercise.runner.Runner` has it."""
        reply = self._ask({"source": source, "function": function, "inputs": [list(one) for one in inputs]}, seconds)
        if reply is None:
            return [Ran(error="it did not end in time")] * len(inputs)
        return [Ran(one.get("value"), _shape(one), one["error"]) for one in reply["results"]]

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
        self._process = None

    def __enter__(self) -> Bench:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        """The reply, or None when it did not come in time; the process is then gone, and with it all names."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        watch = threading.Timer(seconds, process.kill)
        watch.start()
        try:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = ""
        finally:
            watch.cancel()
        if not line:
            self.close()
            return None
        reply: dict[str, Any] = json.loads(line)
        return reply

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-B", str(Path(__file__).with_name("child.py"))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env={**os.environ, "MPLBACKEND": "Agg", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            )
        return self._process


def _shape(one: dict[str, Any]) -> tuple[int, ...] | None:
    return tuple(one["shape"]) if one.get("shape") is not None else None
