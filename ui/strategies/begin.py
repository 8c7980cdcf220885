"""Begin a strategy: from nothing, or from a flag with its reasons filled in."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from indicators.attention import Attention
from store.actor import PUBLIC
from store.audience import hidden_indicators
from store.kinds import Strategy
from store.rights import may
from texts.rules import RULE_NAMES
from texts.strategies import because
from ui.entries.desk import Desk, desk_of
from ui.entries.form import offer_new, open_form
from views import options
from views.content import Content
from views.flags import flags_at
from views.strategies.first_reasons import names_that_speak

KEY = "new-strategy"
FIELDS = ("title", "areas", "reasons")
PAGE = Path(__file__).resolve().parents[2] / "pages" / "strategien.py"


def offer_beginning(desk: Desk) -> None:
    """A button and the form; nothing for those who may not."""
    if desk.may("strategie anlegen"):
        offer_new(desk, Strategy, FIELDS, label="Strategie beginnen", key=KEY)


def can_begin(desk: Desk, area: str) -> bool:
    own = desk.store.municipality_of.get(area) == desk.actor.home
    return may("strategie anlegen", desk.actor.role, own)


def open_beginning(desk: Desk, area: str, year: int | None = None) -> None:
    """As the callback of a button: the form with the area and what speaks for its flag."""
    level = desk.shown.release.hierarchy.level_of(area)
    year = year or desk.shown.release.years[-1]
    rule = (options.rules(desk.shown.release) or [""])[0]
    found = flags_at(desk.shown, level, year)
    first: dict[str, object] = {"title": f"{desk.names[area]}: ", "areas": [area]}
    if found is not None and bool(found.table["flagged"].get(area, False)):
        first |= {"reasons": _reasons(desk, level, year, rule, area, found), "flag_rule": rule, "flag_year": year}
    open_form(KEY, first)


def offer_way_to_strategy(shown: Content, area: str, year: int) -> None:
    """On the page Aufmerksamkeit: one click from a flag to its strategy."""
    desk = desk_of(shown)
    if desk is None:
        return
    if can_begin(desk, area) and st.button("Strategie beginnen", icon=":material/flag:", key="to-strategy"):
        open_beginning(desk, area, year)
        st.switch_page(PAGE)


def _reasons(desk: Desk, level: str, year: int, rule: str, area: str, found: Attention) -> str:
    """Fit for everybody, as the strategy may be released for everybody."""
    undecided = hidden_indicators(desk.store, PUBLIC)
    told = names_that_speak(desk.shown, level, year, area, found, undecided)
    return because(RULE_NAMES[rule], year, desk.names[area], told)
