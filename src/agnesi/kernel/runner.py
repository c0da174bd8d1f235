"""The port `exercise.runner.Runner` on this machine.

A learner's function called in a fresh process, which is then ended.
"""

from __future__ import annotations

import json
import os
import queue
import secrets
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

from agnesi.exercise.runner import Ran
from agnesi.home import settings
from agnesi.kernel import limits
from agnesi.kernel.environment import environment, python

START_SECONDS = 20.0
MOST_BYTES = 8_000_000
_AT_ONCE = threading.BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class LocalRunner:
    """Runs code in the learner's own Python. Only for one learner on their own machine (TRUST.md, 10)."""

    def call(self, source: str, function: str, inputs: Sequence[Sequence[Any]], seconds: float) -> Sequence[Ran] | None:
        """See `exercise.runner.Runner`: one `Ran` an input; None where code is not run here, or no process starts.

        `seconds` is for all inputs together, once the process stands.
        """
        if not settings().cells:
            return None
        with _AT_ONCE, tempfile.TemporaryDirectory(prefix="agnesi-", ignore_cleanup_errors=True) as folder:
            try:
                process = subprocess.Popen(
                    python("inside_call.py"),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    cwd=folder,
                    env=environment(os.environ),
                    start_new_session=True,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError:
                return None
            try:
                return _Call(process, source, function, inputs).outcomes(seconds)
            finally:
                limits.kill(process.pid)
                process.wait()
                for pipe in (process.stdin, process.stdout):
                    if pipe:
                        pipe.close()


class _Call:
    """One request to one process, and its frames as they come."""

    def __init__(self, process: subprocess.Popen[bytes], source: str, function: str, inputs: Sequence[Any]) -> None:
        self._process = process
        self._frame = secrets.token_hex(16)
        self._inputs = inputs
        self._frames: queue.Queue[dict[str, Any] | str] = queue.Queue()
        request = {"frame": self._frame, "source": source, "function": function, "inputs": inputs}
        text = json.dumps(request).encode() + b"\n"
        assert process.stdin is not None
        assert process.stdout is not None
        threading.Thread(target=_send, args=(process.stdin, text), daemon=True).start()
        threading.Thread(target=self._receive, args=(process.stdout,), daemon=True).start()

    def outcomes(self, seconds: float) -> list[Ran] | None:
        """A `Ran` for each input; those that did not come say why. None where the process never stood."""
        first = self._next(time.monotonic() + START_SECONDS)
        if not isinstance(first, dict):
            return None
        found: list[Ran] = []
        end = time.monotonic() + seconds
        while len(found) < len(self._inputs):
            frame = self._next(end)
            if isinstance(frame, str):
                reason = frame or f"it did not end within {seconds:g} seconds"
                return found + [Ran(error=reason)] * (len(self._inputs) - len(found))
            if "all" in frame:
                return [Ran(error=frame["all"])] * len(self._inputs)
            shape = frame.get("shape")
            found.append(Ran(frame.get("value"), tuple(shape) if shape is not None else None, frame.get("error", "")))
        return found

    def _next(self, end: float) -> dict[str, Any] | str:
        """The next frame, or why there is none: empty text when the time is up."""
        while True:
            left = end - time.monotonic()
            if left <= 0:
                return ""
            try:
                return self._frames.get(timeout=min(left, 0.25))
            except queue.Empty:
                if limits.memory(self._process.pid) > settings().cell_memory_mb * 1_000_000:
                    return f"MemoryError: it took more than {settings().cell_memory_mb} MB"

    def _receive(self, pipe: IO[bytes]) -> None:
        """Sort our frames from whatever else arrives, until the end or far too much."""
        mark, seen = self._frame.encode(), 0
        try:
            while seen < MOST_BYTES and (line := pipe.readline(MOST_BYTES - seen)):
                seen += len(line)
                if line.startswith(mark):
                    self._frames.put(json.loads(line[len(mark) :]))
            self._frames.put(
                "it gave back too much" if seen >= MOST_BYTES else "SystemExit: the code ended the program"
            )
        except (OSError, ValueError):
            self._frames.put("SystemExit: the code ended the program")


def _send(pipe: IO[bytes], text: bytes) -> None:
    """Write the request; the pipe stays open, for its closing says that we have ended."""
    try:
        pipe.write(text)
        pipe.flush()
    except (OSError, ValueError):
        pass
