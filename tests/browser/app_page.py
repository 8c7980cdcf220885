"""A page of the app as a test sees it: its widgets, its link, and the frame with the maps."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

AREA = "path[role=button]"
FRAME = "iframe[title*='st_folium']"
RESTS = "[data-testid='stApp'][data-test-script-state='notRunning']"
SHOWN = ".map-box:not([hidden]) "  # a second map that was put away stays in the frame
SLOW = 30_000  # ms


def open_page(page: Any, address: str) -> None:
    """Open a page and wait until it is complete and nothing is on its way any more."""
    page.goto(address)
    page.wait_for_selector("h1")
    page.wait_for_selector(RESTS, timeout=SLOW)
    page.wait_for_selector("[data-testid='stHtml'] style", state="attached")  # a lazy part: it may come after the text
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-testid='stAlertContentError']").count() == 0


def painted_frame(page: Any) -> Any:
    """The maps' frame once it has been painted."""
    frame = page.frame_locator(FRAME)
    frame.locator("[data-painted]:not([data-painted='0'])").first.wait_for(timeout=SLOW)
    return frame


class AppPage:
    """The app's page: `link` reads its URL, `frame` is the frame of the maps."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address = page, address
        self.frame = page.frame_locator(FRAME)
        self.slider = self.frame.locator(".time-slider")
        self.year = self.frame.locator(".time-year")
        self.rows = self.frame.locator(".ranking-list li:not(.whole)")
        self.pointed_row = self.frame.locator(".ranking-list .pointed .row-name")
        self.tooltips = self.frame.locator(".area-tooltip")

    def open(self, path: str = "") -> AppPage:
        """Open a page with maps; `path` is what follows the address, with its parameters."""
        self.page.goto(f"{self.address}/{path}")
        self.described()
        self.rests()
        return self

    def rests(self) -> None:
        """Until the server is at rest; wait for what it was asked for first."""
        self.page.wait_for_selector(RESTS, timeout=SLOW, state="attached")

    def described(self) -> None:
        """Until every map is painted and its areas are described for those who do not see them."""
        self.frame.locator("[data-described]").first.wait_for(timeout=SLOW)
        maps = "[...document.querySelectorAll('.map-box:not([hidden]) .leaflet-container')]"
        self.page.wait_for_function(
            f"""() => {{
                const document = window.document.querySelector("{FRAME}")?.contentDocument;  // gone while a page is left
                return document && {maps}.every((map) => map.dataset.described === map.dataset.painted);
            }}""",
            timeout=SLOW,
        )

    # The link

    @property
    def link(self) -> dict[str, str]:
        return {param: values[0] for param, values in parse_qs(urlsplit(self.page.url).query).items()}

    def linked(self, **params: str) -> None:
        """Waits until the link has these parameters; "" stands for one that must be gone."""
        for param, value in params.items():
            wanted = f"new URL(location).searchParams.get('{param}')"
            self.page.wait_for_function(f"({wanted} || '') === '{value}'", timeout=SLOW)

    # Widgets

    def choose(self, label: str, option: str) -> None:
        """An option of a select box by its words, "Jahr" by "2018"."""
        box = self.page.get_by_role("combobox", name=label, exact=True)
        box.click()
        box.fill(option)
        self.page.get_by_role("option", name=option, exact=True).click()

    def button(self, name: str) -> Any:
        return self.page.get_by_role("button", name=name, exact=True)

    def pick(self, group: str, option: str) -> None:
        """An option of radio buttons, which may stand in an open popover; one that is drawn anew just then loses a click."""
        buttons = self.page.get_by_role("radiogroup", name=group)
        for _ in range(3):
            self.rests()
            buttons.get_by_text(option).click()
            self.page.wait_for_timeout(300)  # until the server has been asked
            self.rests()
            if buttons.get_by_role("radio", name=option).is_checked():
                return
        expect(buttons.get_by_role("radio", name=option)).to_be_checked()

    def says(self, text: str) -> None:
        expect(self.page.get_by_text(text, exact=True).first).to_be_visible(timeout=SLOW)

    # The frame

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """A script inside the frame, where `map.stage` is what the maps share."""
        frame = next(frame for frame in self.page.frames if "st_folium" in frame.url)
        return frame.evaluate(script, argument)

    def box(self, at: int = 0) -> Any:
        return self.frame.locator(SHOWN.strip()).nth(at)

    def heading(self, at: int = 0) -> Any:
        return self.box(at).locator(".map-heading")

    def areas(self, at: int = 0) -> Any:
        return self.box(at).locator(AREA)

    def area(self, name: str, at: int = 0) -> Any:
        return self.box(at).locator(f"{AREA}[aria-label^='{name}.']")

    def bright(self, at: int = 0) -> Any:
        """The areas that are not dimmed beside a municipality in focus."""
        return self.box(at).locator(f"{AREA}[fill-opacity='1']")

    def fills(self, at: int = 0) -> list[str]:
        """Fill of every area in the order of the map; patterns without the number of their drawing."""
        fills = self.areas(at).evaluate_all("areas => areas.map((area) => area.getAttribute('fill'))")
        return [re.sub(r"-\d+\)$", ")", fill) for fill in fills]

    def legend(self, at: int = 0) -> dict[str, int]:
        """Words of every entry of the legend → its number of areas."""
        entries = [text.rsplit(" · ", 1) for text in self.box(at).locator(".legend li").all_inner_texts()]
        return {words.strip(): int(rest[0].split()[0]) for words, *rest in entries if rest}

    def seen(self) -> dict[str, Any]:
        """What somebody sees who has opened the same link: headings, legends and fills of all maps."""
        maps = range(self.frame.locator(SHOWN.strip()).count())
        side = self.frame.locator(".side-heading").all_inner_texts()
        return {"side": side, "maps": [(self.heading(at).inner_text(), self.legend(at), self.fills(at)) for at in maps]}

    def watch_years(self) -> None:
        """From now on every year the frame shows is written down, see `years_seen`."""
        self.evaluate(
            """() => {
                const year = document.querySelector(".time-year");
                window.yearsSeen = [year.textContent];
                new MutationObserver(() => window.yearsSeen.push(year.textContent)).observe(year, {childList: true});
            }"""
        )

    def years_seen(self) -> list[int]:
        return [int(year) for year in self.evaluate("window.yearsSeen")]

    def hold_reports(self) -> None:
        """From now on the server hears nothing of the frame until `release_reports`: what changes, changes without it."""
        self.evaluate(
            """() => {
                const report = L.areaMap.report;
                const held = [];
                L.areaMap.report = (event) => held.push(event);
                window.releaseReports = () => { L.areaMap.report = report; held.forEach(report); };
                window.heldReports = held;
            }"""
        )

    def release_reports(self) -> None:
        self.evaluate("window.releaseReports()")
