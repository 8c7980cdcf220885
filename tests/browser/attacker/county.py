"""A small county for the attacker: 3 municipalities, 12 quarters, 42 blocks, 9 spaces of a second division, two years.

Its true numbers are known to the tests alone. Rates are printed with six decimals and money has five digits and more, so that
a hidden number can be searched for by its digits in everything that was received.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import NamedTuple

YEARS = (2023, 2024)
WHOLE = "05999"
TOWNS = {"05999001": "Alfdorf", "05999002": "Bergstadt", "05999003": "Cronheim"}
EMPTY = "05999002-02-1"  # nobody lives here, so that the quarter beside it counts the same people as the space of both
WEST, SOUTH, SIDE = 360_000, 5_620_000, 1_000  # metres in EPSG:25832

# Quarter → blocks that go to the first, second and third space of their town, in order.
SPACES = {1: (3, 0, 0), 2: (1, 3, 0), 3: (0, 2, 1), 4: (0, 0, 4)}
NESTED = {1: (3, 0, 0), 2: (0, 4, 0), 3: (0, 3, 0), 4: (0, 0, 4)}  # in the last town no space crosses a quarter


class Indicator(NamedTuple):
    """One section of the catalogue. base: "" for a number. threshold: numbers below it are hidden, 0 excepted.

    pool: years added up below the towns. smoothed: whether the map shows smoothed rates. source: of county.toml.
    """

    id: str
    name: str
    part: str
    base: str = ""
    pool: int = 1
    threshold: int = 3
    source: str = "amt"
    smoothed: bool = False

    def pool_at(self, level: str) -> int:
        return 1 if level in ("kreis", "gemeinde") else self.pool


MINIMUM_BASE = 30
INDICATORS = (
    Indicator("A1", "Kinderarmut", "arm", "kinder", smoothed=True),
    Indicator("A2", "Armut der Mädchen", "arm_w", "kinder"),
    Indicator("A3", "Armut der Jungen", "arm_m", "kinder"),
    Indicator("B1", "Hilfen zur Erziehung", "hilfen", "kinder", pool=2),
    Indicator("C1", "Leistungen in Euro", "euro", threshold=20_000, source="kasse"),
    Indicator("D1", "Einwohnerzahl", "ew"),
)
CATEGORIES = {"arm": ("arm_w", "arm_m")}
WITHIN = {"arm": "kinder", "arm_w": "kinder", "arm_m": "kinder", "hilfen": "kinder", "kinder": "ew"}
MEASURES = ("arm", "arm_w", "arm_m", "hilfen", "kinder", "ew", "euro")

SETTINGS = """\
name = "Musterkreis"
genitive = "des Musterkreises"
key = "05999"
inhabitants = "ew"

[[levels]]
id = "kreis"
name = "Kreis"
plural = "Kreise"

[[levels]]
id = "gemeinde"
name = "Kommune"
plural = "Kommunen"
file = "areas/gemeinde.geojson"

[[levels]]
id = "quartier"
name = "Quartier"
plural = "Quartiere"
file = "areas/quartier.geojson"

[[levels]]
id = "block"
name = "Block"
plural = "Blöcke"
file = "areas/block.geojson"
published = false

[[divisions]]
id = "raum"
name = "Raum"
plural = "Räume"
file = "schemes/raum.csv"

[attention]
rule = "county"

[attention.county]
indicators = ["A1", "A2", "B1"]
k = 1
confidence = 95

[attention.mss]
status = ["A1", "A2", "A3"]
dynamics = ["A1"]
dynamics_years = 1

[sources.amt]
name = "Einwohnermeldeamt"
as_of = 2024-12-31

[sources.kasse]
name = "Kreiskasse"
as_of = 2024-12-31
threshold = 20000
"""
SECTION = """\
[{id}]
name = "{name}"
theme = "Probe"
numerator = "{part}"
numerator_name = "Zähler von {id}"
polarity = -1
level = "quartier"
source = "{source}"
why = "Probe."
purpose = "Probe."
"""
PROPORTION = 'method = "proportion"\ndenominator = "kinder"\ndenominator_name = "Kinder"\ndecimals = 6\n'
NUMBER = 'method = "count"\nper = 1\nunit = ""\ndecimals = 0\n'


@dataclass(frozen=True)
class County:
    """blocks: block → its quarter and its space. numbers: (measure, block, year) → what is true."""

    blocks: dict[str, tuple[str, str]]
    numbers: dict[tuple[str, str, int], int]

    @cached_property
    def names(self) -> dict[str, str]:
        """Area → name, which no other area of its level has."""
        found = {WHOLE: "Musterkreis", **TOWNS}
        for quarter, space in self.blocks.values():
            found[quarter] = f"{TOWNS[quarter[:8]]} Quartier {quarter[-1]}"
            found[space] = f"{TOWNS[space[:8]]} Raum {space[-1]}"
        return found

    @cached_property
    def inside(self) -> dict[str, tuple[str, ...]]:
        """Area → the blocks that lie in it."""
        around = {block: (WHOLE, block[:8], *pair) for block, pair in self.blocks.items()}
        return {area: tuple(block for block in self.blocks if area in around[block]) for area in self.names}

    def areas(self, level: str) -> list[str]:
        return [area for area in self.names if level_of(area) == level]

    def blocks_of(self, piece: tuple[str, str]) -> tuple[str, ...]:
        """The blocks of a quarter that lie in a space."""
        return tuple(block for block, pair in self.blocks.items() if pair == piece)

    def cells(self, *years: int) -> Iterator[tuple[Indicator, str, int]]:
        """Everything that is published of these years, or would be."""
        return product(INDICATORS, self.names, years)


def level_of(area: str) -> str:
    if len(area) <= 8:
        return "kreis" if area == WHOLE else "gemeinde"
    return "raum" if area[-2] == "R" else "quartier"


def period_of(indicator: Indicator, level: str, year: int) -> str:
    """The year, or the years up to it; "" where there are not enough of them."""
    pool = indicator.pool_at(level)
    if year - pool + 1 < YEARS[0]:
        return ""
    return str(year) if pool == 1 else f"{year - pool + 1}–{year}"


SEED = 7
# Poor girls and poor boys per block, about, quarter by quarter: where one of both are few, the others are not.
NEED = (((5, 6), (0.5, 7), (6, 5), (4, 5)), ((6, 0.4), (7, 5), (5, 6), (0.4, 6)), ((5, 5), (6, 0.5), (5, 4), (6, 7)))


def made_up() -> County:
    """The same county every time."""
    dice, blocks = random.Random(SEED), {}
    for town, quarter in product(TOWNS, SPACES):
        shares = (NESTED if town == "05999003" else SPACES)[quarter]
        spaces = [space for space, count in enumerate(shares, 1) for _ in range(count)]
        for at, space in enumerate(spaces, 1):
            blocks[f"{town}-0{quarter}-{at}"] = (f"{town}-0{quarter}", f"{town}-R{space}")
    numbers = {}
    for block, (quarter, _) in blocks.items():
        poor = NEED[list(TOWNS).index(quarter[:8])][int(quarter[-1]) - 1]
        for year in YEARS:
            for measure, number in _of_block(dice, poor, small=quarter == "05999003-04").items():
                numbers[measure, block, year] = 0 if block == EMPTY else number
    return County(blocks, numbers)


def _of_block(dice: random.Random, poor: tuple[float, float], small: bool) -> dict[str, int]:
    children = dice.randint(5, 8) if small else dice.randint(61, 187)
    girls, boys, helped = (1, 3, 3) if small else (_few(dice, each) for each in (*poor, min(poor)))
    return {
        "arm": girls + boys,
        "arm_w": girls,
        "arm_m": boys,
        "hilfen": helped,
        "kinder": children,
        "ew": children + dice.randint(211, 877),
        "euro": dice.randint(2_111, 6_000) if min(poor) < 1 else dice.randint(17_000, 90_000),
    }


def _few(dice: random.Random, mean: float) -> int:
    """About the mean, never 1 or 2 where more are expected."""
    return dice.randint(3, round(2 * mean - 3)) if mean >= 3 else int(dice.random() < mean)


# The folder


def write_folder(path: Path, county: County) -> None:
    """A complete data folder with its two divisions."""
    (path / "areas").mkdir(parents=True)
    (path / "schemes").mkdir()
    _write(path / "county.toml", SETTINGS)
    _write(path / "catalogue.toml", "\n".join(_section(each) for each in INDICATORS))
    rows = [f"{block};{year};{measure};;{number}" for (measure, block, year), number in county.numbers.items()]
    _write(path / "counts.csv", "\n".join(["gebiet;jahr;merkmal;gruppe;wert", *rows]))
    spaces = [f"{block};{space};{county.names[space]}" for block, (_, space) in county.blocks.items()]
    _write(path / "schemes/raum.csv", "\n".join(["einheit;gebiet;name", *spaces]))
    for level, features in _features(county).items():
        _write(path / f"areas/{level}.geojson", json.dumps(_collection(features)))


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")


def _section(indicator: Indicator) -> str:
    parts = [SECTION.format_map(indicator._asdict()), PROPORTION if indicator.base else NUMBER]
    parts += ["pool = 2\npool_below = 1000\n"] * (indicator.pool > 1)
    parts += ['smoothing = "global"\ntarget = 3.0\n'] * indicator.smoothed
    return "".join(parts)


def _collection(features: list[dict]) -> dict:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    return {"type": "FeatureCollection", "features": features, "crs": crs}


def _features(county: County) -> dict[str, list[dict]]:
    """Towns side by side; in each the quarters side by side, and in each quarter the blocks one above the other."""
    found: dict[str, list[dict]] = {"gemeinde": [], "quartier": [], "block": []}
    for at, (town, name) in enumerate(TOWNS.items()):
        found["gemeinde"].append(_feature(town, name, "", (4 * at, 0, 4, 3)))
        for column, quarter in enumerate(each for each in county.areas("quartier") if each[:8] == town):
            left, blocks = 4 * at + column, county.inside[quarter]
            found["quartier"].append(_feature(quarter, county.names[quarter], town, (left, 0, 1, 3)))
            high = 3 / len(blocks)
            for row, block in enumerate(blocks):
                found["block"].append(_feature(block, f"Block {block}", quarter, (left, row * high, 1, high)))
    return found


def _feature(key: str, name: str, parent: str, place: tuple[float, float, float, float]) -> dict:
    left, low, wide, high = (SIDE * each for each in place)
    x, y = WEST + left, SOUTH + low
    ring = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)]
    properties = {"id": key, "name": name} | ({"parent": parent} if parent else {})
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}
