"""The cells of lessons: quick, watched, stopped, and gone with the server."""

from __future__ import annotations

import base64
import os
import stat
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from agnesi import home
from agnesi.kernel import cells
from agnesi.kernel.outputs import MOST_TEXT, Output


def ended(run: str, seconds: float = 30) -> Output:
    end = time.monotonic() + seconds
    while not (output := cells.poll(run)).done:
        assert time.monotonic() < end, output
        time.sleep(0.01)
    return output


def shown(lesson: str, code: str, seconds: float = 30) -> list[tuple[str, str]]:
    return [(piece.kind, piece.data) for piece in ended(cells.start(lesson, code), seconds).outputs]


def kernels(of: int | None = None) -> list[psutil.Process]:
    children = psutil.Process(of).children(recursive=True)
    return [each for each in children if any("inside_cell.py" in part for part in each.cmdline())]


def test_cells_of_a_lesson_share_names_and_show_text_errors_and_pictures_alone(place):
    assert shown("a", "x = 20\nprint('hello')\nx + 1") == [("text", "hello\n21\n")]
    assert shown("a", "x") == [("text", "20\n")]
    [(kind, text)] = shown("a", "1/0")
    assert kind == "error"
    assert "ZeroDivisionError: division by zero" in text
    assert "\x1b" not in text
    unsafe = shown("a", "from IPython.display import *\ndisplay(HTML('<b onclick=x>'), SVG('<svg/>'), Javascript('1'))")
    assert unsafe[0][1].split("\n")[:-1] == [
        f"<IPython.core.display.{kind} object>" for kind in ("HTML", "SVG", "Javascript")
    ]
    assert shown("a", "display({'text/html': '<b>', 'image/png': '\"><b>'}, raw=True)") == []
    pieces = shown("a", "import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
    assert [kind for kind, _ in pieces] == ["image"]
    assert base64.b64decode(pieces[0][1]).startswith(b"\x89PNG")
    flood = shown("a", "print('x' * 5_000_000)")
    assert len(flood[0][1]) < MOST_TEXT + 100
    assert flood[0][1].endswith("(there was more)")
    assert shown("a", "input()")[0][0] == "error"

    connection = next(home.settings().kernel_folder.glob("*/connection.json"))
    if os.name == "posix":
        assert stat.S_IMODE(connection.stat().st_mode) == 0o600
        assert stat.S_IMODE(connection.parent.stat().st_mode) & 0o077 == 0
        assert '"transport": "ipc"' in connection.read_text()


def test_the_stop_button_interrupts_and_what_does_not_listen_is_ended():
    shown("a", "y = 1")
    run = cells.start("a", "while True: pass")
    time.sleep(0.3)
    cells.stop(run)
    assert ended(run, 5).outputs[-1].data == "Stopped."
    assert shown("a", "y") == [("text", "1\n")]

    deaf = cells.start("a", "import time\nwhile True:\n    try:\n        time.sleep(9)\n    except BaseException: pass")
    waiting = cells.start("a", "y")
    time.sleep(0.3)
    cells.stop(deaf)
    assert "Stopped. The kernel was ended" in ended(deaf, 8).outputs[-1].data
    assert "The kernel was ended" in ended(waiting, 1).outputs[-1].data
    assert "NameError" in shown("a", "y")[0][1]


def test_a_cell_ends_after_its_time_and_beyond_its_memory(place):
    home.use(replace(place, cell_seconds=1))
    assert shown("a", "while True: pass", 8)[-1][1] == "Stopped after 1 seconds."
    home.use(place)
    assert "it took more than 700 MB" in shown("a", "a = bytearray(900_000_000)\nimport time; time.sleep(9)", 9)[-1][1]
    assert "ended its own process" in shown("a", "import os; os._exit(1)")[-1][1]


def test_two_kernels_at_most_and_the_one_idle_longest_gives_way():
    for lesson in ("a", "b", "c"):
        shown(lesson, "name = 1")
    assert len(kernels()) == 2
    assert "NameError" not in str(shown("b", "name"))
    assert "NameError" in str(shown("a", "name"))


def test_an_unknown_run_is_a_key_error_and_cells_can_be_switched_off(place):
    with pytest.raises(KeyError):
        cells.poll("nothing")
    home.use(replace(place, cells=False))
    assert shown("a", "1")[0][0] == "error"
    assert kernels() == []


SERVER = """
import sys, time
from agnesi import home
home.use(home.read({}, home=sys.argv[1]))
from agnesi.kernel import cells
first = cells.start("a", "import time, re")
while not cells.poll(first).done: time.sleep(0.01)
cells.start("a", sys.argv[2])
time.sleep(0.5)
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize(
    "code", ["time.sleep(60)", "re.match('(a+)+$', 'a' * 40 + 'b')"], ids=["asleep", "holding the lock"]
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kill -9 on Linux")
def test_kernels_end_with_a_server_that_is_killed(tmp_path: Path, code):
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(tmp_path / "h"), code], stdout=subprocess.PIPE)
    assert server.stdout.readline() == b"ready\n"
    [kernel] = kernels(server.pid)
    server.kill()
    server.wait()
    _, left = psutil.wait_procs([kernel], timeout=5)
    server.stdout.close()
    assert left == []
