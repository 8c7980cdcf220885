"""All methods: what they are for, their formulas, and an example calculated when somebody asks for it."""

from __future__ import annotations

import streamlit as st

from indicators.catalogue import Indicator
from monitor.worked_examples import Example, worked_example
from texts.methods import GROUPS, MethodText
from ui.try_out import show_try_out
from views.content import Content

READABLE = 1000  # px: longer lines are hard to follow, shorter ones break formulas
TRIED_OUT = "anteil"  # the method with two fields to try it out


def show_methods(shown: Content, indicator: Indicator) -> None:
    """A list of all, then one after the other."""
    st.header("Rechenverfahren", anchor=False)
    st.markdown("\n".join(f"- {group.title}: {' · '.join(map(_link, group.methods))}" for group in GROUPS))
    for group in GROUPS:
        st.header(group.title, anchor=False, divider="gray")
        with st.container(width=READABLE):
            for method in group.methods:
                _show_method(shown, indicator, method)


def _link(method: MethodText) -> str:
    return f"[{method.title}](#{method.key})"


def _show_method(shown: Content, indicator: Indicator, method: MethodText) -> None:
    st.subheader(method.title, anchor=method.key)
    st.markdown(
        f"**{method.answers}**\n\n**Wann es gilt:** {method.used}\n\n**So ist es zu lesen:** {method.reading}\n\n"
        f"**Sonderfälle:** {method.edges}"
    )
    _show_example(shown, indicator, method.key)
    if method.key == TRIED_OUT:
        show_try_out()
    with st.expander("Formel und Quelle", key=f"formula-{method.key}"):
        for line in method.latex:
            st.latex(line)
        st.caption(f"Quelle: {method.source}")


@st.fragment
def _show_example(shown: Content, indicator: Indicator, key: str) -> None:
    """Opened, this part of the page alone runs again: some examples take seconds and nobody waits for them unasked."""
    opened = st.expander("Beispiel aus den geladenen Daten", key=f"example-{key}", on_change="rerun")
    if opened.open:
        with opened, st.spinner("Das Beispiel wird gerechnet …"):
            _show(_example(shown, indicator.id, key))


def _show(example: Example) -> None:
    st.markdown("\n\n".join(example.sentences))
    if example.table is not None:
        st.table(example.table.set_index(example.table.columns[0]))


def _example(shown: Content, indicator: str, key: str) -> Example:
    return _computed(shown.state, indicator, key, shown.release)


# By the state of the files, as everything computed from them.
@st.cache_resource(show_spinner=False, max_entries=300)
def _computed(state: object, indicator: str, key: str, _release: object) -> Example:
    return worked_example(_release, key, indicator)
