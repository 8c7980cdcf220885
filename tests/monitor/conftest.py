"""A county small enough to check by hand: two municipalities with two quarters each, all squares of one kilometre."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from monitor.folder import Folder, open_folder
from problem import DataError, Problem
from texts.problems import sentence

COUNTY = """\
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

[sources.amt]
name = "Einwohnermeldeamt"
as_of = 2024-12-31
"""

CATALOGUE = """\
[A2]
name = "Kinderarmut"
theme = "Armutslagen"
method = "proportion"
numerator = "sgb2_u15"
numerator_name = "Kinder in der Grundsicherung"
denominator = "ew_u15"
denominator_name = "Kinder unter 15 Jahren"
polarity = -1
level = "quartier"
source = "amt"
why = "Armut von Kindern hat Folgen."
purpose = "Sozialplanung."

[D1]
name = "Einwohnerzahl"
theme = "Bevölkerung"
method = "count"
numerator = "ew"
numerator_name = "Einwohnerinnen und Einwohner"
per = 1
polarity = 0
level = "quartier"
source = "amt"
why = "Grundlage aller Anteile."
purpose = "Sozialplanung."
"""


def attention_settings(general: str, county: str, mss: str, significance: str) -> str:
    """The three rules for county.toml, all on child poverty, each with further lines of its own."""
    return f"""
[attention]
rule = "county"
{general}
[attention.county]
indicators = ["A2"]
k = 1
{county}
[attention.mss]
status = ["A2"]
dynamics = ["A2"]
{mss}
[attention.significance]
indicators = ["A2"]
{significance}
"""


MUNICIPALITIES = {"05999001": "Alfdorf", "05999002": "Bergstadt"}
QUARTERS = ("05999001-01", "05999001-02", "05999002-01", "05999002-02")
WEST, SOUTH, SIDE = 360_000, 5_620_000, 1_000  # metres in EPSG:25832, near Siegburg

# quarter → inhabitants, children, children in need; the same in both years
NUMBERS = {
    "05999001-01": (1000, 150, 15),
    "05999001-02": (2000, 300, 60),
    "05999002-01": (1500, 200, 40),
    "05999002-02": (500, 80, 20),
}
MEASURES = ("ew", "ew_u15", "sgb2_u15")
YEARS = (2023, 2024)


def counts_rows() -> list[tuple[str, str, str, str, str]]:
    """Rows of the faultless counts, heading first."""
    rows = [("gebiet", "jahr", "merkmal", "gruppe", "wert")]
    for area, numbers in NUMBERS.items():
        for year in YEARS:
            rows += [(area, str(year), name, "", str(number)) for name, number in zip(MEASURES, numbers, strict=True)]
    return rows


def counts_text(rows: list[tuple[str, ...]] | None = None, delimiter: str = ";") -> str:
    return "".join(f"{delimiter.join(row)}\n" for row in rows or counts_rows())


def square(column: int, row: int, width: float = 1, height: float = 1) -> list[tuple[float, float]]:
    """Corners of a rectangle on the grid of kilometres."""
    x, y = WEST + column * SIDE, SOUTH + row * SIDE
    right, top = x + width * SIDE, y + height * SIDE
    return [(x, y), (right, y), (right, top), (x, top), (x, y)]


def write_areas(path: Path, areas: list[dict], crs: str | None = "urn:ogc:def:crs:EPSG::25832") -> None:
    """GeoJSON of areas with the keys id, name, parent and corners."""
    features = [
        {
            "type": "Feature",
            "properties": {key: value for key, value in area.items() if key != "corners"},
            "geometry": {"type": "Polygon", "coordinates": [area["corners"]]},
        }
        for area in areas
    ]
    content: dict = {"type": "FeatureCollection", "features": features}
    if crs:
        content["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(content), encoding="utf-8")


def municipalities() -> list[dict]:
    """Two rectangles side by side, each one kilometre wide and two high."""
    return [
        {"id": key, "name": name, "corners": square(column, 0, 1, 2)}
        for column, (key, name) in enumerate(MUNICIPALITIES.items())
    ]


def quarters() -> list[dict]:
    """Four squares: two above each other in each municipality."""
    return [
        {"id": key, "name": f"{MUNICIPALITIES[key[:8]]} {key[-2:]}", "parent": key[:8],
         "corners": square(position // 2, position % 2)}
        for position, key in enumerate(QUARTERS)
    ]  # fmt: skip


class TinyFolder:
    """A faultless data folder in a temporary place, to be broken in one way by each test."""

    rows = staticmethod(counts_rows)
    text = staticmethod(counts_text)
    square = staticmethod(square)
    municipalities = staticmethod(municipalities)
    quarters = staticmethod(quarters)

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "areas").mkdir()
        self.write("county.toml", COUNTY)
        self.write("catalogue.toml", CATALOGUE)
        self.write("counts.csv", counts_text())
        write_areas(path / "areas/gemeinde.geojson", municipalities())
        write_areas(path / "areas/quartier.geojson", quarters())

    def write(self, name: str, content: str | bytes) -> None:
        target = self.path / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    def write_areas(self, name: str, areas: list[dict], crs: str | None = "urn:ogc:def:crs:EPSG::25832") -> None:
        write_areas(self.path / name, areas, crs)

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def append(self, name: str, *lines: str) -> None:
        text = (self.path / name).read_text(encoding="utf-8")
        self.write(name, text + "".join(f"{line}\n" for line in lines))

    def open(self) -> Folder:
        return open_folder(self.path)

    def errors(self) -> list[Problem]:
        """Errors of a folder that must not open."""
        with pytest.raises(DataError) as raised:
            self.open()
        return raised.value.problems

    def error_sentences(self) -> list[str]:
        return [sentence(problem) for problem in self.errors()]

    def warnings(self) -> list[str]:
        """Sentences of the warnings of a folder that opens."""
        return [sentence(problem) for problem in self.open().problems]


@pytest.fixture
def tiny_folder(tmp_path: Path) -> TinyFolder:
    path = tmp_path / "daten"
    path.mkdir()
    return TinyFolder(path)
