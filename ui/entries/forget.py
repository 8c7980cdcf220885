"""What is open in this session: forms and questions about conflicts. It goes when somebody else begins to act."""

from __future__ import annotations

import streamlit as st

OPEN = "open-forms"  # key of the form → what was there when it was opened
CONFLICTS = "conflicts"  # key of the form → what both wrote


def forget_forms() -> None:
    for kept in (OPEN, CONFLICTS):
        st.session_state.pop(kept, None)
