"""What is open in a session belongs to the one who has opened it."""

from __future__ import annotations

import streamlit as st

from ui.sign_in.current import current_actor
from ui.sign_in.demo import CHOSEN

WHO = "session-actor"
STAYS = (CHOSEN, WHO, "demo-role-box", "choices")  # the choice of the role itself, and what is looked at
STAYS_BY_NAME = ("choice-",)
STAYS_BY_END = ("-event",)  # which event of a frame was the last: without it, the frame would tell it again


def forget_others() -> None:
    """Before a page begins: where another role acts now than in the run before, forms, typed texts and files of that one go.
    It may have ended by itself, as a sign-in does."""
    actor = current_actor()
    if st.session_state.get(WHO, actor) != actor:
        for name in list(st.session_state):
            if not _stays(str(name)):
                del st.session_state[name]
    st.session_state[WHO] = actor


def _stays(name: str) -> bool:
    return name in STAYS or name.startswith(STAYS_BY_NAME) or name.endswith(STAYS_BY_END)
