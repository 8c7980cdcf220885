"""What a new draft is made of. Each way shows what it needs and returns how the draft is made, or None while it needs more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd
import streamlit as st

from geodata.scheme import CutBy, Scheme, scheme_of_units
from geodata.scheme_from_boundaries import scheme_from_boundaries
from geodata.scheme_import import scheme_of_delivery
from geodata.scheme_upload import Delivery, read_delivery
from monitor.scheme_tables import read_scheme_table
from problem import DataError, Problem
from texts.schemes import CUT_BY, version_words
from ui.data import data_folder
from ui.schemes.changes import plain_name
from ui.schemes.ground import Ground
from ui.schemes.store import Version
from views.content import Content

BOUNDARY_FILES = ["zip", "gpkg", "geojson", "json"]
TABLES = ["csv", "xlsx"]


class Made(NamedTuple):
    """scheme: what the draft begins with. problems: what there is to say about its file. what: for the history."""

    scheme: Scheme
    problems: list[Problem]
    what: str


Make = Callable[[], Made]  # raises DataError


def from_version(versions: Mapping[int, Version], version: Version) -> Make:
    numbers = sorted(versions, reverse=True)
    chosen = st.selectbox(
        "Fassung, die geändert wird", numbers, index=numbers.index(version.scheme.version),
        format_func=lambda each: _name(versions[each].scheme), key="draft-version",
    )  # fmt: skip
    st.caption("Der Entwurf beginnt mit ihren Sozialräumen. Die Fassung selbst bleibt, wie sie ist.")
    return lambda: Made(versions[chosen].scheme, [], f"angelegt aus „{_name(versions[chosen].scheme)}“")


def from_nothing(ground: Ground) -> Make:
    st.caption(
        f"Alle {len(ground.ids)} {ground.nouns[1]} sind am Anfang ohne Sozialraum. Auf der Karte werden sie angeklickt oder "
        "mit Rechteck und Lasso umfahren."
    )
    none = pd.Series(index=pd.Index([], dtype=object), dtype=object)
    empty = scheme_of_units(ground.municipality, 1, "", none, pd.Series(dtype=object))
    return lambda: Made(empty, [], "leer angelegt")


def from_boundaries(shown: Content, ground: Ground) -> Make | None:
    file = st.file_uploader("Shapefile als ZIP, GeoPackage oder GeoJSON", BOUNDARY_FILES, key="draft-boundaries")
    st.caption(
        "Jedes Koordinatensystem geht, wenn die Datei sagt, welches es ist. Ein Attribut mit dem Namen hilft (name)."
    )
    cut_by = st.radio(
        f"{ground.nouns[1]}, durch die eine Grenze geht, teilen", [CutBy.INHABITANTS, CutBy.INHABITED_AREA, CutBy.AREA],
        format_func=lambda each: CUT_BY[each.value], horizontal=True, key="draft-cut",
    )  # fmt: skip
    mend = st.checkbox(
        "Splitter bereinigen", key="draft-mend",
        help=f"Schmale Reste entlang der Grenzen gehören dann ganz zum Nachbarn, statt {ground.nouns[1]} zu teilen.",
    )  # fmt: skip
    if file is None:
        return None

    def make() -> Made:
        delivery, problems = read_delivery(file.getvalue(), file.name, ground.shape, ground.name)
        if delivery is None:
            raise DataError(*problems)
        scheme, found = _as_exported(delivery, file.name, ground)
        if scheme is None:
            lived_in = ground.units.geometry[~ground.units.index.isin(shown.release.uninhabited)]
            scheme, found = scheme_from_boundaries(
                delivery.areas, ground.units, ground.municipality, cut_by=cut_by, inhabited=lived_in, mend_slivers=mend
            )
        return Made(scheme, [*problems, *found], f"angelegt aus der Datei {plain_name(file.name)}")

    return make


def _as_exported(delivery: Delivery, file: str, ground: Ground) -> tuple[Scheme | None, list[Problem]]:
    """What the file says of itself where this app made it, for this municipality. Raises DataError where that is damaged."""
    scheme, problems = scheme_of_delivery(delivery, file)
    if problems:
        raise DataError(*problems)
    return (scheme if scheme is not None and scheme.municipality == ground.municipality else None), []


def from_table(ground: Ground) -> Make | None:
    file = st.file_uploader("Tabelle als CSV oder Excel", TABLES, key="draft-table")
    st.markdown(
        f"Entweder eine Zeile je {ground.nouns[0]} mit den Spalten **einheit** und **sozialraum**, oder ein "
        "Straßenverzeichnis mit **strasse**, **hausnummer_von**, **hausnummer_bis**, **seite** (gerade, ungerade, alle) "
        "und **sozialraum**."
    )
    if file is None:
        return None

    def make() -> Made:
        scheme, problems = read_scheme_table(file.getvalue(), file.name, data_folder(), ground.municipality, ground.ids)
        if scheme is None:
            raise DataError(*problems)
        return Made(scheme, problems, f"angelegt aus der Tabelle {plain_name(file.name)}")

    return make


def _name(scheme: Scheme) -> str:
    return version_words(scheme.version, scheme.name, scheme.status.value)
