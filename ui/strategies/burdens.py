"""Burdens and offers side by side, one row per area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from html import escape

import streamlit as st

from store import reading
from store.kinds import Offer
from texts.attention import NO_RULE
from texts.entries import word
from ui.choices import choose
from ui.entries.desk import Desk
from ui.municipality import municipality_of
from ui.strategies.offer_map import show_offer_map
from views.flags import flags_at
from views.strategies.burdens import Side, sides_of
from views.strategies.record import Record

ROOM = {"auffaellig": "nur auffällige", "alle": "alle"}
NO_BURDEN, NOT_JUDGED, NONE_ENTERED = "keine", "nicht bewertet", "keine eingetragen"
NOTHING = "Hier fällt nach der Regel des Kreises nichts auf."
EXPLAINED = (
    "Belastungen: Kennzahlen, die nach der Regel des Kreises für eine Auffälligkeit sprechen, stärkste zuerst; „nicht "
    "bewertet“, wo zu wenige Menschen leben oder zu viele Zahlen geheim sind. Angebote: was eingetragen und für Ihre Rolle "
    "freigegeben ist; dass nichts eingetragen ist, heißt nicht, dass es nichts gibt."
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
    if not any(side.judged for side in sides):
        st.markdown(NO_RULE)
    shown = [side for side in sides if side.flagged or not side.judged or which == "alle"]
    show_offer_map(desk, offers, pick=False)
    st.caption(EXPLAINED)
    if shown:
        st.html(table_html(shown, level.name, not_judged(desk, level.id, year)))
    else:
        st.markdown(NOTHING)


def not_judged(desk: Desk, level: str, year: int) -> frozenset[str]:
    """Areas of which the rule says nothing, as too few people live there or too much is hidden."""
    found = flags_at(desk.shown, level, year)
    return frozenset() if found is None else frozenset(found.table.index[~found.table["evaluated"].astype(bool)])


def table_html(sides: Sequence[Side], heading: str, unknown: Container[str] = ()) -> str:
    """unknown: areas the rule has not judged."""
    heads = "".join(
        f'<th scope="col">{escape(head)}</th>' for head in (heading, "Belastungen", "Angebote", "Strategien")
    )
    rows = "".join(
        f'<tr><th scope="row">{_name(side)}</th><td>{_burdens(side, unknown)}</td><td>{_offers(side)}</td>'
        f"<td>{_list(side.strategies, NONE_ENTERED)}</td></tr>"
        for side in sides
    )
    return f'<table class="sides"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _name(side: Side) -> str:
    flag = '<br><span class="flag">▲ auffällig</span>' if side.flagged else ""
    return f"{escape(side.name)}{flag}"


def _burdens(side: Side, unknown: Container[str]) -> str:
    """That nothing speaks for a flag can be said only of an area that the rule has judged."""
    is_judged = side.judged and side.area not in unknown
    return _list(side.burdens, NO_BURDEN if is_judged else NOT_JUDGED)


def _offers(side: Side) -> str:
    own = [f"{each.name} ({word(each.offer_kind)})" for each in side.own]
    kinds = Counter(word(each.offer_kind) for each in side.above)
    above = ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items()))
    more = (
        f'<p class="meta">Für {escape(side.municipality or "den ganzen Kreis")}: {escape(above)}</p>' if above else ""
    )
    return (_list(own, NONE_ENTERED) if own or not more else "") + more


def _list(words: Sequence[str], none: str) -> str:
    """none: what stands there where there is nothing."""
    if not words:
        return f'<span class="none">{escape(none)}</span>'
    return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in words)}</ul>"
