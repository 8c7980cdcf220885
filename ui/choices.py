"""Shared choices live in the URL: every view is a link, and Back steps through the views.

The URL is the only truth. A widget writes its choice there and reads it from there, by stable ids (Streamlit's own
binding writes labels, which change with the wording). What was chosen on one page goes along to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

REMEMBERED = "choices"  # what was chosen last, for pages opened without it in their URL
GONE = "gone-choices"  # sentences about ids in the link that do not exist (any more)
MOST_TEXT = 80  # characters of a text in a link
AN_ID = re.compile(r"[\w.-]{1,40}")  # what may be repeated to the reader; anything else in a link is not


def choose(
    label: str,
    param: str,
    options: Sequence[str],
    *,
    default: str,
    name: Callable[[str], str] = str,
    widget: Callable[..., Any] = st.selectbox,
    tell: bool = True,
    **more: Any,
) -> str:
    """A widget bound to a URL parameter; returns the chosen id.

    options: stable ids. name: id → what is shown. An id in the URL that does not exist falls back to the default,
    and `say_what_is_gone` tells so; tell=False for choices that go by themselves when another one changes.
    """
    chosen = current(param, options, default)
    if tell:
        _note_what_is_gone(label, st.query_params.get(param), options, name(chosen))
    key = f"choice-{param}"
    st.session_state[key] = chosen
    widget(label, options, key=key, format_func=name, on_change=_to_url, args=(param, key), **more)
    _remember(param, chosen)
    return chosen


def enter(label: str, param: str, **more: Any) -> str:
    """A text field bound to a URL parameter; returns the text. Nothing in it is trusted: the caller checks it."""
    earlier = st.session_state.get(REMEMBERED, {}).get(param, "")
    text = str(st.query_params.get(param, earlier))[:MOST_TEXT]  # an empty text in the URL is a text that was deleted
    key = f"choice-{param}"
    st.session_state[key] = text
    st.text_input(label, key=key, max_chars=MOST_TEXT, on_change=_to_url, args=(param, key), **more)
    _remember(param, text)
    return text


def current(param: str, options: Sequence[str], default: str) -> str:
    """The choice in the URL, else the one made on an earlier page, else the default."""
    for candidate in (st.query_params.get(param), st.session_state.get(REMEMBERED, {}).get(param)):
        if candidate in options:
            return str(candidate)
    return default


def say_what_is_gone() -> None:
    """A sentence for every choice of the link that cannot be shown; call it once the choices have been made."""
    for words in st.session_state.pop(GONE, []):
        st.warning(words, icon=":material/link_off:")


def _note_what_is_gone(label: str, wanted: str | None, options: Sequence[str], shown: str) -> None:
    if not wanted or wanted in options:
        return
    which = f" „{wanted}“" if AN_ID.fullmatch(wanted) else ""
    words = f"{label}{which} gibt es hier nicht. Gezeigt wird: {shown}."
    st.session_state.setdefault(GONE, []).append(words)


def select(param: str, value: str) -> None:
    """Make a choice from outside its widget, for example by a click on the map."""
    _remember(param, value)
    st.rerun()


def clear(param: str) -> None:
    """Forget a choice, as the callback of a button."""
    st.session_state.get(REMEMBERED, {}).pop(param, None)
    st.query_params.pop(param, None)


def _to_url(param: str, key: str) -> None:
    st.query_params[param] = st.session_state[key]


def _remember(param: str, value: str) -> None:
    st.session_state.setdefault(REMEMBERED, {})[param] = value
    if not value:
        if param in st.query_params:
            del st.query_params[param]
    elif st.query_params.get(param) != value:
        st.query_params[param] = value
