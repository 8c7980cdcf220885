"""Tables as files, each with what must be said about its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.release import Release
from monitor.writers import csv_bytes, xlsx_bytes
from texts.signs import MEANING, SYMBOL

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def offer_downloads(table: pd.DataFrame, name: str, notes: Sequence[str]) -> None:
    """Two buttons: CSV for German Excel, and XLSX with a sheet of notes. Files are made only when asked for."""
    as_csv, as_xlsx, _ = st.columns([1, 1, 3])
    as_csv.download_button(
        "Als CSV herunterladen", lambda: csv_bytes(table), f"{name}.csv", "text/csv",
        on_click="ignore", key=f"csv-{name}", width="stretch",
    )  # fmt: skip
    as_xlsx.download_button(
        "Als Excel herunterladen", lambda: xlsx_bytes(table, "Werte", list(notes)), f"{name}.xlsx",
        on_click="ignore", key=f"xlsx-{name}", width="stretch",
    )  # fmt: skip


def file_name(release: Release, name: str, municipality: str = "") -> str:
    """A CSV has no room for a notice: a file of invented numbers, and one of a single municipality, says so by its name.

    municipality: its id, "" where the file holds the areas of all of them.
    """
    only = f"_nur_{plain_name(release.hierarchy.names[municipality])}" if municipality else ""
    return f"{'BEISPIEL_' if release.county.invented else ''}{name}{only}"


def plain_name(name: str) -> str:
    """A name as every file system takes it.

    >>> plain_name("Hennef (Sieg)"), plain_name("Königswinter")
    ('Hennef_Sieg', 'Koenigswinter')
    """
    spelled = name.translate(UMLAUTS)
    return re.sub(r"[^A-Za-z0-9]+", "_", spelled).strip("_")


def notes(release: Release, indicators: Sequence[Indicator]) -> list[str]:
    """What a file must say about itself once it has left the app."""
    county = release.county
    about = [f"{each.id} {each.name}: {each.numerator_name} / {each.denominator_name}" for each in indicators]
    signs = sorted({f"{SYMBOL[sign]} {MEANING[sign]}" for sign in Sign if sign is not Sign.SHOWN})
    return [f"{county.name}, Sozialraum-Monitor", *([county.notice] if county.notice else []), *about, *signs,
            *county.attribution]  # fmt: skip
