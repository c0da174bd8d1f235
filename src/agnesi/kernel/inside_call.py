"""Runs in a process of its own: calls a learner's function once for each input, and answers in frames.

Started by file name, it imports nothing of ours. The request is one line of JSON on standard input: `frame` (a word
that begins each line we answer, unknown to the code), `source`, `function`, `inputs`. What the code prints goes
nowhere. When standard input closes, because the server ended, this process ends.
"""

from __future__ import annotations

import ctypes
import io
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

MOST_NUMBERS = 200_000
PR_SET_PDEATHSIG = 1


def main() -> None:
    """Serve the one request."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    request = json.loads(sys.stdin.buffer.readline())
    replies = os.fdopen(os.dup(1), "wb", buffering=0)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    parent = sys.stdin.buffer
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    sys.stdin = io.StringIO()
    frame, write, dumps = request.pop("frame").encode(), replies.write, json.dumps

    def reply(value: dict[str, Any]) -> None:
        write(frame + dumps(value).encode() + b"\n")

    _run(request["source"], request["function"], request["inputs"], reply)


def _run(source: str, function: str, inputs: list[list[Any]], reply: Callable[[dict[str, Any]], None]) -> None:
    import numpy

    pack, array = _packer(numpy), numpy.array
    names: dict[str, Any] = {"__name__": "answer", "np": numpy}
    reply({"ready": True})
    try:
        exec(compile(source, "your code", "exec"), names)
        call = names[function]
    except KeyError as error:
        missing = error.args == (function,)
        reply({"all": f"NameError: there is no function called {function}" if missing else _said(error)})
        return
    except BaseException as error:
        reply({"all": _said(error)})
        return
    for arguments in inputs:
        try:
            value = call(
                *(array(each["array"]) if isinstance(each, dict) and "array" in each else each for each in arguments)
            )
            reply(pack(value))
        except BaseException as error:
            reply({"error": _said(error)})
    reply({"end": True})


def _packer(numpy: Any) -> Callable[[Any], dict[str, Any]]:
    """A function that makes a frame of a value, holding on to NumPy as it was before the code could change it."""
    ndarray, generic, item, tolist = numpy.ndarray, numpy.generic, numpy.generic.item, numpy.ndarray.tolist

    def pack(value: Any) -> dict[str, Any]:
        shape = list(value.shape) if isinstance(value, ndarray) else None
        left = [MOST_NUMBERS]
        return {"value": plain(value, left), "shape": shape}

    def plain(value: Any, left: list[int]) -> Any:
        left[0] -= 1
        if left[0] < 0:
            raise ValueError(f"the result has more than {MOST_NUMBERS} entries")
        if isinstance(value, ndarray):
            if value.size > left[0]:
                raise ValueError(f"the result has more than {MOST_NUMBERS} entries")
            return plain(tolist(value), left)
        if isinstance(value, generic):
            value = item(value)
        if value is None or isinstance(value, (bool, str)):
            return value
        if isinstance(value, int):
            return int(value)
        if isinstance(value, float):
            return float(value)
        if isinstance(value, (list, tuple)):
            return [plain(each, left) for each in value]
        if isinstance(value, dict) and all(isinstance(key, str) for key in value):
            return {key: plain(each, left) for key, each in value.items()}
        raise TypeError(
            f"something of type {type(value).__name__} cannot be compared; return a number, a list or an array"
        )

    return pack


def _said(error: BaseException) -> str:
    """The error as the last line of a traceback, with the line of the code where it happened."""
    if isinstance(error, SyntaxError):
        return f"line {error.lineno}: SyntaxError: {error.msg}"
    if isinstance(error, SystemExit):
        return "SystemExit: the code ended the program instead of returning a value"
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "your code":
            line = trace.tb_lineno
        trace = trace.tb_next
    try:
        text = f"{type(error).__name__}: {error}"
    except Exception:
        text = type(error).__name__
    return (f"line {line}: " if line else "") + text[:2000]


def _end_with(parent: Any) -> None:
    """Wait until the server's end of standard input is closed."""
    try:
        parent.read()
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
