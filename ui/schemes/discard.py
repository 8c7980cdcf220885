"""Putting a draft away. Nothing is deleted: its states stay in the history and can be taken up again."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from problem import DataError
from texts.problems import sentence
from ui.choices import clear
from ui.schemes.choice import PARAM
from ui.schemes.editor import office_of
from ui.schemes.ground import Ground
from ui.schemes.store import DISCARDED, Version, store


def offer_discarding(ground: Ground, version: Version) -> None:
    with st.popover("Verwerfen", icon=":material/delete:"):
        st.markdown("Der Entwurf verschwindet aus der Liste. Im Verlauf bleibt er und lässt sich von dort zurückholen.")
        if st.button("Entwurf verwerfen", type="primary", key="discard"):
            _discard(ground, version)


def _discard(ground: Ground, version: Version) -> None:
    """An empty state: from now on the draft has no areas, and so no numbers."""
    scheme = version.scheme
    empty = replace(scheme, areas=scheme.areas.iloc[:0], parts=scheme.parts.iloc[:0], shapes=None)
    try:
        store().save(empty, office_of(version, ground), DISCARDED, version.number)
    except DataError as error:
        st.error(" ".join(sentence(problem) for problem in error.problems))
        return
    clear(PARAM)
    st.rerun()
