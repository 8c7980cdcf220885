"""The report to the committee: what goes in, a preview, own words, and the PDF."""

from __future__ import annotations

import streamlit as st

from reports.committee_report import OwnWords, committee_file_name, committee_report
from reports.frame import Options
from store.actor import Role
from store.levels import Level
from texts.steering import DRAFTED, LEVELS, NOT_KEPT
from ui.address import app_address
from ui.choices import choose
from ui.entries.desk import Desk
from ui.handout.button import download
from ui.media_types import PDF
from ui.steering.day_choice import choose_day
from ui.steering.preview import preview_html
from views.audience import narrowed
from views.content import Content
from views.steering.committee import draft, last_report
from views.steering.everything import Everything
from views.steering.readers import undecided

LONGEST = 20_000  # letters of own words


def show_report(desk: Desk, found: Everything) -> None:
    today = desk.store.today()
    with st.container(horizontal=True, key="report-choices"):
        since = choose_day("Beschlüsse und Stellungnahmen seit", "seit", last_report(found, today), today)
        level = _choose_level(desk)
    st.caption(DRAFTED)
    shown = _narrowed(desk.shown, undecided(desk.shown, desk.store, level))
    made = draft(shown, found, level, since, today)
    words = _own_words()
    options = Options(address=app_address(), day=today)
    download(
        "Bericht als PDF", lambda: committee_report(shown, made, words, options),
        f"{committee_file_name(shown.release, made)}.pdf", PDF,
    )  # fmt: skip
    st.header("Vorschau", anchor=False)
    with st.container(border=True, key="report-preview"):
        st.html(preview_html(shown, made, words))


# Kept for the next visit: what has been worked out belongs to one content.
@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Content: lambda shown: hash(shown.state)})
def _narrowed(shown: Content, hidden: frozenset[str]) -> Content:
    return narrowed(shown, hidden)


def _choose_level(desk: Desk) -> Level:
    """The public sees what is public, and has nothing to choose."""
    if desk.actor.role is Role.PUBLIC:
        return Level.PUBLIC
    return Level(
        choose(
            "Enthalten ist", "stufe", [each.value for each in LEVELS], default=Level.COMMITTEES.value,
            name=lambda each: LEVELS[Level(each)], widget=st.radio, horizontal=True,
        )
    )  # fmt: skip


def _own_words() -> OwnWords:
    with st.expander("Einleitung und Schluss schreiben", icon=":material/edit:", key="own-words"):
        introduction = st.text_area("Einleitung", key="report-introduction", max_chars=LONGEST, height=140)
        closing = st.text_area("Schluss", key="report-closing", max_chars=LONGEST, height=140)
        st.caption(NOT_KEPT)
    return OwnWords(str(introduction or ""), str(closing or ""))
