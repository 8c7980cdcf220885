"""The way of the attacker through the app: every page, both divisions, the towns, the county, both years."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from tests.browser.app_page import FRAME, SLOW, AppPage
from tests.browser.attacker.county import INDICATORS, TOWNS, YEARS, County, Indicator, period_of
from tests.browser.attacker.reading import Metric
from tests.browser.attacker.received import Received
from ui.unexpected import UNEXPECTED

FINER = ("gemeinde", "quartier", "raum")
RULES = ("county", "mss")
DOWNLOADS = re.compile("herunterladen$")
BEFORE, NOW = YEARS
PAGE = "document.documentElement.outerHTML"
# What the areas of every map say, once every map shows what was asked for: heading, areas, and for each of them its text.
LABELS = f"""([maps, areas]) => {{
    const boxes = [...document.querySelector("{FRAME}").contentWindow.document.querySelectorAll('.map-box:not([hidden])')];
    const labels = boxes.map((box) =>
        [...box.querySelectorAll('path[role=button]')].map((area) => area.getAttribute('aria-label') || ''));
    return boxes.length === maps.length && boxes.every((box, at) => {{
        const [heading, name, period] = maps[at];
        const map = box.querySelector('.leaflet-container');
        return box.querySelector('.map-heading').textContent.startsWith(heading) && labels[at].length === areas
            && map.dataset.described === map.dataset.painted
            && labels[at].every((label) => label.includes(name) && label.includes(`${{period}}: `));
    }}) && labels;
}}"""


class Map(NamedTuple):
    """What a map must show: how its heading begins, and what stands in what its areas say."""

    heading: str
    name: str
    period: str


class Label(NamedTuple):
    """What an area says on a map with this heading. indicator: the one that was asked for."""

    indicator: str
    level: str
    heading: str
    text: str


class Tour:
    """metrics, labels: what was read from the pages. files: name → content of what was saved, in the order of the clicks."""

    def __init__(self, app: AppPage, received: Received, county: County) -> None:
        self.app, self.page, self.received, self.county = app, app.page, received, county
        self.metrics: list[Metric] = []
        self.labels: list[Label] = []
        self.files: list[tuple[str, bytes]] = []

    def walk(self) -> None:
        self.app.open("karte")
        self._values()
        self._changes()
        self._areas()
        self._towns()
        self._attention()
        self._profiles()
        self._other_pages()
        self.received.read_answers(self.page)
        self.received.read_frames()

    # Pages

    def _values(self) -> None:
        """Every indicator in both years, side by side, with its files."""
        for level, indicator in product(FINER, INDICATORS):
            periods = [period for year in (NOW, BEFORE) if (period := period_of(indicator, level, year))]
            second = {"zweite": "jahr", "jahr2": BEFORE} if len(periods) > 1 else {"zweite": ""}
            self._map(level, indicator, [values_of(indicator, each) for each in periods], **second)
            self._read(indicator.id, level)
            self._save(2 * len(periods))

    def _changes(self) -> None:
        """What has changed since the first year, two indicators at a time, with an area selected."""
        for level in FINER:
            changing = [each for each in INDICATORS if period_of(each, level, BEFORE) and period_of(each, level, NOW)]
            pairs = zip(changing[::2], [*changing[1::2], changing[0]], self.county.areas(level), strict=False)
            for first, second, area in pairs:
                maps = [Map(f"{each.name}: Veränderung", each.name, str(NOW)) for each in (first, second)]
                more = {"zweite": "kennzahl", "kennzahl2": second.id, "seite": "punkte", "gebiet": area}
                self._map(level, first, maps, seit=BEFORE, **more)
                self._read(first.id, level)
                self._save(4)

    def _areas(self) -> None:
        """Each area once, selected beside its town, with all its years; on tiles, inhabited ground and the whole ground."""
        for level in ("quartier", "raum"):
            for at, area in enumerate(self.county.areas(level)):
                indicator, shape = INDICATORS[at % len(INDICATORS)], ("ganz", "kacheln", "bewohnt")[at % 3]
                self._open(level, indicator, gebiet=area, kommune=area[:8], flaeche=shape)
                self.page.get_by_role("heading", name=self.county.names[area], exact=True).wait_for(timeout=SLOW)
                self._read(indicator.id, level)

    def _towns(self) -> None:
        """The county and a town beside the areas in it, in the first year that there is."""
        for at, indicator in enumerate(INDICATORS):
            for town in list(TOWNS) if indicator.pool > 1 else [list(TOWNS)[at % len(TOWNS)]]:
                first = next(year for year in YEARS if period_of(indicator, "raum", year))
                self._open("raum", indicator, kommune=town, jahr=first)
                self.app.says(f"{TOWNS[town]}, {period_of(indicator, 'raum', first)}")
                self._read(indicator.id, "raum")

    def _attention(self) -> None:
        for level, rule, year in product(FINER, RULES, YEARS):
            self._go("aufmerksamkeit", ebene=level, regel=rule, jahr=year, kommune="", gebiet="")
            self.app.described()
            self._read()
            self._save(2)

    def _profiles(self) -> None:
        """An area of every level, with two beside it and all its years. The files of all of them: tests/reports."""
        for level in FINER:
            first, *others = self.county.areas(level)
            self._go("steckbrief", gebiet=first, kommune="", vergleich=",".join(others[:2]))
            self._read()

    def _other_pages(self) -> None:
        for town in ("", *TOWNS):
            self._go("uebersicht", kommune=town, gebiet="")
            self.app.described()
            self._read()
        self._go("sitzung")
        self.app.described()
        self._read()
        self._go("daten")
        self._press("Geheimhaltung prüfen")
        self._read()
        for indicator in INDICATORS:
            self._go("methodik", kennzahl=indicator.id)
            self._read()
        self._open_examples()
        self._read()

    # Steps

    def _open(self, level: str, indicator: Indicator, **link: object) -> None:
        """The page Karte; of what can be chosen on it only what the link says."""
        plain = dict.fromkeys(("kommune", "gebiet", "seit", "zweite"), "") | {"flaeche": "ganz", "seite": "rangliste"}
        self._go("karte", **plain | {"ebene": level, "kennzahl": indicator.id, "jahr": NOW} | link)

    def _map(self, level: str, indicator: Indicator, maps: Sequence[Map], **link: object) -> None:
        """The same, and what the areas of its maps say."""
        self._open(level, indicator, **link)
        asked = [[list(each) for each in maps], len(self.county.areas(level))]
        labels = self.page.wait_for_function(LABELS, arg=asked, timeout=SLOW).json_value()
        for each, texts in zip(maps, labels, strict=True):
            self.labels += [Label(indicator.id, level, each.heading, text) for text in texts]

    def _go(self, page: str, **link: object) -> None:
        """As the buttons Back and Forward do it: the address changes, and the page follows without being loaded anew."""
        address = f"/{page}?{urlencode(link)}"
        go = "address => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate')); }"
        self._after(lambda: self.page.evaluate(go, address))

    def _press(self, name: str) -> None:
        self._after(self.app.button(name).click)

    def _open_examples(self) -> None:
        """The examples of the page Methodik come one by one when they are asked for, and so does the overview."""
        for key in self.page.locator("[class*=st-key-example-], .st-key-methods-overview").all():
            self._after(lambda key=key: key.locator("summary").evaluate("summary => summary.click()"))

    def _after(self, act: Any) -> None:
        """Until the server has answered and is at rest."""
        ended = self.received.ended
        act()
        self._until(lambda: self.received.ended > ended)
        self.app.rests()
        assert self.page.get_by_text(UNEXPECTED).count() == 0, self.page.url

    def _until(self, came: Callable[[], bool]) -> None:
        """Until something has come over the network."""
        end = time.monotonic() + SLOW / 1000
        while not came():
            assert time.monotonic() < end, self.page.url
            self.page.wait_for_timeout(5)  # lets what has come be told

    def _read(self, indicator: str = "", level: str = "") -> None:
        """All that the page and its frame say, and the answers that came."""
        self.received.add(f"page {self.page.url}", self.page.evaluate(PAGE))
        if self.page.locator(FRAME).count():
            self.received.add(f"frame of {self.page.url}", self.app.evaluate(PAGE))
        for metric in self.page.get_by_test_id("stMetric").all_inner_texts():
            label, _, value = metric.partition("\n")
            self.metrics.append(Metric(indicator, level, label, value.strip()))
        self.received.read_answers(self.page)

    def _save(self, number: int) -> None:
        """Press every button of a download."""
        started: list[Any] = []

        def start(download: Any) -> None:
            started.append(download)

        self.page.on("download", start)
        buttons = self.page.get_by_role("button", name=DOWNLOADS)
        assert buttons.count() == number, self.page.url
        buttons.evaluate_all("all => all.forEach((each) => each.click())")
        self._until(lambda: len(started) >= number)
        self.page.remove_listener("download", start)
        for each in started:
            content = self.received.add_file(Path(each.path()), each.suggested_filename)
            self.files.append((each.suggested_filename, content))


def values_of(indicator: Indicator, period: str) -> Map:
    unit, smoothed = " in %" * bool(indicator.base), ", geglättet" * indicator.smoothed
    return Map(f"{indicator.name}{unit}{smoothed}, {period}", indicator.name, period)
