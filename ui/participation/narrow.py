"""Filters of this page alone, in its link: what is chosen here is no choice of the map."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui.choices import MOST_TEXT, gone_words, here, put


def narrow(label: str, param: str, options: Mapping[str, str], everything: str = "alle") -> str:
    """The chosen id, "" for all. options: id → words. An id of the link that is not there is told."""
    asked, key = here(param), f"narrow-{param}"
    if asked and asked not in options:
        st.warning(gone_words(label, asked, everything), icon=":material/link_off:")
        asked = ""
    words = {"": everything, **options}
    st.session_state[key] = asked
    st.selectbox(label, list(words), key=key, format_func=words.__getitem__, on_change=_to_url, args=(param, key))
    return asked


def narrow_by_words(label: str, param: str) -> str:
    """The text that is searched for."""
    text, key = here(param)[:MOST_TEXT], f"narrow-{param}"
    st.session_state[key] = text
    st.text_input(label, key=key, max_chars=MOST_TEXT, on_change=_to_url, args=(param, key))
    return text


def _to_url(param: str, key: str) -> None:
    put(param, str(st.session_state[key] or ""))
