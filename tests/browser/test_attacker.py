"""The attacker: reads all that the app shows, says and sends, and must not come to know one hidden count.

The county has two divisions of the same blocks and two years; see tests/browser/attacker.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, NamedTuple

import pandas as pd
import pytest

from monitor.cli import main
from tests.browser.app_page import AppPage
from tests.browser.attacker.attack import Attack, Sum, base_of, count_of, learned, true
from tests.browser.attacker.county import (
    EMPTY,
    INDICATORS,
    MINIMUM_BASE,
    WITHIN,
    YEARS,
    level_of,
    made_up,
    period_of,
    write_folder,
)
from tests.browser.attacker.reading import Cell, Figures, Read, beside_maps, cells_of, file_table, in_files, on_pages
from tests.browser.attacker.received import Received
from tests.browser.attacker.search import leaks, secrets
from tests.browser.attacker.tour import Tour
from tests.browser.conftest import VIEWPORT, Traffic

COUNTY = made_up()
CELLS = cells_of(COUNTY)
DIVISIONS = ("quartier", "raum")
CLOSE = 1e-6


class Spoils(NamedTuple):
    """What the attacker brought home. in_files, on_pages: the same figures, read in two ways. beside: county and towns."""

    received: Received
    tour: Tour
    in_files: Read
    on_pages: Read
    beside: Read

    @property
    def all(self) -> Read:
        return [*self.in_files, *self.on_pages, *self.beside]

    @property
    def hidden(self) -> set[Cell]:
        return set(CELLS) - {cell for cell, figures in self.all if figures.is_shown}


@pytest.fixture(scope="module")
def spoils(
    chromium: Any, serve_folder: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Spoils]:
    folder = tmp_path_factory.mktemp("musterkreis")
    write_folder(folder, COUNTY)
    assert main(["release", str(folder)]) == 0  # as a county does it before it opens the app to others
    received, traffic = Received(), Traffic()
    context = chromium.new_context(locale="de-DE", viewport=VIEWPORT)
    page = context.new_page()
    page.set_default_timeout(15_000)
    for each in (traffic.record, received.listen):
        each(page)
    with serve_folder(folder) as address:
        tour = Tour(AppPage(page, address), received, COUNTY)
        tour.walk()
    context.close()
    assert traffic.unexpected() == [] and traffic.foreign_hosts() == set()
    beside = beside_maps(COUNTY, tour.metrics)
    yield Spoils(received, tour, in_files(tour.files), on_pages(COUNTY, received.frames), beside)


def is_small(cell: Cell) -> bool:
    """Whether it must be hidden for its own sake."""
    count, indicator = true(COUNTY, count_of(cell)), cell.indicator
    others = true(COUNTY, base_of(cell)) - count if indicator.base else 0
    few = any(0 < number < indicator.threshold for number in (count, others))
    return few or (indicator.base != "" and count + others < MINIMUM_BASE)


# What was seen


def test_every_figure_is_read_and_every_one_is_right(spoils: Spoils) -> None:
    for places, times in ((spoils.in_files, 2), (spoils.on_pages, 1)):  # each table is saved in two formats
        cells = Counter(cell for cell, _ in places)
        assert all(cells[cell] >= times for cell in CELLS)
    for cell, figures in spoils.all:
        count, base = true(COUNTY, count_of(cell)), true(COUNTY, base_of(cell)) if cell.indicator.base else math.nan
        right = (count, base, 100 * count / base if cell.indicator.base else count)
        for read, expected in zip(figures[:3], right, strict=True):
            assert math.isnan(read) or read == pytest.approx(expected, abs=CLOSE), (cell, figures)


def test_the_county_and_the_towns_are_read_beside_the_maps(spoils: Spoils) -> None:
    read = {cell: figures.value for cell, figures in spoils.beside}
    for indicator, year in product(INDICATORS, YEARS):
        if period_of(indicator, "raum", year):
            for area in ("05999", *(COUNTY.areas("gemeinde") if indicator.pool > 1 else ())):
                cell = Cell(indicator, area, year, indicator.pool)
                count = true(COUNTY, count_of(cell))
                right = 100 * count / true(COUNTY, base_of(cell)) if indicator.base else count
                assert read[cell] == pytest.approx(right, abs=CLOSE)


def test_every_area_says_its_value_or_that_it_is_secret(spoils: Spoils) -> None:
    cells = {(cell.indicator.id, COUNTY.names[cell.area], cell.year): cell for cell in CELLS}
    said = set()
    for label in (each for each in spoils.tour.labels if "Veränderung" not in each.heading):
        name, period = label.text.partition(". ")[0], label.heading.rpartition(", ")[2]
        cell = cells[label.indicator, name, int(period[-4:])]
        value = label.text.partition(f"{period}: ")[2]
        said.add(cell)
        if cell in spoils.hidden:
            assert "geheim" in value and not re.search(r"\d", value), label
        else:
            assert _told(cell) in value, label
    assert said == set(CELLS)


def _told(cell: Cell) -> str:
    count = true(COUNTY, count_of(cell))
    if not cell.indicator.base:
        return f"{count:,}".replace(",", ".")
    return f"{100 * count / true(COUNTY, base_of(cell)):.6f} %".replace(".", ",")


# What is hidden


def test_small_counts_are_hidden_and_others_for_their_sake_in_both_divisions_and_years(spoils: Spoils) -> None:
    seen = {(cell, figures.is_shown) for cell, figures in spoils.all if cell in CELLS}
    assert len(seen) == len(CELLS)  # hidden everywhere or nowhere
    assert {cell for cell in CELLS if is_small(cell)} <= spoils.hidden
    kinds = {(level_of(cell.area), cell.year, is_small(cell)) for cell in spoils.hidden}
    assert kinds >= set(product(DIVISIONS, YEARS, (True, False)))


def test_no_change_is_told_where_one_of_both_years_is_hidden(spoils: Spoils) -> None:
    hidden = {(cell.indicator.id, cell.area) for cell in spoils.hidden}
    tables = [file_table(name, content) for name, content in spoils.tour.files]
    changes = pd.concat([table for table in tables if "veraenderung" in table])
    secret = [pair in hidden for pair in zip(changes["indikator"], changes["gebiet"], strict=True)]
    numbers = changes[["veraenderung", "unten95", "oben95", "unten998", "oben998"]]
    assert any(secret) and numbers[secret].isna().all(axis=None)


def test_nothing_of_a_hidden_count_stands_anywhere(spoils: Spoils) -> None:
    assert len(secrets(COUNTY, spoils.hidden)) > 3 * len(spoils.hidden)
    assert leaks(COUNTY, spoils.hidden, spoils.received) == []


@pytest.mark.parametrize(
    "planted", ["{rate:.6f}", "Wert {rate:.6f} %", "{count} von {base}", "{count};{base};", "{{'x': {rate!r}}}"]
)
def test_the_search_finds_what_is_planted(spoils: Spoils, planted: str) -> None:
    cell = next(
        each for each in sorted(spoils.hidden, key=str)
        if (each, "rate") in secrets(COUNTY, spoils.hidden) and true(COUNTY, base_of(each)) > 100
    )  # fmt: skip
    count, base = true(COUNTY, count_of(cell)), true(COUNTY, base_of(cell))
    planting = Received()
    planting.add("planted", planted.format(rate=100 * count / base, count=count, base=base))
    assert leaks(COUNTY, spoils.hidden, planting)


# What can be worked out


@pytest.fixture(scope="module")
def attack(spoils: Spoils) -> Attack:
    """With all figures, and with the map of inhabited ground, which leaves out the block where nobody lives."""
    found = learned(COUNTY, spoils.all)
    for measure in {*WITHIN, *WITHIN.values()}:
        found.learn(Sum(measure, COUNTY.blocks[EMPTY], YEARS[-1]), 0)
    return found


def test_no_hidden_count_follows_by_addition_and_subtraction(spoils: Spoils, attack: Attack) -> None:
    assert [cell for cell in spoils.hidden if attack.is_determined(count_of(cell))] == []
    assert [piece for piece in small_pieces() if attack.is_determined(piece)] == []


def test_every_hidden_count_stays_as_uncertain_as_asked(spoils: Spoils, attack: Attack) -> None:
    assert narrow(attack, spoils.hidden) == {}


def test_no_small_count_of_a_difference_of_areas_is_the_only_possible_one(attack: Attack) -> None:
    for piece in small_pieces():
        least, most = attack.interval(piece)
        assert math.floor(most + CLOSE) > math.ceil(least - CLOSE), piece


def small_pieces() -> Iterator[Sum]:
    """What an area has in common with one of the other division, where few are counted there."""
    for indicator, piece, year in product(INDICATORS, dict.fromkeys(COUNTY.blocks.values()), YEARS):
        what = Sum(indicator.part, piece, year)
        if 0 < true(COUNTY, what) < indicator.threshold:
            yield what


def narrow(attack: Attack, hidden: set[Cell]) -> dict[Cell, tuple[float, float]]:
    """Hidden counts that are known more closely than asked, and between which numbers they lie."""
    found = {cell: attack.interval(count_of(cell)) for cell in hidden}
    return {cell: ends for cell, ends in found.items() if ends[1] - ends[0] < cell.indicator.threshold - CLOSE}


# The same attack where protection has failed


def test_the_attack_succeeds_where_only_small_counts_are_hidden() -> None:
    hidden = {cell for cell in CELLS if is_small(cell)}
    attack = learned(COUNTY, [(cell, figures_of(cell)) for cell in CELLS if cell not in hidden])
    determined = {cell for cell in hidden if attack.is_determined(count_of(cell))}
    assert {level_of(cell.area) for cell in determined} == set(DIVISIONS)
    for cell in determined:
        count = true(COUNTY, count_of(cell))
        assert attack.interval(count_of(cell)) == pytest.approx((count, count), abs=1e-3)


def test_the_attack_succeeds_where_one_hidden_count_is_told(spoils: Spoils) -> None:
    told = [cell for cell in sorted(spoils.hidden, key=str) if not is_small(cell)]
    found = [
        narrow(learned(COUNTY, [*spoils.all, (cell, figures_of(cell))]), spoils.hidden - {cell}) for cell in told[:3]
    ]
    assert any(found)


def figures_of(cell: Cell) -> Figures:
    base = float(true(COUNTY, base_of(cell))) if cell.indicator.base else math.nan
    return Figures(float(true(COUNTY, count_of(cell))), base, math.nan, "told")
