"""The offers on the map of the county's rule: where something is needed, and what is there. A click says where a new one is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from store.kinds import Offer
from ui.entries.desk import Desk
from ui.entries.form import open_form
from ui.map.documents import offer as offer_document
from ui.map.part import Shown
from ui.map.stage import Event, show_stage, view_message
from ui.municipality import municipality_of
from views.steps import attention_map
from views.view import read_attention_view

KEY = "new-offer"
HINT = "Ein Klick auf die Karte öffnet ein neues Angebot an dieser Stelle; mit der Tastatur eines im gewählten Gebiet."


def show_offer_map(desk: Desk, offers: Sequence[Offer], *, pick: bool) -> None:
    """Nothing where the county has no rule. pick: a click begins a new offer."""
    release = desk.shown.release
    chosen = {"kommune": municipality_of(release)}
    view = read_attention_view(release, lambda param: chosen.get(param, ""))
    if view is None:
        return
    found = attention_map(desk.shown, view)
    [drawn] = found.maps
    points = points_of(offers)
    message = view_message(
        [Shown(drawn.layer, found.place, drawn.position, drawn.fixed)],
        years=[str(year) for year in found.years],
        focus=found.municipality,
        places=offer_document(("offers", str(points)), lambda: points) if points else "",
        pick=pick,
    )
    if pick:
        st.caption(HINT)
    event = show_stage(message, key="offer-map", height=460, label="Karte der Angebote")
    if event and event.kind == "area" and event.value and pick:
        open_form(KEY, first_values(event))
        st.rerun()


def points_of(offers: Sequence[Offer]) -> list[list[object]]:
    """Name, latitude, longitude and rank 0: each dot is shown."""
    return [
        [each.name, each.latitude, each.longitude, 0]
        for each in offers
        if each.latitude is not None and each.longitude is not None
    ]


def first_values(event: Event) -> dict[str, object]:
    latitude, longitude = event.point or (None, None)
    return {"areas": [event.value], "latitude": latitude, "longitude": longitude}
