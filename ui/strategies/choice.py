"""Which strategy is looked at: its id in the link. A link shows nothing to who may not read it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui.choices import here, put
from ui.entries.attempt import MISSING
from views.strategies.record import Record

PARAM = "strategie"


def chosen_record(found: Sequence[Record]) -> Record | None:
    """The strategy of the link, None for none; where there is none for this reader, the page says so."""
    asked = here(PARAM)
    if not asked:
        return None
    record = next((each for each in found if each.strategy.id == asked), None)
    if record is None:
        st.warning(MISSING)
    return record


def open_strategy(strategy_id: str) -> None:
    """As the callback of a button."""
    put(PARAM, strategy_id)


def offer_way_back() -> None:
    st.button("Alle Strategien", icon=":material/arrow_back:", key="all-strategies", on_click=put, args=(PARAM, ""))
