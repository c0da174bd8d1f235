"""Who gets in, and what everybody else is shown.

The token, the cookie, the host, the origin, the policy, and every address.
"""

import re

import pytest
from django.conf import settings
from django.urls import URLPattern

from agnesi.web.urls import urlpatterns

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-N'; style-src-elem 'self' 'nonce-N'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
TOKEN = "t" * 32


def addresses() -> list[str]:
    """Every address of the table, filled in."""
    made = []
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        path = re.sub(r"<(\w+):(\w+)>", lambda found: "adding" if found[2] == "slug" else "add", str(pattern.pattern))
        made.append("/" + path)
    return made


def test_without_the_token_the_first_page_holds_no_data(stranger):
    page = stranger.get("/")
    assert page.status_code == 200
    assert "Open the address that the terminal shows" in page.content.decode()
    assert "csrf" not in page.content.decode()


@pytest.mark.parametrize("address", [one for one in addresses() if one != "/"])
@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "head", "options"])
def test_every_other_address_is_closed_without_the_token(stranger, address, method):
    assert getattr(stranger, method)(address).status_code == 403


def test_a_post_to_the_first_page_is_closed_too(stranger):
    assert stranger.post("/").status_code == 403


def test_an_address_that_does_not_exist_is_closed_too(stranger):
    assert stranger.get("/accounts").status_code == 403


def test_the_token_is_exchanged_for_a_cookie_by_a_redirect_to_the_clean_address(stranger):
    reply = stranger.get(f"/?token={TOKEN}")
    cookie = reply.cookies[settings.DOOR_COOKIE]
    assert (reply.status_code, reply["Location"]) == (302, "/")
    assert str(settings.PORT) in cookie.key
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert TOKEN not in cookie.value
    assert stranger.get("/settings").status_code == 200


@pytest.mark.parametrize("token", ["", "x", "t" * 31, "T" * 32, "é"])
def test_a_wrong_token_opens_nothing(stranger, token):
    reply = stranger.get("/", {"token": token})
    assert settings.DOOR_COOKIE not in reply.cookies
    assert stranger.get("/settings").status_code == 403


def test_without_a_token_of_this_run_nobody_gets_in(place):
    from django.test import Client, override_settings

    from agnesi.web.middleware.door import cookie_value

    with override_settings(TOKEN=""):
        client = Client(headers={"host": f"127.0.0.1:{settings.PORT}"})
        client.cookies[settings.DOOR_COOKIE] = cookie_value()
        assert client.get("/settings").status_code == 403
        assert client.get("/?token=").status_code == 200


def test_a_browser_led_here_by_another_program_asks_again_by_itself(stranger):
    page = stranger.get("/", headers={"sec-fetch-site": "cross-site"}).content.decode()
    assert 'http-equiv="refresh"' in page
    again = stranger.get("/?again", headers={"sec-fetch-site": "cross-site"}).content.decode()
    assert 'http-equiv="refresh"' not in again


def test_static_files_need_no_token(stranger):
    assert stranger.get("/static/sign.svg").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost:1", "127.0.0.1.evil.example:8000"]
)
def test_another_host_or_port_is_refused(visitor, host):
    assert visitor.get("/settings", headers={"host": host}).status_code == 403


def test_the_policy_is_the_one_that_was_decided(visitor):
    reply = visitor.get("/")
    nonce = re.search(r"'nonce-([^']+)'", reply["Content-Security-Policy"])[1]
    wanted = {part.strip() for part in POLICY.replace("nonce-N", f"nonce-{nonce}").split(";")}
    assert {part.strip() for part in reply["Content-Security-Policy"].split(";")} == wanted
    assert f'nonce="{nonce}"' in reply.content.decode()
    assert reply["X-Content-Type-Options"] == "nosniff"
    assert reply["Referrer-Policy"] == "same-origin"


def test_two_pages_never_share_a_nonce(visitor):
    assert visitor.get("/")["Content-Security-Policy"] != visitor.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_a_writing_request_from_elsewhere_is_refused(visitor, headers):
    assert visitor.post("/settings/theme", {"theme": "dark"}, **headers).status_code == 403


def test_a_writing_request_without_an_origin_is_refused(visitor):
    assert visitor.client.post("/settings/theme", {"theme": "dark"}).status_code == 403


def test_code_is_run_only_for_browsers_that_say_where_they_are(visitor):
    visitor.get("/settings")
    token = visitor.client.cookies[settings.CSRF_COOKIE_NAME].value
    headers = {"origin": visitor.origin, "x-csrftoken": token}
    reply = visitor.client.post("/run", "{}", content_type="application/json", headers=headers)
    assert reply.status_code == 403


def test_a_request_without_the_pages_own_key_is_told_that_the_page_is_stale(visitor):
    headers = {"origin": visitor.origin, "sec-fetch-site": "same-origin", "accept": "application/json"}
    reply = visitor.client.post("/read", "{}", content_type="application/json", headers=headers)
    assert reply.status_code == 409
    assert "Reload" in reply.json()["sorry"]


def test_every_page_that_can_be_answered_on_sets_the_key(visitor):
    for address in ("/", "/learn/adding", "/review", "/settings", "/placement", "/goals"):
        visitor.client.cookies.pop(settings.CSRF_COOKIE_NAME, None)
        assert settings.CSRF_COOKIE_NAME in visitor.get(address).cookies, address
