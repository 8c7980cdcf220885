"""Signing in at a provider of this machine, and what gives no right: a claim nobody mapped, a cookie, a link, a session."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from itsdangerous import URLSafeTimedSerializer
from playwright.sync_api import expect

from tests.browser.app_page import RESTS, SLOW, AppPage, open_page
from tests.browser.chromium import ROOT, free_port, running, wait_for

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "monitor"
client_secret = "nobody needs to know"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[roles]
claim = "groups"
contact = "die Sozialplanung, Telefon 1234"

[roles.koordination]
value = "monitor-koordination"
role = "koordination"

[roles.troisdorf]
value = "monitor-troisdorf"
role = "kommune"
home = "05382068"

[roles.fraktion]
value = "monitor-fraktion"
role = "politik"
home = "Fraktion A"
"""
SECRET = "a secret of this test, long enough for it"
SIGN_IN = "Öffentlichkeit – anmelden"
COOKIE = "_streamlit_user"
LINKS = [
    "?rolle=koordination&demo-role=koordination&role=koordination&home=kreis&groups=monitor-koordination",
    *(pytest.param(each, marks=pytest.mark.finer) for each in ("?rolle=koordination", "?demo-role=koordination")),
]


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    port = free_port()
    serve = Path(__file__).parent / "provider" / "serve.py"
    process = subprocess.Popen([sys.executable, str(serve), str(port)])
    try:
        wait_for(f"http://127.0.0.1:{port}/.well-known/openid-configuration", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="module")
def with_provider(provider: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app where people sign in."""
    path = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    path.write_text(SECRETS.format(provider=provider, secret=SECRET), encoding="utf-8")
    with running(ROOT / "app.py", f"--secrets.files={path}") as address:
        yield address


@pytest.fixture(scope="module")
def with_demo() -> Iterator[str]:
    """The app where a role is chosen."""
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:  # while it starts: the other one would refuse to
            patch.setenv("MONITOR_DEMO_ROLES", "1")
            address = stack.enter_context(running(ROOT / "app.py"))
        yield address


def who(page: Any) -> Any:
    return page.locator(".st-key-who button")


def sign_in(page: Any, address: str, person: str, path: str = "daten") -> None:
    open_page(page, f"{address}/{path}")
    page.get_by_role("button", name=SIGN_IN).click()
    page.get_by_role("button", name=person, exact=True).click()
    page.wait_for_selector("h1")
    page.wait_for_url(f"{address}/**")
    expect(who(page)).to_be_visible(timeout=SLOW)


def cookie(page: Any) -> dict[str, Any]:
    return next(each for each in page.context.cookies() if each["name"] == COOKIE)


def test_sign_in_role_sign_out(page: Any, with_provider: str, axe: Callable[..., None]) -> None:
    open_page(page, f"{with_provider}/daten")
    axe(page)
    sign_in(page, with_provider, "troisdorf")
    expect(who(page)).to_have_text("account_circleKommune Troisdorfexpand_more")
    found = cookie(page)
    assert (found["httpOnly"], found["sameSite"]) == (True, "Lax")
    open_page(page, f"{with_provider}/methodik")  # on another page, and in a new session, still
    expect(who(page)).to_contain_text("Kommune Troisdorf")
    who(page).click()
    expect(page.get_by_text("Angemeldet als Tove Troisdorf: Kommune Troisdorf.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Abmelden").click()
    page.get_by_role("button", name="End session").click()
    expect(who(page)).to_contain_text(SIGN_IN, timeout=SLOW)
    assert COOKIE not in {each["name"] for each in page.context.cookies()}


def test_a_claim_nobody_mapped_gives_nothing(page: Any, with_provider: str) -> None:
    sign_in(page, with_provider, "fremd")
    expect(who(page)).to_contain_text("Öffentlichkeit")
    told = page.get_by_text("aber Ihrem Konto ist hier keine Rolle zugeordnet")
    expect(told).to_contain_text("Bitte wenden Sie sich an die Sozialplanung, Telefon 1234.")
    who(page).click()
    account = "Angemeldet als <b>Fritz</b> *Fremd* [hier](https://example.org): Öffentlichkeit."
    expect(page.get_by_text(account, exact=True)).to_be_visible()
    assert page.locator("a[href*='example.org']").count() == 0


@pytest.mark.parametrize("how", [pytest.param("changed", marks=pytest.mark.finer), "signed by another"])
def test_a_tampered_cookie_gives_nothing(page: Any, with_provider: str, how: str) -> None:
    sign_in(page, with_provider, "fremd")
    found = cookie(page)
    claims = json.loads(URLSafeTimedSerializer(SECRET, salt=COOKIE).loads(found["value"]))
    assert claims["groups"] == ["kantine"]
    better = json.dumps({**claims, "groups": ["monitor-koordination"]})
    forged = URLSafeTimedSerializer("another secret, also long enough.", salt=COOKIE).dumps(better)
    if how == "changed":
        payload = base64.urlsafe_b64encode(json.dumps(better).encode()).decode().rstrip("=")
        forged = ".".join([payload, *found["value"].rsplit(".", 2)[1:]])
    page.context.add_cookies([{**found, "value": forged}])
    open_page(page, f"{with_provider}/daten")
    expect(who(page)).to_contain_text(SIGN_IN)


@pytest.mark.parametrize(
    "hours, expected",
    [pytest.param(0, "Koordination", marks=pytest.mark.finer), (13, "Ihre Anmeldung ist abgelaufen.")],
)
def test_a_sign_in_lasts_half_a_day(page: Any, with_provider: str, hours: int, expected: str) -> None:
    """Written with the right signature; so the test above forges the right thing."""
    sign_in(page, with_provider, "koordination")
    found = cookie(page)
    maker = URLSafeTimedSerializer(SECRET, salt=COOKIE)
    claims = json.loads(maker.loads(found["value"]))
    older = json.dumps({**claims, "iat": claims["iat"] - hours * 3600})
    page.context.add_cookies([{**found, "value": maker.dumps(older)}])
    open_page(page, f"{with_provider}/daten")
    expect(page.get_by_text(expected).first).to_be_visible()
    expect(who(page)).to_contain_text("Öffentlichkeit" if hours else "Koordination")


def test_every_cookie_of_a_sign_in_is_closed_to_scripts(page: Any, with_provider: str) -> None:
    open_page(page, f"{with_provider}/daten")
    page.get_by_role("button", name=SIGN_IN).click()
    at_provider = page.get_by_role("button", name="koordination", exact=True)
    at_provider.wait_for()
    closed = (True, "Lax")
    assert flags(page) == {
        "_streamlit_session": closed,
        "_streamlit_xsrf": (False, "Lax"),
    }  # the page sends the last itself
    at_provider.click()
    expect(who(page)).to_contain_text("Koordination", timeout=SLOW)
    assert flags(page) == {COOKIE: closed, "_streamlit_user_tokens": closed, "_streamlit_xsrf": (False, "Lax")}


def flags(page: Any) -> dict[str, tuple[bool, str]]:
    """Of every cookie of the app: whether scripts cannot read it, and whether other sites cannot send it."""
    return {each["name"]: (each["httpOnly"], each["sameSite"]) for each in page.context.cookies()}


@pytest.mark.finer
def test_behind_https_and_with_a_provider_that_does_not_answer(
    new_page: Callable[..., Any], traffic: Any, tmp_path: Path
) -> None:
    text = SECRETS.format(provider=f"http://127.0.0.1:{free_port()}", secret=SECRET)
    path = tmp_path / "secrets.toml"
    path.write_text(text.replace("http://127.0.0.1:{port}", "https://127.0.0.1:{port}"), encoding="utf-8")
    traffic.expected.append("502")
    page = new_page()
    with running(ROOT / "app.py", f"--secrets.files={path}") as address:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=20) as answer:
            assert answer.headers["set-cookie"].startswith("_streamlit_xsrf=")
            assert answer.headers["set-cookie"].endswith("; Secure")
        open_page(page, f"{address}/daten")
        page.get_by_role("button", name=SIGN_IN).click()
        expect(page.get_by_text("Die Anmeldung ist gerade nicht möglich")).to_be_visible(timeout=SLOW)


@pytest.mark.parametrize("link", LINKS)
def test_a_link_gives_nothing(page: Any, with_provider: str, link: str) -> None:
    open_page(page, f"{with_provider}/daten{link}")
    expect(who(page)).to_contain_text(SIGN_IN)


def test_a_link_gives_nothing_in_the_demo(page: Any, with_demo: str) -> None:
    open_page(page, f"{with_demo}/daten?rolle=koordination&demo-role=koordination&demo-role-box=koordination")
    expect(who(page)).to_contain_text("Öffentlichkeit")


@pytest.mark.finer
def test_the_role_of_the_demo_stays_in_its_window(
    new_page: Callable[..., Any], with_demo: str, axe: Callable[..., None]
) -> None:
    page, other = new_page(), new_page()
    open_page(page, f"{with_demo}/daten")
    choose(page, "Kommune – Siegburg")
    expect(who(page)).to_contain_text("Kommune Siegburg")
    axe(page)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Methodik").click()
    expect(page.get_by_role("heading", name="Methodik", exact=True)).to_be_visible(timeout=SLOW)
    expect(who(page)).to_contain_text("Kommune Siegburg")
    assert "Siegburg" not in page.url and "05382060" not in page.url and "rolle" not in page.url
    open_page(other, page.url)
    expect(who(other)).to_contain_text("Öffentlichkeit")


@pytest.mark.finer
def test_the_meeting_shows_it_at_its_foot(page: Any, with_demo: str) -> None:
    AppPage(page, with_demo).open("sitzung")
    choose(page, "Politik – Fraktion B")
    expect(who(page)).to_contain_text("Fraktion B")


@pytest.mark.finer
@pytest.mark.parametrize("role", ["Öffentlichkeit", "Kommune – Neunkirchen-Seelscheid"])
def test_the_head_stays_one_row(page: Any, with_demo: str, role: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_page(page, with_demo)
    choose(page, role)
    expect(who(page)).to_contain_text(role.replace(" –", ""))
    page.keyboard.press("Escape")
    page.wait_for_selector(RESTS)
    places = [page.locator(each).bounding_box() for each in ("h1", ".st-key-choice-kommune", ".st-key-who")]
    middles = [place["y"] + place["height"] / 2 for place in places]
    assert max(middles) - min(middles) < 8
    ends = [(place["x"], place["x"] + place["width"]) for place in places]
    assert all(before[1] <= after[0] for before, after in zip(ends, ends[1:], strict=False))
    assert ends[-1][1] <= 1366 - 48


@pytest.mark.finer
def test_the_head_of_the_signed_out_stays_one_row(page: Any, with_provider: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_page(page, with_provider)
    heading, box = page.locator("h1").bounding_box(), who(page).bounding_box()
    assert abs(heading["y"] + heading["height"] / 2 - box["y"] - box["height"] / 2) < 8
    cut = who(page).locator("p").evaluate("words => words.scrollWidth > words.clientWidth")
    assert not cut


@pytest.mark.parametrize("headers", [{"X-Forwarded-For": "192.0.2.7"}, {"Host": "monitor.example.org"}])
def test_the_demo_is_not_passed_on(with_demo: str, headers: dict[str, str]) -> None:
    """As a reverse proxy on the same machine would."""
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(urllib.request.Request(f"{with_demo}/", headers=headers), timeout=20)


def choose(page: Any, role: str) -> None:
    who(page).click()
    box = page.get_by_role("combobox", name="Rolle", exact=True)
    box.click()
    box.fill(role)
    page.get_by_role("option", name=role, exact=True).click()
