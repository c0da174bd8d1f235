"""The parts of serving: the lock, the browser's file, the watch over a course."""

from __future__ import annotations

import os
import stat
import threading
import time
import webbrowser

import pytest

from agnesi import home
from agnesi.cli import preview
from agnesi.cli.app import app, flowed
from agnesi.cli.saying import CannotRunError
from agnesi.cli.serving import lock, port
from agnesi.cli.serving.browser import open_browser


def test_the_browser_is_opened_through_a_file_that_only_its_owner_can_read(tmp_path, monkeypatch):
    opened = threading.Event()
    seen: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", lambda address: (seen.append(address), opened.set()))
    address = "http://127.0.0.1:8642/?token=" + "a" * 32
    open_browser(address, tmp_path / "open.html")
    assert opened.wait(5)
    assert seen == [(tmp_path / "open.html").as_uri()]
    assert address in (tmp_path / "open.html").read_text()
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "open.html").stat().st_mode) == 0o600


def test_without_a_screen_no_browser_is_tried(tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    open_browser("http://127.0.0.1", tmp_path / "open.html")
    assert not (tmp_path / "open.html").exists()


def test_a_lock_is_held_by_one_and_free_again_afterwards(tmp_path):
    place = tmp_path / "home" / "lock"
    with lock.held(place) as first, lock.held(place) as second:
        assert (first, second) == (True, False)
        with pytest.raises(CannotRunError, match="is running"), lock.alone(place):
            pass
    with lock.held(place) as again:
        assert again


def test_a_lock_without_an_address_is_another_command_at_work(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE_SECONDS", 0.1)
    with pytest.raises(CannotRunError, match="Another command is working"):
        lock.running_address(tmp_path / "running.json")


def test_the_next_free_port_is_taken_where_the_last_one_is_not_free(tmp_path):
    remembered = tmp_path / "port"
    with port.listening(0, remembered) as first:
        number = first.getsockname()[1]
        port.remember(remembered, number)
        with port.listening(0, remembered) as second:
            assert second.getsockname()[1] != number
        with pytest.raises(CannotRunError, match=f"Port {number} cannot be used"):
            port.listening(number, remembered)
    with port.listening(0, remembered) as again:
        assert again.getsockname()[1] == number
    remembered.write_text("nonsense")
    port.listening(0, remembered).close()


def test_a_saved_file_of_the_course_is_noticed(tmp_path):
    before = home.changes()
    preview._watch(tmp_path)
    end = time.monotonic() + 20
    while home.changes() == before and time.monotonic() < end:
        (tmp_path / "lesson.md").write_text(str(time.monotonic()))
        time.sleep(0.3)
    assert home.changes() > before


def test_the_help_of_every_command_flows():
    assert flowed("One.\n\n    Two\n    lines.\n    ") == "One.\n\nTwo lines."
    assert all(command.help and "\n " not in command.help for command in app.registered_commands)
