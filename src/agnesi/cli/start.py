"""`agnesi start`: the app in the browser, from one process on this machine."""

from __future__ import annotations

import secrets
import string
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from agnesi import home
from agnesi.cli.serving import lock

TOKEN_LENGTH = 32

Port = Annotated[
    int | None, typer.Option(help="The port; without it the last one used, or the next free.", min=1, max=65535)
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")]
Course = Annotated[Path | None, typer.Option(help="A course folder to use instead of the one that is installed.")]


def start(port: Port = None, no_browser: NoBrowser = False, course: Course = None) -> None:
    """Start Agnesi and open it in the browser.

    Prints its address, with a token that holds as long as it runs. Everything you do is kept in one folder on this
    machine. A second start opens the one that runs. Stop it with Ctrl+C; nothing is lost, whenever and however it ends.
    """
    run(home.read(port=port, browser=False if no_browser else None, course=course))


def run(chosen: home.Settings, also: Callable[[], None] = lambda: None) -> None:
    """Serve with these settings until told to stop, or open the server that already runs on this home.

    `also` is called when the server begins.
    """
    with lock.held(chosen.lock) as ours:
        if ours:
            _serve(chosen, also)
        else:
            announce(lock.running_address(chosen.running), chosen)


def announce(address: str, chosen: home.Settings) -> None:
    """The one line that programs may wait for; and the browser."""
    print(f"Agnesi is running at {address}", flush=True)
    if chosen.browser:
        from agnesi.cli.serving.browser import open_browser

        open_browser(address, chosen.home / "open.html")


def _serve(chosen: home.Settings, also: Callable[[], None]) -> None:
    from agnesi.cli.database import set_up_django
    from agnesi.cli.serving import port, server

    chosen.running.unlink(missing_ok=True)
    last_used = chosen.home / "port"
    with port.listening(chosen.port, last_used) as listening:
        number = listening.getsockname()[1]
        token = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(TOKEN_LENGTH))
        chosen = home.use(replace(chosen, port=number, token=token))
        server.log_to(chosen.server_log)
        set_up_django()
        from agnesi import store

        store.prepare()
        from django.core.wsgi import get_wsgi_application

        address = f"http://{port.HOST}:{number}/?token={token}"
        port.remember(last_used, number)

        def started() -> None:
            lock.tell(chosen.running, address)
            announce(address, chosen)
            warm_up()
            store.watch()
            also()

        try:
            server.serve(get_wsgi_application(), listening, chosen.server_log, started)
        finally:
            _clear_up(chosen)


def warm_up() -> None:
    """Load the pages and the course in a thread, while the browser opens."""

    def load() -> None:
        from django.urls import get_resolver

        from agnesi.content.course import Course

        Course.load(home.settings().course)
        _ = get_resolver().url_patterns

    threading.Thread(target=load, name="agnesi-warm-up", daemon=True).start()


def _clear_up(chosen: home.Settings) -> None:
    """End the kernels that ran, leave the database in one file, and take away the address."""
    from agnesi import kernel, store

    kernel.shutdown()
    store.settle()
    for left in (chosen.running, chosen.home / "open.html"):
        left.unlink(missing_ok=True)
