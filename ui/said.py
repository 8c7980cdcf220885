"""Statements and local knowledge beside the numbers they are about."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from store.kinds import LocalKnowledge
from store.rights import may
from texts.said import HEADING, NONE_KNOWN, ON_INDICATOR, WHOSE, signed
from ui.entries.desk import Desk, desk_of
from ui.entries.form import offer_new
from ui.plain import paragraphs, plain
from views.content import Content
from views.said import Voice


def show_on_indicator(shown: Content, indicator: str) -> None:
    """Folded up under the values of a map; nothing where nobody has said anything."""
    found = shown.said.on_indicator(indicator)
    if not found:
        return
    with st.expander(f"{ON_INDICATOR} ({len(found)})", key="said-on-indicator"):
        _show(found)
        st.caption(WHOSE)
        offer_way_to_say({"kennzahl": indicator})


def show_on_area(shown: Content, area: str, indicators: Sequence[str]) -> None:
    """On a profile: what was said on the area, then on its indicators."""
    own = shown.said.on_area(area)
    others = [voice for each in indicators for voice in shown.said.on_indicator(each)]
    if not own and not others:
        return
    st.header(HEADING, anchor=False)
    _show(own)
    if others:
        with st.expander(f"Stellungnahmen zu den Kennzahlen ({len(others)})", key="said-on-indicators"):
            for voice in others:
                st.markdown(f"**{plain(shown.release.catalogue[voice.indicator].name)}**")
                _show([voice])
    st.caption(WHOSE)
    offer_way_to_say({"gebiet": area})


def known_html(shown: Content, area: str) -> str:
    """Local knowledge of a flagged area, for the list of reasons."""
    found = shown.said.known_of(area)
    told = "".join(f"{paragraphs(each.text)}<p><i>{escape(each.body)}</i></p>" for each in found)
    return f'<div class="note-room"><b>Ortskenntnis.</b> {told or f"<p>{NONE_KNOWN}</p>"}</div>'


def offer_knowledge(shown: Content, area: str, rule: str, year: int) -> None:
    """For the municipality the area lies in: what it knows of the flag."""
    desk = desk_of(shown)
    if desk is None or not may("ortskenntnis anlegen", desk.actor.role, own=_is_at_home(desk, area)):
        return
    offer_new(
        desk, LocalKnowledge, ("text",), label="Ortskenntnis eintragen", key=f"new-knowledge-{area}",
        fixed={"areas": [area], "flag_rule": rule, "flag_year": year},
    )  # fmt: skip


def _is_at_home(desk: Desk, area: str) -> bool:
    return bool(desk.actor.home) and desk.store.municipality_of.get(area) == desk.actor.home


def offer_way_to_say(about: dict[str, str]) -> None:
    """A link to the page where statements are written and answered."""
    st.markdown(f"[Alle Stellungnahmen dazu](beteiligung?{urlencode({'teil': 'stellungnahmen', **about})})")


def _show(voices: Sequence[Voice]) -> None:
    for voice in voices:
        head = escape(signed(voice.kind, voice.body, voice.day))
        st.html(f'<div class="entered voice"><p><b>{head}</b></p>{paragraphs(voice.text)}</div>')
