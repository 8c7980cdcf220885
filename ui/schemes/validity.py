"""Making a draft the municipality's valid division; only one without errors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from monitor.scheme_publish import make_valid
from problem import DataError
from texts.problems import sentence
from ui.data import data_folder
from ui.schemes.changes import plain_name
from ui.schemes.editor import office_of
from ui.schemes.ground import Ground
from ui.schemes.message import Finding
from ui.schemes.rights import demand_drawing
from ui.schemes.store import Version
from views.content import Content

MOST_NOTE = 500  # characters
FIRST_DAY = dt.date(1990, 1, 1)


def offer_validity(shown: Content, ground: Ground, version: Version, findings: Sequence[Finding]) -> None:
    """A form in a popover. Errors are counted here; where they are, the list beside the map says."""
    errors = sum(each.is_error for each in findings)
    with st.popover("Gültig machen …", icon=":material/verified:", type="secondary" if errors else "primary"):
        if errors:
            st.warning(
                f"Noch {errors} Fehler. Der Entwurf ist gespeichert; gültig wird er erst ohne Fehler. "
                "Sie stehen rechts neben der Karte."
            )
            return
        _form(shown, ground, version)


def _form(shown: Content, ground: Ground, version: Version) -> None:
    with st.form("make-valid", border=False):
        name = st.text_input("Name", version.scheme.name, max_chars=80)
        day = st.date_input("Gültig ab", dt.date.today(), format="DD.MM.YYYY", min_value=FIRST_DAY)
        office = st.text_input(
            "Stelle", office_of(version, ground), max_chars=80, help="Wer die Sozialräume verantwortet."
        )
        note = st.text_input("Anmerkung", version.scheme.note, max_chars=MOST_NOTE, placeholder="z. B. Beschluss vom …")
        if st.form_submit_button("Gültig machen", type="primary"):
            _make_valid(shown, version, plain_name(name), day, plain_name(office), note)


def _make_valid(shown: Content, version: Version, name: str, day: dt.date, office: str, note: str) -> None:
    if not (name and office):
        st.error("Bitte Name und Stelle angeben.")
        return
    scheme = replace(version.scheme, name=name)
    try:
        with st.spinner(
            "Alle Zahlen werden für den neuen Zuschnitt berechnet und gemeinsam mit den bisherigen geschützt …"
        ):
            demand_drawing(scheme.municipality)
            make_valid(data_folder(), scheme, day, office, note, version.number)
    except DataError as error:
        st.error(" ".join(sentence(problem) for problem in error.problems))
        return
    st.rerun()
