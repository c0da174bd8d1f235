"""The last judge: SymPy in a process of its own, warm, watched and killable.

The only process and the only clock of `maths`.

SymPy objects are built from the tree, never from text; what crosses the border is a line of JSON with names of
nodes from a closed list, and one word back. The process may use 512 MB and 0.7 seconds for one question; the work
inside is counted too, so that whether an answer is found does not depend on the machine. It can only turn "could
not decide" into a verdict. It ends when its input does.
"""

from __future__ import annotations

import atexit
import queue
import subprocess
import sys
import threading
from dataclasses import dataclass

from agnesi.maths.judging.request import Request
from agnesi.maths.verdict import EQUAL, Verdict

SECONDS = 0.7
MEGABYTES = 512
_START_SECONDS = 30.0
_LONGEST = 40_000
_TESTS = frozenset(("equivalent", "antiderivative", "up-to-constant", "set"))


@dataclass(slots=True)
class _Running:
    process: subprocess.Popen[bytes]
    replies: queue.SimpleQueue[str]


_lock = threading.Lock()
_running: _Running | None = None


def judged(request: Request) -> Verdict:
    """The verdict of SymPy on two formulas, or undecided; `timed_out` when the clock cut it."""
    from agnesi.maths import tree
    from agnesi.maths.transport import packed

    undecided = Verdict("undecided", "This could not be decided.")
    if (
        request.test not in _TESTS
        or not isinstance(request.answer, tree.Node)
        or not isinstance(request.key, tree.Node)
    ):
        return undecided
    letters = {name: [role.sort, role.sign] for name, role in request.roles.items()}
    question = packed({"answer": request.answer, "key": request.key, "letters": letters, "test": request.test})
    if len(question) > _LONGEST:
        return undecided
    with _lock:
        reply = _asked(question)
    if reply is None:
        return Verdict("undecided", "This could not be decided in time.", timed_out=True)
    return {"equal": EQUAL, "different": Verdict("different", "This is not equal to what is asked for.")}.get(
        reply, undecided
    )


def warm() -> None:
    """Start the process and wait until it is ready, so that the clock of the next answer measures the answer alone."""
    with _lock:
        try:
            _ready()
        except OSError:
            stop()


def stop() -> None:
    """End the process."""
    global _running
    if _running is not None:
        _running.process.kill()
        _running.process.wait(5)
        for stream in (_running.process.stdin, _running.process.stdout):
            if stream is not None:
                stream.close()
        _running = None


def _asked(question: bytes) -> str | None:
    try:
        running = _ready()
        assert running.process.stdin is not None
        running.process.stdin.write(question + b"\n")
        running.process.stdin.flush()
        reply = running.replies.get(timeout=SECONDS)
        if reply:
            return reply
    except (OSError, queue.Empty):
        pass
    stop()
    return None


def _ready() -> _Running:
    """The running process, started and warm. Raises OSError where it cannot be started."""
    global _running
    if _running is not None and _running.process.poll() is None:
        return _running
    stop()
    process = subprocess.Popen(
        [sys.executable, "-m", "agnesi.maths.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    replies: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(process, replies), daemon=True).start()
    _running = _Running(process, replies)
    try:
        if replies.get(timeout=_START_SECONDS) != "ready":
            raise OSError("the worker did not start")
    except queue.Empty:
        raise OSError("the worker did not start") from None
    return _running


def _listen(process: subprocess.Popen[bytes], replies: queue.SimpleQueue[str]) -> None:
    """Words from the process, an empty one when it has ended."""
    assert process.stdout is not None
    try:
        for line in process.stdout:
            replies.put(line.decode("ascii", "replace").strip())
    except (OSError, ValueError):
        pass
    replies.put("")


def _serve() -> None:
    """The loop of the process: a line in, a word out."""
    _limit_memory()
    from agnesi.maths.symbolic import decided, warmed

    warmed()
    print("ready", flush=True)
    for question in sys.stdin.buffer:
        try:
            reply = decided(question)
        except Exception:  # whatever SymPy raises, the answer is only that it could not decide
            reply = "undecided"
        print(reply, flush=True)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the clock is the only limit
        return
    size = MEGABYTES * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


atexit.register(stop)

if __name__ == "__main__":
    _serve()
