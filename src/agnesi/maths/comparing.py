"""`compare`: an answer and a key in, a verdict out, by any of the tests that have a name; the one door to all judges.

It never raises, hangs or runs out of memory: whatever is typed, there is a verdict, and where it is "could not
decide" it says why.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from agnesi.maths import tree
from agnesi.maths.declare import Declaration, declare
from agnesi.maths.evaluating.scalars import arithmetic, arithmetic_of
from agnesi.maths.judging import tests
from agnesi.maths.judging.request import Request
from agnesi.maths.judging.roles import roles
from agnesi.maths.reading import read
from agnesi.maths.reading.errors import ReadingError
from agnesi.maths.verdict import Verdict

WORK = 45_000
"""Steps that one comparison may take in process: evaluations of a node, multiplications of matrix entries ..."""

Worker = Callable[[Request], Verdict]


def compare(
    answer: str | tree.Node | Sequence[str],
    key: str | tree.Node | Sequence[str] | None,
    symbols: Mapping[str, str | Declaration] | None = None,
    *,
    test: str = "equivalent",
    options: Mapping[str, Any] | None = None,
    seed: str = "",
    worker: Worker | str | None = "default",
) -> Verdict:
    """The verdict on `answer` by `test` (see `judging.tests.TESTS`); never raises for what stands in answer or key.

    `symbols` declares the letters (`{"x": "real", "A": "matrix 2x3"}`), None infers them. `seed` fixes the sample
    points. `worker` judges again what is left undecided: "default" is the SymPy worker of this process, None is
    nobody. Raises ValueError for a test or a declaration that does not exist, since that is the author's to mend; a
    text that cannot be read is undecided with the reader's words, unless it is read by the caller first.
    """
    if test not in tests.TESTS:
        raise ValueError(f"there is no test {test!r}; there are {', '.join(sorted(tests.TESTS))}")
    declared = declare(symbols)
    try:
        answer, key = _read(answer, symbols), _read(key, symbols)
    except ReadingError as error:
        return Verdict("undecided", str(error))
    known = roles(tuple(_nodes(answer) + _nodes(key)), declared)
    inferred = frozenset(name for name in known if declared is None or name not in declared)
    request = Request(answer, key, known, inferred, test, dict(options or {}), seed)
    verdict = judged(request)
    if verdict.outcome == "undecided" and worker is not None:
        verdict = _upgraded(verdict, request, worker)
    return verdict


def judged(request: Request) -> Verdict:
    """The verdict in process, within the limit of work."""
    with arithmetic_of(128, complex=False, settle=False):
        arithmetic.work = WORK
        try:
            return tests.TESTS[request.test](request)
        except RecursionError:
            return Verdict("undecided", "This could not be decided: it is nested too deeply.")
        except (
            ArithmeticError,
            ValueError,
            TypeError,
            AttributeError,
            IndexError,
            KeyError,
            NotImplementedError,
            MemoryError,
        ) as error:
            # What a judge did not foresee must not reach a learner as an error, nor as a wrong answer.
            return Verdict("undecided", f"This could not be decided: a judge stumbled ({type(error).__name__}).")


def compare_lines(lines: TextIO, out: TextIO, *, worker: Worker | str | None = "default") -> int:
    """Judge JSON lines `{"id", "test", "answer", "key", "symbols", "options"}`, write `{"id", "verdict".

    "message", "ms"}` for each.

    Returns how many could not be taken (no JSON, no such test): these get the verdict "unreadable" and a message.
    """
    from agnesi.maths import worker as workers

    if worker == "default":
        workers.warm()
    faults = 0
    for line in lines:
        if not line.strip():
            continue
        started = time.perf_counter()
        reply, fault = _line(line, worker)
        faults += fault
        reply["ms"] = round((time.perf_counter() - started) * 1000, 3)
        if worker == "default":
            workers.warm()
        out.write(json.dumps(reply, ensure_ascii=False) + "\n")
        out.flush()
    return faults


def _line(line: str, worker: Worker | str | None) -> tuple[dict[str, Any], int]:
    try:
        asked = json.loads(line)
        name = asked["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {"id": None, "verdict": "unreadable", "message": "This line is not a JSON object with an id."}, 1
    try:
        test = asked.get("test") or "equivalent"
        symbols = asked.get("symbols")
        if test == "read":
            _read(asked["answer"], symbols)
            return {"id": name, "verdict": "read", "message": ""}, 0
        answer, key = _read(asked["answer"], symbols), _read(asked.get("key"), symbols)
        verdict = compare(answer, key, symbols, test=test, options=asked.get("options"), seed=str(name), worker=worker)
        return {"id": name, "verdict": verdict.outcome, "message": verdict.message or verdict.condition}, 0
    except ReadingError as error:
        return {"id": name, "verdict": "unreadable", "message": str(error)}, 0
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return {"id": name, "verdict": "unreadable", "message": str(error)}, 1


def _read(text: Any, symbols: Mapping[str, Any] | None) -> Any:
    """A text read; a list of texts line by line; what is read already as it is."""
    if text is None or isinstance(text, tree.Node):
        return text
    if isinstance(text, str):
        return read(text, symbols)
    return tuple(_read(one, symbols) for one in text)


def _nodes(read_text: Any) -> list[tree.Node]:
    if read_text is None:
        return []
    return [read_text] if isinstance(read_text, tree.Node) else [node for one in read_text for node in _nodes(one)]


def _upgraded(verdict: Verdict, request: Request, worker: Worker | str) -> Verdict:
    if isinstance(worker, str):
        from agnesi.maths import worker as workers

        worker = workers.judged
    better = worker(request)
    return better if better.outcome != "undecided" or better.timed_out else verdict
