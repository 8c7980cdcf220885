"""The areas of the sample county: 19 municipalities, 158 invented quarters, about 1,200 base units."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from making.partition import divide
from making.people import density, whole_numbers
from making.raster import Raster, assign_municipalities, make_raster
from making.vectorise import joined, polygons

HERE = Path(__file__).resolve().parent
CRS = "EPSG:25832"
COUNTY = "05382"
QUARTERS = 158
FEWEST_QUARTERS = 3
INHABITANTS_PER_BLOCK = 490
BLOCKS = (6, 10)  # fewest and most base units in a quarter
BEGIN, REDRAWN = "2015-01-01", "2020-01-01"
REDRAWN_IN = "05382020"  # here one quarter was divided into two
SMALL = {"05382056": 212, "05382044": 164}  # municipalities with one quarter of so few inhabitants
DBF_DATE = bytes((126, 1, 1))  # the date in a .dbf heading, fixed so that a rebuild gives the same bytes
COLUMNS = ["name", "parent", "valid_from", "valid_to"]


@dataclass(frozen=True)
class Areas:
    """Frames with the index id and the columns name, parent, valid_from, valid_to, geometry; blocks also inhabitants."""

    municipalities: gpd.GeoDataFrame
    quarters: gpd.GeoDataFrame
    blocks: gpd.GeoDataFrame


def make_areas(seed: int) -> Areas:
    """The same areas for the same seed."""
    random = np.random.default_rng(seed)
    official, places = official_figures(), _places()
    raster = make_raster(places, random)
    municipality = assign_municipalities(raster, places, official["km2"])
    labels, blocks = _blocks(raster, municipality, places, official, random)
    blocks["geometry"] = polygons(raster, labels, random).to_numpy()
    return Areas(_municipalities(blocks, official), _quarters(blocks, official), _frame(blocks))


def write_areas(areas: Areas, folder: Path) -> None:
    """The three levels as shapefiles, byte for byte the same for the same areas."""
    folder.mkdir(parents=True, exist_ok=True)
    levels = {"gemeinde": areas.municipalities, "quartier": areas.quarters, "baublock": areas.blocks}
    for name, frame in levels.items():
        path = folder / f"{name}.shp"
        frame[[*COLUMNS, "geometry"]].reset_index(names="id").to_file(path, encoding="utf-8")
        content = bytearray(path.with_suffix(".dbf").read_bytes())
        content[1:4] = DBF_DATE
        path.with_suffix(".dbf").write_bytes(content)


def official_figures() -> pd.DataFrame:
    """Names, inhabitants (31.12.2022), km², unemployed and persons of 15–64 (2021) of the municipalities, by AGS."""
    table = pd.read_csv(HERE / "municipalities.csv", sep=";", dtype={"key": str})
    return table.assign(id=COUNTY + table["key"]).set_index("id")


def _places() -> pd.DataFrame:
    table = pd.read_csv(HERE / "places.csv", sep=";", dtype={"municipality": str}, keep_default_na=False)
    points = gpd.GeoSeries.from_xy(table["lon"], table["lat"], crs="EPSG:4326").to_crs(CRS)
    keys = table["municipality"].where(table["municipality"] == "", COUNTY + table["municipality"])
    return table.assign(x=points.x, y=points.y, municipality=keys)


def _blocks(
    raster: Raster, municipality: np.ndarray, places: pd.DataFrame, official: pd.DataFrame, random: np.random.Generator
) -> tuple[np.ndarray, pd.DataFrame]:
    """Raster of block numbers and the table of blocks (id, quarter, municipality, inhabitants) in their order."""
    quarters = _numbers_of_quarters(official["inhabitants"])
    labels, tables = np.full(municipality.shape, -1), []
    for position, area in enumerate(official.index):
        ground = municipality == position
        own = places[places["municipality"] == area]
        people = density(raster, own, _main_place(own, str(official["name"].iloc[position])))
        parts = divide(raster, ground, people**0.75, quarters[position], random)
        table = _blocks_of(raster, parts, people, area, int(official["inhabitants"].iloc[position]), random)
        start = sum(len(each) for each in tables)
        labels = np.where(table.attrs["cells"] >= 0, table.attrs["cells"] + start, labels)
        tables.append(table)
    blocks = pd.concat([pd.DataFrame(table) for table in tables], ignore_index=True)
    names = official["name"].reindex(blocks["municipality"]).to_numpy()
    blocks["name"] = names + " " + blocks["quarter"].str[-2:] + "/" + blocks["id"].str[-2:]
    return labels, blocks


def _blocks_of(
    raster: Raster, quarters: np.ndarray, people: np.ndarray, area: str, inhabitants: int, random: np.random.Generator
) -> pd.DataFrame:
    cells, rows = np.full(quarters.shape, -1), []
    for quarter in range(quarters.max() + 1):
        ground = quarters == quarter
        share = people[ground].sum() / people[quarters >= 0].sum()
        count = int(np.clip(round(share * inhabitants / INHABITANTS_PER_BLOCK), *BLOCKS))
        blocks = divide(raster, ground, people**0.6, count, random)
        for block in range(blocks.max() + 1):
            here = blocks == block
            cells[here] = len(rows)
            name = f"{area}-{quarter + 1:02}"
            rows.append((f"{name}-{block + 1:02}", name, area, people[here].sum()))
    table = pd.DataFrame(rows, columns=["id", "quarter", "municipality", "share"])
    table["inhabitants"] = _inhabitants(table, inhabitants, SMALL.get(area))
    table.attrs["cells"] = cells
    return table.drop(columns="share")


def _inhabitants(table: pd.DataFrame, total: int, small: int | None) -> np.ndarray:
    """Inhabitants of the blocks; one block at the edge of the last quarter is empty, one quarter may be small."""
    share = table["share"].to_numpy().copy()
    share[-1] = 0.0
    numbers = np.zeros(len(table), dtype=int)
    rest = np.ones(len(table), dtype=bool)
    if small is not None:
        rest = (table["quarter"] != table["quarter"].iloc[-1]).to_numpy()
        numbers[~rest] = whole_numbers(share[~rest], small)
    numbers[rest] = whole_numbers(share[rest], total - (small or 0))
    return numbers


def _main_place(places: pd.DataFrame, name: str) -> pd.Series:
    named = places[places["place"] == name]
    return named.iloc[0] if len(named) else places.iloc[0]


def _numbers_of_quarters(inhabitants: pd.Series) -> np.ndarray:
    rest = QUARTERS - FEWEST_QUARTERS * len(inhabitants)
    return FEWEST_QUARTERS + whole_numbers(inhabitants.to_numpy(dtype=float), rest)


def _frame(blocks: pd.DataFrame) -> gpd.GeoDataFrame:
    table = blocks.set_index("id").rename(columns={"quarter": "parent"})
    table = table.assign(valid_from=BEGIN, valid_to="")
    return gpd.GeoDataFrame(table[[*COLUMNS, "inhabitants", "geometry"]], geometry="geometry", crs=CRS)


def _quarters(blocks: pd.DataFrame, official: pd.DataFrame) -> gpd.GeoDataFrame:
    shapes = joined(blocks["geometry"], blocks["quarter"])
    table = pd.DataFrame({"parent": shapes.index.str[:8]}, index=shapes.index.rename("id"))
    table["name"] = official["name"].reindex(table["parent"]).to_numpy() + " " + table.index.str[-2:]
    table["valid_from"], table["valid_to"] = BEGIN, ""
    frame = gpd.GeoDataFrame(table[COLUMNS], geometry=shapes.to_numpy(), crs=CRS)
    return pd.concat([frame, _redrawn(frame)]).sort_index()


def _redrawn(quarters: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The predecessor of two neighbouring quarters, which are valid from the change on (set in place)."""
    own = quarters.index[quarters["parent"] == REDRAWN_IN]
    last = own[-1]
    touching = [each for each in own[:-1] if _border(quarters, each, last) > 500]
    pair = [touching[-1], last]
    quarters.loc[pair, "valid_from"] = REDRAWN
    name = quarters["name"][last].rsplit(" ", 1)[0]
    former = {"name": [f"{name} 90 (bis 2019)"], "parent": [REDRAWN_IN], "valid_from": [BEGIN], "valid_to": ["2019-12-31"]}
    shape = shapely.coverage_union_all(quarters.geometry.loc[pair].to_numpy())
    return gpd.GeoDataFrame(former, index=pd.Index([f"{REDRAWN_IN}-90"], name="id"), geometry=[shape], crs=CRS)


def _border(quarters: gpd.GeoDataFrame, one: str, other: str) -> float:
    return float(quarters.geometry[one].intersection(quarters.geometry[other]).length)


def _municipalities(blocks: pd.DataFrame, official: pd.DataFrame) -> gpd.GeoDataFrame:
    shapes = joined(blocks["geometry"], blocks["municipality"])
    table = official[["name"]].reindex(shapes.index).rename_axis("id")
    table = table.assign(parent=COUNTY, valid_from=BEGIN, valid_to="")
    return gpd.GeoDataFrame(table[COLUMNS], geometry=shapes.to_numpy(), crs=CRS)
