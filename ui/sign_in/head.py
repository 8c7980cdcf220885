"""Who is signed in, in the head of a page: sign in, sign out, or choose a role for a demo."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from store.actor import COUNTY, Actor
from texts import sign_in as texts
from ui.sign_in.bodies import Bodies
from ui.sign_in.configured import configured, demo_is_on
from ui.sign_in.current import current_bodies, current_standing
from ui.sign_in.demo import CHOSEN, START, demo_choices
from ui.sign_in.standing import Kind, Standing

STYLE = Path(__file__).with_name("head.css")
BOX = "demo-role-box"
WIDTH = 430  # pixels of what the popover holds
PERSON, NOBODY = ":material/account_circle:", ":material/no_accounts:"


def show_who() -> None:
    """Nothing where there is neither a provider nor a demo: everybody is the public then."""
    provider, demo = configured() is not None, demo_is_on()
    if not provider and not demo:
        return
    st.html(STYLE)
    standing = current_standing()
    with st.container(key="who", width="content"):
        if provider and standing.kind is Kind.SIGNED_OUT:
            st.button(texts.SIGNED_OUT, icon=":material/login:", on_click=st.login)
        else:
            with st.popover(who_words(standing.actor), icon=PERSON), st.container(key="who-choice", width=WIDTH):
                choose_role() if demo else tell_account(standing)


def say_no_role() -> None:
    """A sentence for somebody who has signed in and still sees no more than the public."""
    sign_in, standing = configured(), current_standing()
    if sign_in is not None and standing.kind is Kind.NO_ROLE:
        st.info(texts.no_role_words(sign_in.contact), icon=NOBODY)
    elif standing.kind is Kind.EXPIRED:
        st.info(texts.expired_words(), icon=NOBODY)


def who_words(actor: Actor) -> str:
    """ "Koordination", "Kommune Siegburg", "Sozialamt", "Öffentlichkeit"."""
    home = "" if actor.home == COUNTY else current_bodies().of(actor.role).get(actor.home, actor.home)
    return texts.actor_words(actor.role.value, home, actor.office)


def tell_account(standing: Standing) -> None:
    """As HTML without any meaning: in Markdown a name that is an address would become a link."""
    st.html(f"<p>{escape(texts.signed_in_words(standing.name, who_words(standing.actor)))}</p>")
    st.button(texts.SIGN_OUT, icon=":material/logout:", on_click=st.logout)


def choose_role() -> None:
    """The choice of the demo. It is kept by the callback: a widget alone is forgotten when the page changes."""
    bodies = current_bodies()
    choices = demo_choices(bodies)
    chosen = str(st.session_state.get(CHOSEN, START))
    st.session_state[BOX] = chosen if chosen in choices else START
    words = {name: entry_words(actor, bodies) for name, actor in choices.items()}
    st.selectbox("Rolle", list(words), key=BOX, on_change=keep_choice, format_func=lambda name: words[name])
    st.caption(texts.DEMO)


def keep_choice() -> None:
    st.session_state[CHOSEN] = st.session_state[BOX]


def entry_words(actor: Actor, bodies: Bodies) -> str:
    """ "Kommune – Siegburg"."""
    body = actor.office or ("" if actor.home == COUNTY else actor.home)
    return texts.choice_words(actor.role.value, bodies.of(actor.role).get(body, body))
