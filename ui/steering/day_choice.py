"""A day bound to the link, as `ui.choices` does it for ids."""

from __future__ import annotations

from datetime import date

import streamlit as st

from ui.choices import here, put


def choose_day(label: str, param: str, default: date, last: date) -> date:
    """The day of the link; `default` where there is none, or none that can be read. last: no later one can be chosen."""
    key = f"choice-{param}"
    st.session_state[key] = min(_day(here(param)) or default, last)
    st.date_input(
        label, key=key, format="DD.MM.YYYY", min_value=date(1950, 1, 1), max_value=last, on_change=_to_url,
        args=(param, key), width=280,
    )  # fmt: skip
    chosen = st.session_state[key]
    return chosen if isinstance(chosen, date) else default


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= 1950 else None


def _to_url(param: str, key: str) -> None:
    chosen = st.session_state[key]
    put(param, chosen.isoformat() if isinstance(chosen, date) else "")
