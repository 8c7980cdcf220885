"""Invented quarters and base units inside the municipalities, and how many people live in each base unit."""

from __future__ import annotations

import numpy as np
import pandas as pd

from making.partition import UNPLACED, divide
from making.people import density, whole_numbers
from making.places import main_place
from making.raster import Raster

QUARTERS = 158
INHABITANTS_PER_BLOCK = 475
BLOCKS = (6, 9)  # fewest and most base units in a quarter
UNEQUAL = 0.36  # how much the inhabitants of quarters differ (standard deviation of their logarithm)
SMALLEST, LARGEST = 0.45, 1.8  # … within these multiples of the mean
SMALL = {"05382056": 212, "05382044": 164, "05382012": 720}  # municipalities with one quarter of so few inhabitants


def base_units(
    raster: Raster, municipality: np.ndarray, places: pd.DataFrame, official: pd.DataFrame, random: np.random.Generator
) -> tuple[np.ndarray, pd.DataFrame]:
    """Raster of positions in the table, and the table of base units: id, name, quarter, municipality, inhabitants."""
    counts = whole_numbers(official["inhabitants"].to_numpy(dtype=float), QUARTERS)
    cells, tables, start = np.full(municipality.shape, UNPLACED), [], 0
    for position, (area, known) in enumerate(official.iterrows()):
        own = places[places["municipality"] == area]
        people = density(raster, own, main_place(own, known["name"]))
        people = np.where(municipality == position, people, 0.0)
        quarters = divide(raster, people > 0, people, _unequal(counts[position], random), random)
        found, table = _units_of(raster, quarters, people, int(known["inhabitants"]), random)
        cells = np.where(found == UNPLACED, cells, found + start)
        tables.append(_named(table, str(area), str(known["name"]), int(known["inhabitants"])))
        start += len(table)
    return cells, pd.concat(tables, ignore_index=True)


def _units_of(
    raster: Raster, quarters: np.ndarray, people: np.ndarray, inhabitants: int, random: np.random.Generator
) -> tuple[np.ndarray, pd.DataFrame]:
    """Raster of base units of one municipality and for each its quarter, its number there, its share of the people."""
    cells, rows = np.full(quarters.shape, UNPLACED), []
    for quarter in range(quarters.max() + 1):
        ground = quarters == quarter
        expected = people[ground].sum() / people.sum() * inhabitants
        shares = _unequal(int(np.clip(round(expected / INHABITANTS_PER_BLOCK), *BLOCKS)), random)
        units = divide(raster, ground, people**0.6, shares, random)
        cells[ground] = units[ground] + len(rows)
        rows += [(quarter + 1, unit + 1, people[units == unit].sum()) for unit in range(len(shares))]
    return cells, pd.DataFrame(rows, columns=["of", "number", "share"])


def _unequal(parts: int, random: np.random.Generator) -> np.ndarray:
    sizes = np.clip(random.lognormal(0.0, UNEQUAL, parts), SMALLEST, LARGEST)
    return sizes / sizes.sum()


def _named(table: pd.DataFrame, area: str, name: str, inhabitants: int) -> pd.DataFrame:
    quarter, unit = (table[column].map("{:02}".format) for column in ("of", "number"))
    return pd.DataFrame(
        {
            "id": area + "-" + quarter + "-" + unit,
            "name": name + " " + quarter + "/" + unit,
            "quarter": area + "-" + quarter,
            "municipality": area,
            "inhabitants": _inhabitants(table, inhabitants, SMALL.get(area)),
        }
    )


def _inhabitants(table: pd.DataFrame, total: int, small: int | None) -> np.ndarray:
    """Inhabitants of the units; the last unit is empty (a forest, say), the outermost quarter may be a small one."""
    share = table["share"].to_numpy().copy()
    share[-1] = 0.0
    numbers = np.zeros(len(table), dtype=int)
    rest = np.ones(len(table), dtype=bool)
    if small is not None:
        rest = (table["of"] != table["of"].max()).to_numpy()
        numbers[~rest] = whole_numbers(share[~rest], small)
    numbers[rest] = whole_numbers(share[rest], total - (small or 0))
    return numbers
