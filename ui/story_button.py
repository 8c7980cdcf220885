""" "In die Sitzung aufnehmen": the view that is being looked at becomes a step of the meeting."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from monitor.story import MOST_SENTENCE, MOST_TITLE, Step, with_step
from ui.choices import wanted
from ui.map_extras import extras_on
from ui.story import keep, story_of
from views.content import Content


def offer_step(shown: Content, page: str, link: Mapping[str, str], title: str = "") -> None:
    """A button with room for a heading and one sentence. link: the parameters of the view; title: what is suggested."""
    with st.popover("In die Sitzung aufnehmen", icon=":material/co_present:"):
        st.text_input(
            "Überschrift", value=title, max_chars=MOST_TITLE, key="step-title", placeholder="zum Beispiel: Wo?"
        )
        st.text_area("Ein Satz dazu", max_chars=MOST_SENTENCE, key="step-sentence", height=90)
        st.button("Aufnehmen", type="primary", on_click=_add, args=(shown, page, dict(link)), key="add-step")


def _add(shown: Content, page: str, link: dict[str, str]) -> None:
    story, _ = story_of(shown.release)
    title = st.session_state["step-title"].strip() or "Ohne Überschrift"
    longer = with_step(story, Step(page, title, st.session_state["step-sentence"], {**link, **extras_on(wanted)}))
    if len(longer) == len(story):
        st.toast("Die Sitzung ist voll: Bitte zuerst einen Schritt löschen.", icon=":material/error:")
        return
    keep(longer)
    st.toast(f"Aufgenommen als Schritt {len(longer)}. Er steht auf der Seite Sitzung.", icon=":material/check:")
