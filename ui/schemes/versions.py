"""All versions of a municipality as a table."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from texts.schemes import DELIVERED, STATUS, day_words
from ui.schemes.store import Version


def show_versions(versions: Mapping[int, Version]) -> None:
    """The latest first; what came with the data is the last."""
    st.header("Fassungen", anchor=False)
    rows = [_row(versions[number]) for number in sorted(versions, reverse=True)]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")


def _row(version: Version) -> dict[str, object]:
    scheme = version.scheme
    return {
        "Fassung": str(scheme.version or "–"),
        "Name": scheme.name if scheme.version else DELIVERED,
        "Status": STATUS[scheme.status.value],
        "Gültig ab": day_words(scheme.valid_from),
        "Gültig bis": day_words(scheme.valid_to),
        "Sozialräume": len(scheme.areas),
        "Stelle": scheme.author,
        "Anmerkung": scheme.note,
    }
