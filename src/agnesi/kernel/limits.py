"""Watching and ending processes, on every system alike."""

from __future__ import annotations

import contextlib

import psutil

GONE = (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess)


def memory(pid: int) -> int:
    """The memory in bytes that a process and its children hold; 0 when it has ended."""
    total = 0
    with contextlib.suppress(*GONE):
        for each in _family(pid):
            with contextlib.suppress(*GONE):
                total += each.memory_info().rss
    return total


def kill(pid: int) -> None:
    """End a process and its children at once."""
    with contextlib.suppress(*GONE):
        for each in _family(pid):
            with contextlib.suppress(*GONE):
                each.kill()


def _family(pid: int) -> list[psutil.Process]:
    process = psutil.Process(pid)
    return [*process.children(recursive=True), process]
