"""Shapefiles that are the same bytes whenever they are written."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd

DATE = bytes((126, 1, 1))  # 2026-01-01 in the heading of the table, where the day of writing would stand


def write_shapefile(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Write .shp with .shx, .dbf, .prj, .cpg (UTF-8)."""
    frame.to_file(path, encoding="utf-8")
    table = path.with_suffix(".dbf")
    content = bytearray(table.read_bytes())
    content[1:4] = DATE
    table.write_bytes(content)
