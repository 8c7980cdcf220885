"""What this reader may see of the county: asked anew with every visit, before anything is shown."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from problem import DataError, Problem
from store.audience import hidden_indicators
from store.store import StoreUnavailableError
from ui.entries.desk import Desk, is_begun, open_desk
from views.audience import narrowed
from views.content import Content
from views.said import said_to


def for_reader(shown: Content) -> Content:
    """The content without what was not decided for this reader, with what was said to them.

    Raises DataError where the store cannot say so: nothing is shown then that might not be meant for this reader.
    """
    if not is_begun():
        return shown  # nobody has entered anything yet
    try:
        desk: Desk = open_desk(shown)
        hidden = hidden_indicators(desk.store, desk.actor)
        said = said_to(desk.store, desk.actor, desk.names)
    except (StoreUnavailableError, OSError) as error:
        raise DataError(Problem("store_unavailable")) from error
    return replace(_narrowed(shown, hidden) if hidden else shown, said=said)


# One for every circle of readers, not for every reader; told apart by the state of the files and what is left out.
@st.cache_resource(show_spinner=False, max_entries=6, hash_funcs={Content: lambda shown: hash(shown.state)})
def _narrowed(shown: Content, hidden: frozenset[str]) -> Content:
    return narrowed(shown, hidden)
