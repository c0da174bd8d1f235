"""`agnesi compare`: answers judged for a program, a line of JSON in, a line of JSON out."""

from __future__ import annotations

import sys

from agnesi.cli.saying import found_wrong


def compare() -> None:
    """Judge answers: reads JSON lines from stdin and writes one for each, in order, as soon as it is judged.

    In: {"id", "test", "answer", "key", "symbols", "options"}. Out: {"id", "verdict", "message", "ms"}. The tests, and
    what the verdicts mean, stand in docs/commands.md. Exit code 1 when a line could not be taken.
    """
    from agnesi.maths.comparing import compare_lines

    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if compare_lines(sys.stdin, sys.stdout):
        found_wrong()
