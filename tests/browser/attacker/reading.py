"""The figures that the attacker reads from what was received: which number, of which area, in which year."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from tests.browser.attacker.county import INDICATORS, WHOLE, YEARS, County, Indicator, level_of, period_of
from tests.browser.attacker.frames import shown_tables

OF_TABLE = re.compile(r"(?P<name>.+) (?P<period>\d{4}(–\d{4})?) als Tabelle")
COUNT, BASE, VALUE = "Anzahl", "von", "Wert"


class Metric(NamedTuple):
    """A large number on the page Karte. level: of the areas that it stands beside."""

    indicator: str
    level: str
    label: str
    value: str


class Cell(NamedTuple):
    """What is published in one place. pool: years added up, the last one is `year`."""

    indicator: Indicator
    area: str
    year: int
    pool: int


class Figures(NamedTuple):
    """count, base, value: NaN where there is none. source: where they were read."""

    count: float
    base: float
    value: float
    source: str

    @property
    def is_shown(self) -> bool:
        return any(math.isfinite(number) for number in (self.count, self.base, self.value))


Read = list[tuple[Cell, Figures]]


def cells_of(county: County) -> list[Cell]:
    """Everything below the county that is published, or would be, in both years."""
    return [
        Cell(indicator, area, year, indicator.pool_at(level_of(area)))
        for indicator, area, year in county.cells(*YEARS)
        if area != WHOLE and period_of(indicator, level_of(area), year)
    ]


def in_files(files: Sequence[tuple[str, bytes]]) -> Read:
    """Rows of the saved tables of values."""
    return [row for name, content in files for row in _in_file(name, content)]


def file_table(name: str, content: bytes) -> pd.DataFrame:
    if name.endswith(".xlsx"):
        return pd.read_excel(io.BytesIO(content), dtype={"gebiet": str})
    return pd.read_csv(io.BytesIO(content), sep=";", decimal=",", dtype={"gebiet": str})


def _in_file(name: str, content: bytes) -> Iterator[tuple[Cell, Figures]]:
    table = file_table(name, content)
    if "zaehler" in table:
        for row in table.itertuples():
            indicator = by_id(row.indikator)
            cell = Cell(indicator, row.gebiet, row.jahr, indicator.pool_at(level_of(row.gebiet)))
            yield cell, Figures(row.zaehler, row.nenner, row.wert, name)


def on_pages(county: County, frames: list[bytes]) -> Read:
    """Rows of the tables below the maps, with the numbers behind what their cells say."""
    return [row for heading, table in shown_tables(frames) for row in _on_page(county, heading, table)]


def _on_page(county: County, heading: str, table: pd.DataFrame) -> Iterator[tuple[Cell, Figures]]:
    found = OF_TABLE.fullmatch(heading)
    if found is None or COUNT not in table:
        return
    indicator = next(each for each in INDICATORS if each.name == found["name"])
    ids = {name: area for area, name in county.names.items()}
    value = next(name for name in table if name.startswith(VALUE))
    for _, row in table.iterrows():
        area = ids[row.iloc[0]]
        cell = Cell(indicator, area, int(found["period"][-4:]), indicator.pool_at(level_of(area)))
        yield cell, Figures(row[COUNT], row.get(BASE, math.nan), row[value], heading)


def beside_maps(county: County, metrics: Sequence[Metric]) -> Read:
    """The large numbers of the county and of the towns: rates and numbers, never what a rate was made of."""
    return [row for metric in metrics if metric.indicator for row in _beside(county, metric)]


def _beside(county: County, metric: Metric) -> Iterator[tuple[Cell, Figures]]:
    name, _, period = metric.label.rpartition(", ")
    area = {name: area for area, name in county.names.items()}.get(name)
    number = metric.value.removesuffix(" %").replace(".", "").replace(",", ".")
    if area is not None and number.replace(".", "").isdigit():
        indicator = by_id(metric.indicator)
        cell = Cell(indicator, area, int(period[-4:]), indicator.pool_at(metric.level))
        count = math.nan if indicator.base else float(number)
        yield cell, Figures(count, math.nan, float(number), f"beside the map: {metric.label}")


def by_id(key: str) -> Indicator:
    return next(each for each in INDICATORS if each.id == key)
