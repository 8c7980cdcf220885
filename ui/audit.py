""" "Geheimhaltung prüfen": what an outsider could work out of everything that is shown."""

from __future__ import annotations

import streamlit as st

from monitor.audit import Audit, audit
from monitor.release import Release
from texts.audit import EXPLANATION, figures, verdict
from ui.lists import show_list
from views.content import Content, State

# Everybody reads this page, so it does not point at what could be worked out.
WHERE = (
    "Welche es sind, steht hier nicht, weil diese Seite alle lesen können; es sagt der Befehl "
    "`python -m monitor audit ORDNER`."
)


@st.fragment
def show_audit(shown: Content) -> None:
    """A button, and the result once it has been pressed; worked out once per state of the files."""
    st.markdown(EXPLANATION)
    if not st.button("Geheimhaltung prüfen", icon=":material/shield_lock:", key="audit"):
        return
    found = _audit(shown.state, shown.release)
    if found.recovered:
        st.error(f"{verdict(found)} {WHERE}", icon=":material/error:")
    else:
        st.success(verdict(found), icon=":material/check:")
    show_list(figures(found))


@st.cache_resource(show_spinner="Die Geheimhaltung wird geprüft …", max_entries=2)
def _audit(state: State, _release: Release) -> Audit:
    return audit(_release)
