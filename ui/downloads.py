"""Tables as files, each with what must be said about its numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.release import Release
from monitor.writers import csv_bytes, xlsx_bytes
from reports.about import About
from reports.file_names import plain_name
from texts.signs import MEANING, SYMBOL
from ui.media_types import XLSX


class FileOffer(NamedTuple):
    """A file behind a button. made: called only when somebody asks for it; ending: of its name."""

    label: str
    ending: str
    media_type: str
    made: Callable[[], bytes]


def offer_downloads(table: pd.DataFrame, name: str, notes: Sequence[str], more: Sequence[FileOffer] = ()) -> None:
    """A row of buttons: CSV for German Excel, XLSX with a sheet of notes, and further files of the same numbers."""
    offers = (
        FileOffer("Als CSV herunterladen", ".csv", "text/csv", lambda: csv_bytes(table)),
        FileOffer("Als Excel herunterladen", ".xlsx", XLSX, lambda: xlsx_bytes(table, "Werte", list(notes))),
        *more,
    )
    row = st.container(horizontal=True)
    for label, ending, media_type, made in offers:
        row.download_button(label, made, f"{name}{ending}", media_type, on_click="ignore", key=f"{ending[1:]}-{name}")


def about_notes(about: About) -> list[str]:
    """What every report says of itself, for the notes of a file."""
    return [*about.notices, *(f"{heading}: {text}" for heading, text in about.rows)]


def file_name(release: Release, name: str, municipality: str = "") -> str:
    """A CSV has no room for a notice: a file of invented numbers, and one of a single municipality, says so by its name.

    municipality: its id, "" where the file holds the areas of all of them.
    """
    only = f"_nur_{plain_name(release.hierarchy.names[municipality])}" if municipality else ""
    return f"{'BEISPIEL_' if release.county.invented else ''}{name}{only}"


def notes(release: Release, indicators: Sequence[Indicator]) -> list[str]:
    """What a file must say about itself once it has left the app."""
    county = release.county
    about = [f"{each.id} {each.name}: {each.numerator_name} / {each.denominator_name}" for each in indicators]
    signs = sorted({f"{SYMBOL[sign]} {MEANING[sign]}" for sign in Sign if sign is not Sign.SHOWN})
    return [f"{county.name}, Sozialraum-Monitor", *([county.notice] if county.notice else []), *about, *signs,
            *county.attribution]  # fmt: skip
