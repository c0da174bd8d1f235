"""What every test shares."""

import os

# Playwright's plain interface keeps an event loop in its thread, and Django would take any database call after it for
# one made from asynchronous code. Here each test is the only one in its process, so nothing is unsafe.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
