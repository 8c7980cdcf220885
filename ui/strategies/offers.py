"""The offers as a table, and the ways to enter them: one by one, or many from a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from store import reading
from store.kinds import Offer
from texts.entries import word
from ui.entries.choose_one import choose_one
from ui.entries.desk import Desk
from ui.entries.form import offer_edit, offer_new
from ui.entries.history_table import offer_history
from ui.entries.release_choice import level_badge, offer_release
from ui.plain import plain
from ui.strategies.cards import area_words
from ui.strategies.offer_map import KEY, show_offer_map
from ui.strategies.offer_upload import offer_upload

FIELDS = ("name", "offer_kind", "provider", "areas", "address", "latitude", "longitude", "since", "until", "note")
HIGHEST = 420  # pixels
NONE = "Für Ihre Rolle ist noch kein Angebot freigegeben."


def show_offers(desk: Desk) -> None:
    offers = sorted(reading.entries(desk.store, desk.actor, Offer), key=lambda each: (each.name.casefold(), each.id))
    can_enter = desk.may("angebot anlegen")
    show_offer_map(desk, offers, pick=can_enter)
    if can_enter:
        offer_new(desk, Offer, FIELDS, label="Angebot eintragen", key=KEY)
    if offers:
        st.dataframe(
            offer_table(desk, offers), hide_index=True, width="stretch", height=min(HIGHEST, 36 * (len(offers) + 1))
        )
    else:
        st.markdown(NONE)
    if can_enter:
        offer_upload(desk)
    _offer_one(desk, [each for each in offers if desk.may("angebot ändern", each)])


def offer_table(desk: Desk, offers: list[Offer]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Name": [each.name for each in offers],
            "Art": [word(each.offer_kind) for each in offers],
            "Träger": [each.provider for each in offers],
            "Gebiete": [area_words(desk, each.areas) for each in offers],
            "Anschrift": [each.address for each in offers],
            "Freigabe": [level_badge(desk, each).removeprefix("Freigabe: ") for each in offers],
        }
    )


def _offer_one(desk: Desk, own: list[Offer]) -> None:
    """Choose one to change it."""
    offer = choose_one("Angebot ändern", own, lambda each: each.name, "change-offer")
    if offer is None:
        return
    st.markdown(f"**{plain(offer.name)}**")
    offer_release(desk, offer)
    offer_edit(desk, offer, FIELDS)
    offer_history(desk, offer, offer)
