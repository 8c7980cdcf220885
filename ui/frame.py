"""What every page begins and ends with: its heading, the notice about the sample, the sources."""

from __future__ import annotations

import streamlit as st

from ui.data import Content, content


def open_page(title: str, subtitle: str = "") -> Content:
    """Heading and notice of a page; returns what it may show. Faulty data never get here (see `ui.main`)."""
    shown = content()
    county = shown.release.county
    st.title(title, anchor=False)
    if subtitle:
        st.markdown(subtitle)
    if county.invented:
        st.info(county.notice or "Alle gezeigten Gebiete und Zahlen sind erfunden.", icon=":material/info:")
    return shown


def close_page(shown: Content) -> None:
    """Attribution at the foot of a page."""
    st.divider()
    st.caption(" · ".join(shown.release.county.attribution))
