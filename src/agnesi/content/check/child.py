"""Runs an author's cells and code answers in a process of its own; started by file name, it imports nothing of ours.

Each line of standard input is a request in JSON, each line of the first standard output its reply:

    {"cell": code}                              -> {"printed": text, "error": ""}
    {"source": ..., "function": ..., "inputs"}  -> {"results": [{"value", "shape", "error"}]}

The cells of one process share one namespace; a request {"fresh": true} empties it.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import sys
from typing import Any


def main() -> None:
    """Serve requests until the input ends."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    names: dict[str, Any] = {"__name__": "__main__"}
    for line in sys.stdin:
        request = json.loads(line)
        if "fresh" in request:
            names = {"__name__": "__main__"}
            reply: dict[str, Any] = {}
        elif "cell" in request:
            reply = cell(request["cell"], names)
        else:
            reply = {"results": calls(request["source"], request["function"], request["inputs"])}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


def cell(code: str, names: dict[str, Any]) -> dict[str, str]:
    """What the cell prints, the value of its last expression included, as in a notebook."""
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            tree = ast.parse(code)
            last = tree.body[-1] if tree.body else None
            if not isinstance(last, ast.Expr):
                exec(compile(tree, "cell", "exec"), names)
            else:
                tree.body.pop()
                exec(compile(tree, "cell", "exec"), names)
                value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
                if value is not None:
                    print(repr(value))
    except BaseException as error:
        return {"printed": out.getvalue(), "error": f"{type(error).__name__}: {error}"}
    return {"printed": out.getvalue(), "error": ""}


def calls(source: str, function: str, inputs: list[list[Any]]) -> list[dict[str, Any]]:
    """The value of the function for each list of arguments, or the error."""
    names: dict[str, Any] = {"__name__": "answer"}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, "answer", "exec"), names)
        called = names[function]
    except BaseException as error:
        return [{"error": f"{type(error).__name__}: {error}"} for _ in inputs]
    return [call(called, arguments) for arguments in inputs]


def call(called: Any, arguments: list[Any]) -> dict[str, Any]:
    """One call, its value made of JSON, its shape kept."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            value = called(*map(argument, arguments))
        shape = list(value.shape) if hasattr(value, "shape") else None
        value = value.tolist() if hasattr(value, "tolist") else value
        json.dumps(value)
    except BaseException as error:
        return {"error": f"{type(error).__name__}: {error}"}
    return {"value": value, "shape": shape, "error": ""}


def argument(value: Any) -> Any:
    """An argument as the function gets it: lists marked as arrays become arrays."""
    if isinstance(value, dict) and "array" in value:
        import numpy as np

        return np.array(value["array"])
    return value


if __name__ == "__main__":
    main()
