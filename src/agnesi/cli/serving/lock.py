"""One process a home: a lock that the system lets go when the process ends, however it ends."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agnesi.cli.saying import CannotRunError

PATIENCE_SECONDS = 20.0


@contextmanager
def held(lock: Path) -> Iterator[bool]:
    """Whether this process holds `lock` now; let go at the end.

    Raises CannotRunError where the folder cannot be used.
    """
    try:
        lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise CannotRunError(
            f"{lock.parent} cannot be used ({error.strerror}); allow writing there, or set AGNESI_HOME."
        ) from error
    try:
        yield _taken(handle)
    finally:
        os.close(handle)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold the lock. Raises CannotRunError where a server or another command works on this home."""
    with held(lock) as ours:
        if not ours:
            raise CannotRunError(f"Agnesi is running on {lock.parent}; stop it first (Ctrl+C where it was started).")
        yield


def running_address(running: Path) -> str:
    """The address, token included, of the server that holds the lock; waits a little for one that is starting.

    Raises CannotRunError where none comes.
    """
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            return str(json.loads(running.read_text("utf-8"))["address"])
        except (OSError, ValueError, KeyError):
            time.sleep(0.05)
    raise CannotRunError(f"Another command is working on {running.parent}; try again when it has ended.")


def tell(running: Path, address: str) -> None:
    """Write the address of this server where a second start finds it, readable by its owner alone."""
    write_private(running, json.dumps({"address": address, "pid": os.getpid()}))


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 0600, whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(part, path)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
