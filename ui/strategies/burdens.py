"""Burdens and offers side by side, one row per area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

import streamlit as st

from store import reading
from store.kinds import Offer
from texts.entries import word
from ui.choices import choose
from ui.entries.desk import Desk
from ui.municipality import municipality_of
from ui.strategies.offer_map import show_offer_map
from views.strategies.burdens import Side, sides_of
from views.strategies.record import Record

ROOM = {"auffaellig": "nur auffällige", "alle": "alle"}
NOTHING = "Hier fällt nach der Regel des Kreises nichts auf."
EXPLAINED = (
    "Belastungen: Kennzahlen, die nach der Regel des Kreises für eine Auffälligkeit sprechen, stärkste zuerst. Angebote: was "
    "eingetragen und für Ihre Rolle freigegeben ist; dass nichts eingetragen ist, heißt nicht, dass es nichts gibt."
)


def show_burdens(desk: Desk, found: list[Record]) -> None:
    release = desk.shown.release
    level, year = release.finest, release.years[-1]
    which = choose(
        level.plural,
        "welche",
        list(ROOM),
        default="auffaellig",
        name=ROOM.__getitem__,
        widget=st.radio,
        horizontal=True,
    )
    offers = reading.entries(desk.store, desk.actor, Offer)
    sides = sides_of(desk.shown, level.id, year, municipality_of(release), offers, found, desk.store.today())
    shown = [side for side in sides if side.flagged or which == "alle"]
    show_offer_map(desk, offers, pick=False)
    st.caption(EXPLAINED)
    if shown:
        st.html(table_html(shown, level.name))
    else:
        st.markdown(NOTHING)


def table_html(sides: Sequence[Side], heading: str) -> str:
    heads = "".join(
        f'<th scope="col">{escape(head)}</th>' for head in (heading, "Belastungen", "Angebote", "Strategien")
    )
    rows = "".join(
        f'<tr><th scope="row">{_name(side)}</th><td>{_list(side.burdens)}</td><td>{_offers(side)}</td>'
        f"<td>{_list(side.strategies)}</td></tr>"
        for side in sides
    )
    return f'<table class="sides"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _name(side: Side) -> str:
    flag = '<br><span class="flag">▲ auffällig</span>' if side.flagged else ""
    return f"{escape(side.name)}{flag}"


def _offers(side: Side) -> str:
    own = [f"{each.name} ({word(each.offer_kind)})" for each in side.own]
    kinds = Counter(word(each.offer_kind) for each in side.above)
    above = ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items()))
    more = (
        f'<p class="meta">Für {escape(side.municipality or "den ganzen Kreis")}: {escape(above)}</p>' if above else ""
    )
    return (_list(own) if own or not more else "") + more


def _list(words: Sequence[str]) -> str:
    if not words:
        return '<span class="none">keine eingetragen</span>'
    return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in words)}</ul>"
