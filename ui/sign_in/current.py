"""Who looks at this page. Nothing in a link and nothing of another session has a say in it."""

from __future__ import annotations

import time

import streamlit as st

from problem import DataError
from store.actor import PUBLIC, Actor
from ui.data import content
from ui.sign_in.bodies import Bodies
from ui.sign_in.configured import configured, demo_is_on
from ui.sign_in.county_bodies import bodies_of
from ui.sign_in.demo import chosen_actor
from ui.sign_in.standing import SIGNED_OUT, Kind, Standing, standing_of


def current_actor() -> Actor:
    """The role of this session: of the provider's token, or chosen in a demo; the public in every other case."""
    return current_standing().actor


def current_standing() -> Standing:
    """The same, with why it is so."""
    sign_in = configured()
    if sign_in is not None:
        return standing_of(st.user.to_dict(), sign_in, current_bodies(), time.time())
    if demo_is_on() and (actor := chosen_actor(current_bodies())) != PUBLIC:
        return Standing(actor, Kind.ROLE)
    return SIGNED_OUT


def current_bodies() -> Bodies:
    """Who can act in the county that is loaded; nobody where it cannot be read."""
    try:
        return bodies_of(content().release)
    except DataError:
        return Bodies()
