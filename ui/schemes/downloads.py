"""A version as a file for other programs; every one of them can be read again as a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from geodata.scheme import Scheme
from geodata.scheme_export import (
    file_name,
    to_crosswalk_csv,
    to_geojson,
    to_geopackage,
    to_kommonitor,
    to_shapefile_zip,
)
from ui.schemes.ground import Ground
from ui.schemes.store import Version


class Format(NamedTuple):
    """ending: of the file name. made: scheme and its base units → the file."""

    name: str
    ending: str
    media_type: str
    made: Callable[[Scheme, Ground], bytes]


FORMATS = (
    Format("GeoPackage", ".gpkg", "application/geopackage+sqlite3", lambda scheme, on: to_geopackage(scheme, on.units)),
    Format("Shapefile (ZIP)", ".zip", "application/zip", lambda scheme, on: to_shapefile_zip(scheme, on.units)),
    Format("GeoJSON", ".geojson", "application/geo+json", lambda scheme, on: to_geojson(scheme, on.units)),
    Format(
        "GeoJSON für KomMonitor", "_kommonitor.geojson", "application/geo+json",
        lambda scheme, on: to_kommonitor(scheme, on.units),
    ),
    Format("Zuordnungstabelle (CSV)", ".csv", "text/csv", lambda scheme, on: to_crosswalk_csv(scheme)),
)  # fmt: skip


def offer_files(version: Version, ground: Ground) -> None:
    """One button per format in a popover; a file is made only when asked for."""
    if not len(version.scheme.areas):
        return
    with st.popover("Herunterladen", icon=":material/download:"):
        for each in FORMATS:
            st.download_button(
                each.name, _maker(each, version.scheme, ground), file_name(version.scheme, each.ending), each.media_type,
                on_click="ignore", key=f"download{each.ending}", width="stretch",
            )  # fmt: skip
        st.caption("Jede Datei nennt Kommune, Fassung und Gültigkeit und lässt sich hier wieder als Entwurf einlesen.")


def _maker(chosen: Format, scheme: Scheme, ground: Ground) -> Callable[[], bytes]:
    return lambda: chosen.made(scheme, ground)
