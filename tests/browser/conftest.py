"""Server and browser for the browser tests. They run where MONITOR_BROWSER_TESTS=1 and Chromium is there.

    MONITOR_BROWSER_TESTS=1 pytest tests/browser      # every page, its link, accessibility, attacker, social spaces
    MONITOR_BROWSER_TESTS=all pytest tests/browser    # what is marked `finer` as well: the play of single parts, variants

Fixtures: `server` (address of the app), `serve_folder` (the app on another data folder), `demo_server` (address of
the map's demo), `page` (the window all tests share, one after another, emptied between them), `new_page` (a fresh one
beside it), `app` (the app in `page`), `traffic` (what the pages exchanged; fails at its end on console errors, page
errors and requests to other hosts), `axe` (accessibility check).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.app_page import AppPage
from tests.browser.chromium import CHROMIUM, FLAGS, ROOT, running

ASKED = os.environ.get("MONITOR_BROWSER_TESTS", "")
ENABLED = ASKED in ("1", "all")
SERIOUS = ("serious", "critical")
VIEWPORT = {"width": 1400, "height": 1000}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = "set MONITOR_BROWSER_TESTS=1" if not ENABLED else "no chromium on the path"
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            if not (ENABLED and CHROMIUM):
                item.add_marker(pytest.mark.skip(reason=reason))
            elif item.get_closest_marker("finer") and ASKED != "all":
                item.add_marker(pytest.mark.skip(reason="set MONITOR_BROWSER_TESTS=all"))


# Servers


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The app itself; MONITOR_DATA may name another data folder."""
    with running(ROOT / "app.py") as address:
        yield address


@pytest.fixture(scope="session")
def serve_folder() -> Callable[..., Any]:
    """`with serve_folder(path) as address`: the app on another data folder."""

    @contextmanager
    def serving(folder: Path) -> Iterator[str]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MONITOR_DATA", str(folder))
            with running(ROOT / "app.py") as address:
                yield address

    return serving


@pytest.fixture(scope="session")
def serve_demo() -> Callable[..., Any]:
    """`with serve_demo("--server.baseUrlPath=/x") as address`: the map's demo with options of its own."""
    return partial(running, ROOT / "tests" / "browser" / "demo" / "demo_app.py")


@pytest.fixture(scope="session")
def demo_server(serve_demo: Callable[..., Any]) -> Iterator[str]:
    with serve_demo() as address:
        yield address


# Browser


@dataclass
class Traffic:
    """What the pages of one test exchanged and complained about.

    expected: parts of console messages a test provokes on purpose.
    """

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    messages: list[int] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def record(self, page: Any) -> None:
        for event, heard in self._listeners():
            page.on(event, heard)

    def leave(self, page: Any) -> None:
        """Hear no more of a page that another test goes on with."""
        for event, heard in self._listeners():
            page.remove_listener(event, heard)

    def _listeners(self) -> list[tuple[str, Callable[[Any], None]]]:
        return [
            ("request", self.request), ("pageerror", self.error), ("console", self.console), ("websocket", self.websocket)
        ]  # fmt: skip

    def request(self, request: Any) -> None:
        self.hosts.add(urlsplit(request.url).hostname or "")

    def error(self, error: Any) -> None:
        self.complaints.append(f"page error: {error}")

    def console(self, message: Any) -> None:
        url = message.location.get("url", "")
        if message.type == "error":
            self.complaints.append(f"{message.text} ({url})")

    def websocket(self, socket: Any) -> None:
        socket.on("framereceived", lambda payload: self.messages.append(len(payload)))

    def unexpected(self) -> list[str]:
        return [text for text in self.complaints if not any(part in text for part in self.expected)]

    def foreign_hosts(self) -> set[str]:
        return self.hosts - {"127.0.0.1", ""}  # no host: data: and blob: addresses


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def traffic() -> Iterator[Traffic]:
    """What any page of the test complained about fails it."""
    exchanged = Traffic()
    yield exchanged
    assert exchanged.unexpected() == []
    assert exchanged.foreign_hosts() == set()


@pytest.fixture
def new_page(chromium: Any, traffic: Traffic) -> Iterator[Callable[..., Any]]:
    """`new_page(viewport=…)`: a fresh German browser window."""
    contexts = []

    def opened(**options: Any) -> Any:
        page = german_window(chromium, **options)
        contexts.append(page.context)
        traffic.record(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def german_window(chromium: Any, **options: Any) -> Any:
    page = chromium.new_context(**{"locale": "de-DE", "viewport": VIEWPORT} | options).new_page()
    page.set_default_timeout(15_000)
    return page


@pytest.fixture(scope="session")
def window(chromium: Any) -> Iterator[Any]:
    """Kept open: a new one reads and compiles three megabytes of Streamlit's own program before it shows anything."""
    page = german_window(chromium)
    yield page
    page.context.close()


@pytest.fixture
def page(window: Any, traffic: Traffic) -> Iterator[Any]:
    """The window all tests share, as empty as a fresh one; not one to change the size of pixels in."""
    traffic.record(window)
    yield window
    empty(window)
    traffic.leave(window)


def empty(window: Any) -> None:
    """Nothing of the page, its routes, its size and what it stored is left for the next one."""
    for other in window.context.pages[1:]:
        other.close()
    window.unroute_all(behavior="ignoreErrors")
    if window.url.startswith("http"):
        window.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    window.goto("about:blank")
    window.context.clear_cookies()
    window.set_viewport_size(VIEWPORT)
    window.mouse.move(0, 0)


@pytest.fixture
def app(page: Any, server: str) -> AppPage:
    """The app in an empty window, not yet opened."""
    return AppPage(page, server)


# Accessibility


@pytest.fixture
def axe() -> Callable[..., None]:
    """`axe(page)` or `axe(frame)`: fails on serious and critical violations and prints them.

    without: pairs (rule, CSS selector) of elements that are not ours to change; say why where used.
    """
    from axe_playwright_python.sync_playwright import Axe

    def check(place: Any, without: tuple[tuple[str, str], ...] = ()) -> None:
        violations = Axe().run(place).response["violations"]
        found = [line for violation in violations for line in serious(violation, place, without)]
        assert not found, "\n".join(found)

    return check


def serious(violation: dict[str, Any], place: Any, without: tuple[tuple[str, str], ...]) -> list[str]:
    """One line per element that breaks the rule, but for those excluded for exactly this rule."""
    if violation["impact"] not in SERIOUS:
        return []
    excluded = [selector for rule, selector in without if rule == violation["id"]]
    nodes = [node for node in violation["nodes"] if not is_excluded(place, node, excluded)]
    return [f"{violation['id']} ({violation['impact']}): {node['target']} {node['html'][:200]}" for node in nodes]


def is_excluded(place: Any, node: dict[str, Any], selectors: list[str]) -> bool:
    element = place.query_selector(node["target"][0])
    return element is not None and any(element.evaluate("(e, s) => e.matches(s)", selector) for selector in selectors)
