"""The areas of the sample county: 19 municipalities, 158 invented quarters, about 1,200 base units."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from making.municipality_cells import assign_municipalities
from making.neighbourhoods import base_units
from making.places import COUNTY, CRS, known_places, official_figures
from making.raster import make_raster
from making.redrawn import BEGIN, with_former_quarter
from making.shapefile import write_shapefile
from making.vectorise import joined, polygons

COLUMNS = ["name", "parent", "valid_from", "valid_to"]


@dataclass(frozen=True)
class Areas:
    """Frames with index id and columns name, parent, valid_from, valid_to, geometry; blocks also inhabitants."""

    municipalities: gpd.GeoDataFrame
    quarters: gpd.GeoDataFrame
    blocks: gpd.GeoDataFrame


def make_areas(seed: int) -> Areas:
    """The same areas for the same seed."""
    random = np.random.default_rng(seed)
    official, places = official_figures(), known_places()
    raster = make_raster(places, random)
    municipality = assign_municipalities(raster, places, official["km2"])
    cells, units = base_units(raster, municipality, places, official, random)
    units["geometry"] = polygons(raster, cells).to_numpy()
    return Areas(_municipalities(units, official), _quarters(units, official), _blocks(units))


def write_areas(areas: Areas, folder: Path) -> None:
    """The three levels as shapefiles, byte for byte the same for the same areas."""
    folder.mkdir(parents=True, exist_ok=True)
    levels = {"gemeinde": areas.municipalities, "quartier": areas.quarters, "baublock": areas.blocks}
    for name, frame in levels.items():
        write_shapefile(frame[[*COLUMNS, "geometry"]].reset_index(names="id"), folder / f"{name}.shp")


def _blocks(units: pd.DataFrame) -> gpd.GeoDataFrame:
    table = units.set_index("id").rename(columns={"quarter": "parent"}).assign(valid_from=BEGIN, valid_to="")
    return gpd.GeoDataFrame(table[[*COLUMNS, "inhabitants", "geometry"]], geometry="geometry", crs=CRS)


def _quarters(units: pd.DataFrame, official: pd.DataFrame) -> gpd.GeoDataFrame:
    shapes = joined(units["geometry"], units["quarter"])
    table = pd.DataFrame({"parent": shapes.index.str[:8]}, index=shapes.index.rename("id"))
    table["name"] = official["name"].reindex(table["parent"]).to_numpy() + " " + table.index.str[-2:]
    table = table.assign(valid_from=BEGIN, valid_to="")
    return with_former_quarter(gpd.GeoDataFrame(table[COLUMNS], geometry=shapes.to_numpy(), crs=CRS))


def _municipalities(units: pd.DataFrame, official: pd.DataFrame) -> gpd.GeoDataFrame:
    shapes = joined(units["geometry"], units["municipality"])
    table = official[["name"]].reindex(shapes.index).rename_axis("id")
    table = table.assign(parent=COUNTY, valid_from=BEGIN, valid_to="")
    return gpd.GeoDataFrame(table[COLUMNS], geometry=shapes.to_numpy(), crs=CRS)
