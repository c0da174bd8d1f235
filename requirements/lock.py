"""Renew the locked requirements: every version with its hashes, and no address of where it came from."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]


def main() -> None:
    """Write build.txt from the build requirements, all.txt from the project with every extra, run.txt from it alone."""
    build = "\n".join(tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"])
    _compile(["-"], "build.txt", build)
    _compile(["pyproject.toml", "--all-extras", "--constraint", "requirements/build.txt"], "all.txt", "")
    _compile(["pyproject.toml", "--constraint", "requirements/all.txt"], "run.txt", "")


def _compile(sources: list[str], name: str, stdin: str) -> None:
    output = ["--output-file", f"requirements/{name}"]
    command = [sys.executable, "-m", "uv", "pip", "compile", *sources, *OPTIONS, *output]
    subprocess.run(command, cwd=ROOT, input=stdin, text=True, check=True)


if __name__ == "__main__":
    main()
