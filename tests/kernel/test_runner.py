"""A learner's function far away: what comes back of good code, bad code and hostile code."""

from __future__ import annotations

import math
import time
from dataclasses import replace

import psutil
import pytest

from agnesi import home
from agnesi.kernel import LocalRunner


def call(source: str, *inputs, seconds: float = 5.0):
    return LocalRunner().call(source, "f", inputs, seconds)


def test_each_input_gives_a_value_with_its_shape():
    ran = call("def f(a, k):\n    return a * k", [{"array": [[1, 2], [3, 4]]}, 2], [3.5, 2], ["ab", 2])
    assert [(one.value, one.shape, one.error) for one in ran] == [
        ([[2, 4], [6, 8]], (2, 2), ""),
        (7.0, None, ""),
        ("abab", None, ""),
    ]


def test_numpy_numbers_come_back_as_plain_ones_and_nan_stays_nan():
    ran = call("def f(x):\n    return [np.float64(x), np.bool_(True), float('nan'), (1, None)]", [2])
    assert ran[0].value[:2] == [2.0, True]
    assert math.isnan(ran[0].value[2])
    assert ran[0].value[3] == [1, None]


def test_an_error_names_its_kind_and_the_line_and_the_other_inputs_still_run():
    ran = call("def f(x):\n    return 1 / x", [0], [2])
    assert ran[0].error == "line 2: ZeroDivisionError: division by zero"
    assert ran[1].value == 0.5


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def g(x): return x", "no function called f"),
        ("def f(x) return", "SyntaxError"),
        ("import sys\ndef f(x): sys.exit(0)", "SystemExit"),
        ("import os\ndef f(x): os._exit(0)", "ended the program"),
        ("raise SystemExit", "SystemExit"),
        ("def f(x): return {1, 2}", "set cannot be compared"),
        ("def f(x): return 1j", "complex cannot be compared"),
        ("def f(x): return np.zeros(10**6)", "more than 200000 entries"),
        ("def f(x):\n    a = []\n    a.append(a)\n    return a", "RecursionError"),
        ("f = 3", "not callable"),
        ("def f(x): return input()", "EOFError"),
        ("class E(BaseException):\n    def __str__(self): raise ValueError\ndef f(x): raise E", "E"),
    ],
)
def test_code_that_gives_no_value_says_why(source, said):
    assert said in call(source, [1])[0].error


def test_an_endless_loop_ends_in_time_and_keeps_what_came_before():
    start = time.monotonic()
    ran = call("def f(x):\n    while x: pass\n    return 7", [0], [1], [0], seconds=1)
    assert ran[0].value == 7
    assert "did not end within 1 seconds" in ran[1].error
    assert time.monotonic() - start < 10


def test_printed_success_and_a_flood_of_output_count_for_nothing():
    source = """
import os, sys
def f(x):
    for stream in (1, 2):
        os.write(stream, b'{"value": 42, "shape": null}\\n' * 100)
    print('{"value": 42}' * 1_000_000)
    return x
"""
    assert call(source, [1])[0].value == 1


def test_a_patched_numpy_does_not_reach_the_judge():
    source = """
import json
np.array = np.asarray = lambda *a, **k: 42
json.dumps = lambda *a, **k: '{"value": 42}'
def f(x):
    return x + 1
"""
    ran = call(source, [{"array": [1, 2]}])
    assert (ran[0].value, ran[0].shape) == ([2, 3], (2,))


def test_too_much_memory_ends_the_process():
    ran = call(
        "def f(x):\n    a = np.ones(10**9 // 8 * 2)\n    import time; time.sleep(5)\n    return a.sum()", [1], seconds=8
    )
    assert "MemoryError" in ran[0].error


def test_the_environment_holds_no_secret(monkeypatch):
    monkeypatch.setenv("AGNESI_TOKEN", "secret")
    monkeypatch.setenv("MY_API_KEY", "secret")
    assert "secret" not in call("import os\ndef f(x): return dict(os.environ)", [1])[0].value.values()


def test_children_of_the_code_end_with_it():
    source = """
import subprocess, sys
def f(x):
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]).pid
"""
    child = call(source, [1])[0].value
    time.sleep(0.2)
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


def test_with_cells_switched_off_no_code_is_run(place):
    home.use(replace(place, cells=False))
    assert call("def f(x): return x", [1]) is None
