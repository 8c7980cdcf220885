"""What every page begins and ends with: its heading, the municipality, the notice about the sample, the sources."""

from __future__ import annotations

import streamlit as st

from texts.overview import NO_INDICATOR
from ui.audience import for_reader
from ui.choices import say_what_is_gone
from ui.data import content
from ui.entries.attempt import say_what_is_done
from ui.entries.left_over import show_left_over
from ui.municipality import choose_municipality
from ui.sign_in.head import say_no_role, show_who
from views.content import Content


def open_page(title: str, subtitle: str = "", *, of_indicators: bool = False) -> Content:
    """Heading, choice of the municipality and notice of a page; returns what it may show. Faulty data never get here (see
    `ui.main`).

    of_indicators: the page is about nothing else; it ends here where none was decided for the reader.
    """
    shown = for_reader(content())
    with st.container(horizontal=True, vertical_alignment="center", key="page-head"):
        st.title(title, anchor=False)
        choose_municipality(shown.release)
        show_who()
    if subtitle:
        st.markdown(subtitle)
    show_notice(shown)
    say_no_role()
    say_what_is_done()
    show_left_over(shown)
    if of_indicators and not shown.release.catalogue:
        st.info(NO_INDICATOR, icon=":material/pending_actions:")
        close_page(shown)
        st.stop()
    say_what_is_gone()
    return shown


def open_quiet_page() -> Content:
    """A page whose heading is its own: the meeting. It shows the notice itself, and the municipality where it has room."""
    return for_reader(content())


def close_quiet_page(shown: Content) -> None:
    """The choice of the municipality where the heading has no room for it, and the foot of the page."""
    with st.container(key="quiet-municipality"):
        choose_municipality(shown.release)
        show_who()
        st.caption(
            "Die Schritte zeigen, was in ihnen aufgenommen ist. Die Wahl gilt auf den anderen Seiten und für neue Schritte."
        )
    say_no_role()
    say_what_is_gone()
    close_page(shown)


def show_notice(shown: Content) -> None:
    """That the numbers are invented, where they are."""
    if words := notice_of(shown):
        with st.container(key="notice"):
            st.info(words, icon=":material/info:")


def notice_of(shown: Content) -> str:
    county = shown.release.county
    return (county.notice or "Alle gezeigten Gebiete und Zahlen sind erfunden.") if county.invented else ""


def name_of(shown: Content, area: str) -> str:
    """Name of an area, "" for none."""
    return shown.release.hierarchy.names[area] if area else ""


def close_page(shown: Content) -> None:
    """Attribution at the foot of a page."""
    st.divider()
    st.caption(" · ".join(shown.release.county.attribution))
