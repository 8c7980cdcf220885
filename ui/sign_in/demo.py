"""The role of a demo: chosen without password, kept in the server's session and nowhere else."""

from __future__ import annotations

import streamlit as st

from store.actor import PUBLIC, Actor, Role
from ui.sign_in.bodies import Bodies
from ui.sign_in.standing import acting

CHOSEN = "demo-role"  # in the session; never in a link, a cookie or a file
WITH_BODY = (Role.OFFICE, Role.MUNICIPALITY, Role.POLITICS, Role.ASSOCIATION)
START = Role.PUBLIC.value


def demo_choices(bodies: Bodies) -> dict[str, Actor]:
    """Everything that can be chosen, by a stable name: "koordination", "kommune:05382068"."""
    with_body = {f"{role.value}:{body}": acting(role, body) for role in WITH_BODY for body in bodies.of(role)}
    return {Role.COORDINATION.value: acting(Role.COORDINATION), **with_body, START: PUBLIC}


def chosen_actor(bodies: Bodies) -> Actor:
    """Whom this session has chosen; the public where nobody is, or one who does not exist (any more)."""
    return demo_choices(bodies).get(str(st.session_state.get(CHOSEN, START)), PUBLIC)
