"""The page without a municipality: who has drawn what, and where to begin."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st

from monitor.schemes import valid_schemes
from texts.schemes import DELIVERED, day_words
from ui.schemes.store import is_discarded, store, versions_of
from views.content import Content

BEGIN = (
    "Jede Kommune zeichnet ihre Sozialräume selbst. Zum Zeichnen oben unter **Meine Kommune** die eigene wählen. "
    "Die Sozialräume des Kreises sind die gültigen aller Kommunen."
)


def show_county(shown: Content) -> None:
    """One row per municipality."""
    st.info(BEGIN, icon=":material/edit_location_alt:")
    kept = store()
    valid = valid_schemes(kept.schemes(), dt.date.today())
    municipalities = shown.release.areas(shown.release.levels[1].id)
    names = shown.release.hierarchy.names
    rows = []
    for municipality in sorted(municipalities, key=lambda each: names[each]):
        versions = versions_of(shown, kept, municipality)
        scheme = valid.get(municipality) or versions[0].scheme
        drafts = sum(each.is_draft and not is_discarded(each) for each in versions.values())
        rows.append(
            {
                shown.release.levels[1].name: names[municipality],
                "Gültig": f"Fassung {scheme.version}: {scheme.name}" if scheme.version else DELIVERED,
                "seit": day_words(scheme.valid_from),
                "Sozialräume": len(scheme.areas),
                "Entwürfe": drafts,
                "Stelle": scheme.author,
            }
        )
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=38 * (len(rows) + 1))
