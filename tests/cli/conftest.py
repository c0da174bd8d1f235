"""Running `agnesi` as a user does: in a process of its own, with a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = str(Path(__file__).parents[2] / "src")


class Shell:
    """A terminal with AGNESI_HOME set."""

    def __init__(self, home: Path) -> None:
        self.home = home
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AGNESI_")}
        self.environment = kept | {"AGNESI_HOME": str(home), "PYTHONPATH": SOURCE, "COLUMNS": "120", "DISPLAY": ""}

    def __call__(self, *arguments: str, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "agnesi.cli", *arguments],
            input=stdin,
            env=self.environment | more,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def begin(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "agnesi.cli", *arguments],
            env=self.environment | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


@pytest.fixture
def agnesi(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "home")
