"""One indicator: all that is known of its way, the next step, and what was said to it."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from store import reading
from store.kinds import IndicatorStatus, Statement
from texts import participation as texts
from texts.entries import home_words, word
from ui.entries.desk import Desk
from ui.entries.form import offer_new
from ui.participation.handling import offer_handling
from ui.participation.indicator_step import offer_step
from ui.participation.statements import show_one_kind
from ui.participation.ways_table import decision_words, source_words
from ui.plain import paragraphs, plain
from views.participation.indicators import Way

FIELDS = ("name", "purpose", "legal_basis", "source", "indicator")


def show_one(desk: Desk, way: Way) -> None:
    with st.container(border=True, key="one-indicator"):
        st.header(plain(way.name), anchor=False)
        st.html(f'<dl class="terms">{"".join(_terms(desk, way))}</dl>')
        if way.status:
            offer_handling(desk, way.status, _fields(desk), partial(offer_step, desk, way.status))
        elif desk.may("kennzahl entscheiden"):
            _offer_status(desk, way)
    st.header("Stellungnahmen", anchor=False)
    said = reading.entries(desk.store, desk.actor, Statement, indicator=way.id)
    if not said:
        st.markdown(texts.NO_STATEMENT)
    show_one_kind(desk, said)


def _terms(desk: Desk, way: Way) -> list[str]:
    stage = way.status.stage if way.status else None
    told = {
        "Stand": f"{texts.stage_words(stage)}. {texts.STAGES[stage]}",
        "Zweck": way.purpose,
        "Rechtsgrundlage": way.legal_basis,
        "Quelle": source_words(desk, way),
        "Beschluss": "\n".join(decision_words(way)),
    }
    if way.status:
        status = way.status
        told["Beschlossen für"] = word(status.audience) if status.decided_by else "noch nicht beschlossen"
        told["Eingetragen von"] = home_words(status.owner, desk.names)
        told["Dieser Eintrag"] = texts.state_words(status.release_level, status.embargo, desk.store.today())
    return [f"<dt>{term}</dt><dd>{paragraphs(text) if text else escape('–')}</dd>" for term, text in told.items()]


def _fields(desk: Desk) -> tuple[str, ...]:
    """Which indicator of the catalogue it is says who decides: its numbers are hidden until it is in use."""
    return FIELDS if desk.may("kennzahl entscheiden") else tuple(name for name in FIELDS if name != "indicator")


def _offer_status(desk: Desk, way: Way) -> None:
    """The beginning of the way for an indicator of the catalogue, with what the catalogue says of it."""
    assert way.indicator is not None
    st.caption(texts.HIDES)
    first = {"purpose": way.purpose, "legal_basis": way.legal_basis, "source": source_words(desk, way)}
    offer_new(
        desk, IndicatorStatus, ("purpose", "legal_basis", "source"), label=texts.ENTER_STATUS,
        key=f"new-status-{way.id}", first=first, fixed={"indicator": way.indicator.id, "name": way.name},
    )  # fmt: skip
