"""A scheme as a file to take along: each holds boundaries or shares, and what the scheme says of itself.

The same scheme makes the same bytes. `scheme_import` reads every one of them back.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from geodata.scheme import Scheme
from geodata.scheme_about import about_of, as_toml, rows_of
from geodata.scheme_carried import ABOUT, COLUMNS, PARTS
from geodata.scheme_shapes import shapes_of
from geodata.vg250 import DBF_DATE

LAYER = "sozialraeume"
WRITTEN = "2000-01-01T00:00:00.000Z"  # instead of the time of writing, so that equal schemes make equal files
ZIP_DATE = (2000, 1, 1, 0, 0, 0)
FIELD_BYTES = 254  # of a text in a shapefile
DECIMALS = 9  # of a degree: a tenth of a millimetre
CSV_ABOUT = {"zuschnitt" if key == "name" else key: key for key in ("kommune", "fassung", "name", "status", "gueltig_ab",
             "gueltig_bis", "verantwortlich", "anmerkung", "teilung_nach")}  # fmt: skip


def to_geopackage(scheme: Scheme, units: Any) -> bytes:
    """Layer sozialraeume in EPSG:25832; tables anteile (the crosswalk) and zuschnitt (key and value)."""
    about = pd.DataFrame(list(about_of(scheme).items()), columns=["schluessel", "wert"])
    parts = pd.DataFrame(rows_of(scheme), columns=list(COLUMNS))
    with tempfile.TemporaryDirectory(prefix="ausgabe-") as folder:
        path = Path(folder) / f"{LAYER}.gpkg"
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": WRITTEN})
        try:
            pyogrio.write_dataframe(_frame(scheme, units), path, layer=LAYER, geometry_type="MultiPolygon",
                                    promote_to_multi=True)  # fmt: skip
            pyogrio.write_dataframe(parts, path, layer=PARTS)
            pyogrio.write_dataframe(about, path, layer=ABOUT)
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
        return path.read_bytes()


def to_shapefile_zip(scheme: Scheme, units: Any) -> bytes:
    """Shapefile sozialraeume in EPSG:25832, anteile.csv and zuschnitt.toml. Names of more than 254 bytes are cut in the
    shapefile, and whole in anteile.csv."""
    frame = _frame(scheme, units)
    frame["name"] = [str(name).encode()[:FIELD_BYTES].decode(errors="ignore") for name in frame["name"]]
    with tempfile.TemporaryDirectory(prefix="ausgabe-") as folder:
        path = Path(folder) / f"{LAYER}.shp"
        pyogrio.write_dataframe(frame, path, encoding="utf-8")
        members = {part.name: part.read_bytes() for part in Path(folder).iterdir()}
    dbf = bytearray(members[f"{LAYER}.dbf"])
    dbf[1:4] = DBF_DATE
    members |= {f"{LAYER}.dbf": bytes(dbf), f"{ABOUT}.toml": as_toml(about_of(scheme)).encode()}
    members[f"{PARTS}.csv"] = _csv([COLUMNS, *rows_of(scheme)])
    return _zipped(members)


def to_geojson(scheme: Scheme, units: Any) -> bytes:
    """GeoJSON (RFC 7946: degrees), properties id, name, parent, valid_from, valid_to; members zuschnitt and anteile."""
    frame = _frame(scheme, units)
    return _geojson(scheme, frame, frame.drop(columns="geometry").to_dict("records"))


def to_kommonitor(scheme: Scheme, units: Any) -> bytes:
    """The GeoJSON of a level of KomMonitor: properties ID, NAME, validStartDate and validEndDate; else as `to_geojson`.

    Source: KomMonitor, data management, spatial units (Raumebenen).
    """
    frame = _frame(scheme, units)
    names = {"id": "ID", "name": "NAME", "valid_from": "validStartDate", "valid_to": "validEndDate"}
    return _geojson(scheme, frame, frame[list(names)].rename(columns=names).to_dict("records"))


def to_crosswalk_csv(scheme: Scheme) -> bytes:
    """einheit;gebiet;name;anteil, and what the scheme says of itself in every row, for German Excel. No boundaries."""
    about = about_of(scheme)
    rest = [about[key] for key in CSV_ABOUT.values()]
    rows = [(unit, area, name, share.replace(".", ",")) for unit, area, name, share in rows_of(scheme)]
    return _csv([(*COLUMNS, *CSV_ABOUT), *((*row, *rest) for row in rows or [("", "", "", "")])])


def file_name(scheme: Scheme, suffix: str) -> str:
    """ "sozialraeume_05382068_2.gpkg"."""
    return f"{LAYER}_{scheme.municipality}_{scheme.version}{suffix}"


def _frame(scheme: Scheme, units: Any) -> gpd.GeoDataFrame:
    """The areas that have ground, as the data folder has them."""
    shapes = shapes_of(scheme, units)
    start, end = (day.isoformat() if day else None for day in (scheme.valid_from, scheme.valid_to))
    table = {"id": scheme.areas.index.astype(str), "name": scheme.areas.to_numpy(), "parent": scheme.municipality,
             "valid_from": start, "valid_to": end}  # fmt: skip
    frame = gpd.GeoDataFrame(table, geometry=shapes.to_numpy(), crs=units.crs)
    frame = frame.astype(dict.fromkeys(table, object))
    return frame[~frame.geometry.is_empty.to_numpy()].reset_index(drop=True)


def _geojson(scheme: Scheme, frame: gpd.GeoDataFrame, properties: list[dict[str, Any]]) -> bytes:
    shapes = shapely.transform(
        frame.to_crs("EPSG:4326").geometry.to_numpy(), lambda numbers: np.round(numbers, DECIMALS)
    )
    outlines = [json.loads(text) for text in shapely.to_geojson(shapely.orient_polygons(shapes))]
    features = [
        {"type": "Feature", "properties": said, "geometry": outline}
        for said, outline in zip(properties, outlines, strict=True)
    ]
    whole = {"type": "FeatureCollection", ABOUT: about_of(scheme), PARTS: rows_of(scheme), "features": features}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _csv(rows: list[Any]) -> bytes:
    """For German Excel: semicolon, UTF-8 with byte order mark, Windows line ends."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode("utf-8-sig")


def _zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(members.items()):
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
