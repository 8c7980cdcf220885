"""Shared choices live in the URL: every view is a link, and Back steps through the views.

The URL is the only truth. A widget writes its choice there and reads it from there, by stable ids (Streamlit's own
binding writes labels, which change with the wording). What was chosen on one page goes along to the next. What nobody
has chosen is written into the link by the frame, without a step for Back (`ui.map.stage`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from views.wanted import is_on, known

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
    chosen = known(wanted, param, options, default)
    if tell:
        _note_what_is_gone(label, st.query_params.get(param), options, name(chosen))
    key = f"choice-{param}"
    st.session_state[key] = chosen
    widget(label, options, key=key, format_func=name, on_change=_to_url, args=(param, key), **more)
    _remember(param, chosen)
    return chosen


def enter(label: str, param: str, **more: Any) -> str:
    """A text field bound to a URL parameter; returns the text. Nothing in it is trusted: the caller checks it."""
    text = wanted(param)[:MOST_TEXT]
    key = f"choice-{param}"
    st.session_state[key] = text
    st.text_input(label, key=key, max_chars=MOST_TEXT, on_change=_to_url, args=(param, key), **more)
    _remember(param, text)
    return text


class _Wanted:
    """What the URL says, else what was chosen on an earlier page. An empty text in the URL is one that was deleted."""

    def __call__(self, param: str) -> str:
        return str(st.query_params.get(param, self.earlier(param)))

    def earlier(self, param: str) -> str:
        return str(st.session_state.get(REMEMBERED, {}).get(param, ""))


wanted = _Wanted()


def say_what_is_gone() -> None:
    """A sentence for every choice of the link that cannot be shown; call it once the choices have been made."""
    for words in st.session_state.pop(GONE, []):
        st.warning(words, icon=":material/link_off:")


def _note_what_is_gone(label: str, asked: str | None, options: Sequence[str], shown: str) -> None:
    if asked and asked not in options:
        note_gone(label, asked, shown)


def note_gone(label: str, asked: str, shown: str) -> None:
    """Something of the link that cannot be shown, for `say_what_is_gone`."""
    st.session_state.setdefault(GONE, []).append(gone_words(label, asked, shown))


def gone_words(label: str, asked: str, shown: str) -> str:
    which = f" „{asked}“" if AN_ID.fullmatch(asked) else ""
    return f"{label}{which} gibt es hier nicht. Gezeigt wird: {shown}."


def here(param: str) -> str:
    """What the URL of this page says, whatever was chosen elsewhere."""
    return str(st.query_params.get(param, ""))


def put(param: str, value: str) -> None:
    """Write into the URL what goes along to no other page; "" takes it away. A step for Back."""
    if value:
        st.query_params[param] = value
    else:
        st.query_params.pop(param, None)


def select(param: str, value: str) -> None:
    """Make a choice from outside its widget, for example by a click on the map."""
    _write(param, value)
    st.rerun()


def clear(*params: str) -> None:
    """Forget choices, as the callback of a button."""
    for param in params:
        st.session_state.get(REMEMBERED, {}).pop(param, None)
        st.query_params.pop(param, None)


def _to_url(param: str, key: str) -> None:
    _write(param, str(st.session_state[key]))


def _remember(param: str, value: str) -> None:
    """Keep a choice for the next page; a link that says something else is mended."""
    st.session_state.setdefault(REMEMBERED, {})[param] = value
    if param in st.query_params and st.query_params[param] != value:
        _write(param, value)


def _write(param: str, value: str) -> None:
    """Put a choice into the URL: a step for Back."""
    st.session_state.setdefault(REMEMBERED, {})[param] = value
    put(param, value)


def switch(label: str, param: str, **more: Any) -> bool:
    """An on/off switch bound to a URL parameter, off where the link does not say "1"."""
    key = f"choice-{param}"
    st.session_state[key] = is_on(wanted, param)
    st.toggle(label, key=key, on_change=_switch_to_url, args=(param, key), **more)
    _remember(param, "1" if st.session_state[key] else "")
    return bool(st.session_state[key])


def _switch_to_url(param: str, key: str) -> None:
    _write(param, "1" if st.session_state[key] else "")
