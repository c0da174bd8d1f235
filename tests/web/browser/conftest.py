"""One running site on the small course, one Chromium, and a page for each test that has come in through the door."""

from __future__ import annotations

import pytest

from web.browser.site import chromium, running
from web.conftest import COURSE


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with running(tmp_path_factory.mktemp("home"), COURSE) as site:
        yield site


@pytest.fixture(scope="session")
def browser(playwright):
    browser = chromium(playwright)
    yield browser
    browser.close()


@pytest.fixture
def page(browser, site):
    """A page whose console and requests are watched: no error, no report of the policy, no other host."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    troubles, hosts = [], set()
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if request.url.startswith("http") else None)
    page.troubles = troubles
    site.enter(page)
    yield page
    context.close()
    assert hosts <= {site.origin.split("/")[2]}
    assert troubles == []
