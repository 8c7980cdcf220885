"""What every page begins and ends with: its heading, the notice about the sample, the sources."""

from __future__ import annotations

import streamlit as st

from ui.data import Content, content


def open_page(title: str, subtitle: str = "") -> Content:
    """Heading and notice of a page; returns what it may show. Faulty data never get here (see `ui.main`)."""
    shown = content()
    st.title(title, anchor=False)
    if subtitle:
        st.markdown(subtitle)
    show_notice(shown)
    return shown


def open_quiet_page() -> Content:
    """A page whose heading is its own: the meeting. It shows the notice itself."""
    return content()


def show_notice(shown: Content) -> None:
    """That the numbers are invented, where they are."""
    if words := notice_of(shown):
        with st.container(key="notice"):
            st.info(words, icon=":material/info:")


def notice_of(shown: Content) -> str:
    county = shown.release.county
    return (county.notice or "Alle gezeigten Gebiete und Zahlen sind erfunden.") if county.invented else ""


def close_page(shown: Content) -> None:
    """Attribution at the foot of a page."""
    st.divider()
    st.caption(" · ".join(shown.release.county.attribution))
