"""The page in the order it is read: the county at a glance, the strategies, one of them, burdens beside offers."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.choices import choose
from ui.entries.desk import Desk, desk_or_words
from ui.municipality import municipality_of
from ui.strategies.begin import offer_beginning
from ui.strategies.burdens import show_burdens
from ui.strategies.cards import show_cards
from ui.strategies.choice import chosen_record, offer_way_back
from ui.strategies.offers import show_offers
from ui.strategies.one import show_one
from ui.strategies.sums import show_sums
from views.content import Content
from views.strategies.cover import covered
from views.strategies.record import Record, records

STYLE = Path(__file__).with_name("page.css")
VIEWS = {"strategien": "Strategien", "gegenueber": "Belastungen und Angebote", "angebote": "Angebote"}


def show_page(shown: Content) -> None:
    """Everything below the heading of the page."""
    st.html(STYLE)
    desk = desk_or_words(shown)
    if desk is None:
        return
    found = records(desk.store, desk.actor)
    if (one := chosen_record(found)) is not None:
        offer_way_back()
        show_one(desk, one)
    else:
        _show_all(desk, found)


def _show_all(desk: Desk, found: list[Record]) -> None:
    view = choose(
        "Ansicht", "teil", list(VIEWS), default="strategien", name=VIEWS.__getitem__, widget=st.radio, horizontal=True,
        label_visibility="collapsed",
    )  # fmt: skip
    own = _of_municipality(desk, found)
    if view == "gegenueber":
        show_burdens(desk, found)
    elif view == "angebote":
        show_offers(desk)
    else:
        show_sums(desk, own)
        offer_beginning(desk)
        show_cards(desk, own)


def _of_municipality(desk: Desk, found: list[Record]) -> list[Record]:
    """Those that touch the chosen municipality; all where none is chosen."""
    release, municipality = desk.shown.release, municipality_of(desk.shown.release)
    if not municipality:
        return found
    level = release.finest.id
    inside = covered(desk.shown, level, [municipality])
    return [each for each in found if inside & covered(desk.shown, level, each.strategy.areas)]
