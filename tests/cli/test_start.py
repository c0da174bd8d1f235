"""`agnesi start`: one line, one process a home, one port; and nothing left when it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import time
import urllib.error
import urllib.request

import pytest

LINE = re.compile(r"Agnesi is running at (http://127\.0\.0\.1:(\d+)/\?token=([A-Za-z0-9]{32}))\n")


def begun(agnesi, *arguments: str, **more: str):
    process = agnesi.begin("start", "--no-browser", *arguments, **more)
    line = LINE.fullmatch(process.stdout.readline())
    if line is None:
        process.kill()
        pytest.fail(process.communicate()[1])
    return process, line[1], int(line[2])


def ended(process, by: int = signal.SIGTERM) -> int:
    process.send_signal(by)
    process.communicate(timeout=60)
    return process.returncode


def get(address: str):
    try:
        with urllib.request.urlopen(address, timeout=60) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_it_prints_its_address_serves_and_ends_cleanly(agnesi, end):
    process, address, port = begun(agnesi)
    assert get(address)[0] == 200
    if os.name == "posix":
        assert stat.S_IMODE((agnesi.home / "running.json").stat().st_mode) == 0o600
    start = time.monotonic()
    assert ended(process, end) == 0
    assert time.monotonic() - start < 8
    left = {path.name for path in agnesi.home.iterdir()}
    assert {"agnesi.sqlite3", "server.log", "port"} <= left
    assert not left & {"running.json", "open.html"}
    wal = agnesi.home / "agnesi.sqlite3-wal"
    assert not wal.exists() or wal.stat().st_size == 0

    again, _, second = begun(agnesi)
    ended(again)
    assert second == port


def test_a_second_start_opens_the_one_that_runs(agnesi):
    process, address, _ = begun(agnesi)
    second = agnesi("start", "--no-browser")
    assert (second.returncode, second.stdout) == (0, f"Agnesi is running at {address}\n")
    assert "Agnesi is running" in agnesi("restore").stderr
    assert agnesi("erase", "--yes").returncode == 2
    assert agnesi("backup").returncode == 0
    assert agnesi("verify").returncode == 0
    process.kill()
    process.communicate()
    third, other, _ = begun(agnesi)
    assert other != address
    ended(third)


def test_a_port_that_was_asked_for_and_is_taken_is_an_error(agnesi):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        asked = agnesi("start", "--no-browser", "--port", port)
        assert asked.returncode == 2
        assert asked.stdout == ""
        assert f"Port {port} cannot be used" in asked.stderr
        assert len(asked.stderr.strip().splitlines()) == 1
        agnesi.home.joinpath("port").write_text(port)
        process, _, other = begun(agnesi)
        ended(process)
        assert other != int(port)


def test_two_homes_run_side_by_side(agnesi, tmp_path):
    one, _, first = begun(agnesi)
    two, _, second = begun(agnesi, AGNESI_HOME=str(tmp_path / "other"))
    assert first != second
    for process in (one, two):
        ended(process)


def test_the_token_is_in_no_list_of_processes(agnesi):
    import psutil

    process, address, _ = begun(agnesi)
    token = address[-32:]
    seen = psutil.Process(process.pid)
    for each in (seen, *seen.children(recursive=True)):
        assert token not in " ".join(each.cmdline())
        assert token not in str(each.environ())
    ended(process)


def test_a_damaged_database_is_said_in_one_sentence_and_not_replaced(agnesi):
    agnesi.home.mkdir()
    database = agnesi.home / "agnesi.sqlite3"
    database.write_bytes(b"rubbish" * 1000)
    for command in (("start", "--no-browser"), ("verify",)):
        said = agnesi(*command)
        assert said.returncode in (1, 2)
        assert "agnesi restore" in said.stderr + said.stdout
        assert "Traceback" not in said.stderr
    assert database.read_bytes() == b"rubbish" * 1000


def test_a_folder_that_cannot_be_used_is_said(agnesi):
    agnesi.home.write_text("a file")
    said = agnesi("start", "--no-browser")
    assert said.returncode == 2
    assert "set AGNESI_HOME" in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1


def test_a_setting_that_cannot_be_used_names_itself_and_its_place(agnesi):
    agnesi.home.mkdir()
    (agnesi.home / "settings.toml").write_text("cells = 'perhaps'\n")
    said = agnesi("start", "--no-browser")
    assert said.returncode == 2
    assert "'cells'" in said.stderr
    assert "settings.toml" in said.stderr
