"""A home of its own for each test that runs code."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from agnesi import home, kernel


@pytest.fixture(autouse=True)
def place():
    before = home._current
    with tempfile.TemporaryDirectory() as short:  # a socket's path has little room
        yield home.use(home.read({}, home=Path(short) / "home", cell_memory_mb=700))
        kernel.shutdown()
    home._current = before
