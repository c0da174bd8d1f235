"""What every test shares."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright

# Playwright's plain interface keeps an event loop in its thread, and Django would take any database call after it for
# one made from asynchronous code. Here each test is the only one in its process, so nothing is unsafe.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one Playwright of this process: a second one beside it would refuse to start."""
    with sync_playwright() as one:
        yield one
