"""A new draft in four ways: from another version, empty, from a file with boundaries, from a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from geodata.scheme import Scheme, Status
from monitor.schemes import next_version, settled
from problem import DataError, is_error
from texts.problems import sentence
from ui.choices import select
from ui.lists import show_list
from ui.schemes.changes import plain_name
from ui.schemes.choice import PARAM
from ui.schemes.ground import Ground
from ui.schemes.notes import note
from ui.schemes.sources import Make, from_boundaries, from_nothing, from_table, from_version
from ui.schemes.store import Version, store
from views.content import Content

VERSION, EMPTY, BOUNDARIES, TABLE = "version", "leer", "grenzen", "tabelle"
WAYS = {
    VERSION: "Eine Fassung ändern",
    EMPTY: "Leer beginnen und klicken",
    BOUNDARIES: "Datei mit Grenzen",
    TABLE: "Tabelle",
}
MOST_NAME = 80  # characters
OPEN = "draft-dialog"


def offer_draft(shown: Content, ground: Ground, versions: Mapping[int, Version], version: Version) -> None:
    """A button that opens the four ways. version: the one now looked at."""
    kind = "secondary" if version.is_draft else "primary"
    st.button("Neuer Entwurf …", icon=":material/add:", type=kind, key="new-draft", on_click=_open)
    if st.session_state.get(OPEN):
        _dialog(shown, ground, versions, version)


def _open() -> None:
    """Remembered, because the frame may ask for another run while the dialog is open."""
    st.session_state[OPEN] = True


def _close() -> None:
    st.session_state.pop(OPEN, None)


@st.dialog("Neuer Entwurf", width="large", on_dismiss=_close)
def _dialog(shown: Content, ground: Ground, versions: Mapping[int, Version], version: Version) -> None:
    way = st.radio("Womit beginnen?", list(WAYS), format_func=WAYS.__getitem__, horizontal=True, key="draft-way")
    make = _make(way, shown, ground, versions, version)
    name, office = st.columns(2)
    title = name.text_input("Name", f"Sozialräume {ground.name}", max_chars=MOST_NAME, key="draft-name")
    who = office.text_input("Stelle", ground.name, max_chars=MOST_NAME, key="draft-office",
                            help="Wer die Sozialräume verantwortet, z. B. „Sozialplanung“; kein Personenname.")  # fmt: skip
    if st.button("Entwurf anlegen", type="primary", disabled=make is None, key="draft-make") and make:
        _made(make, ground, versions, plain_name(title), plain_name(who))


def _make(way: str, shown: Content, ground: Ground, versions: Mapping[int, Version], version: Version) -> Make | None:
    if way == VERSION:
        return from_version(versions, version)
    if way == EMPTY:
        return from_nothing(ground)
    return from_boundaries(shown, ground) if way == BOUNDARIES else from_table(ground)


def _made(make: Make, ground: Ground, versions: Mapping[int, Version], name: str, office: str) -> None:
    """Save what was made, or say why there is nothing to save."""
    try:
        made = make()
    except DataError as error:
        _show_faults(error)
        return
    note(ground.municipality, made.problems)
    begun = [each.scheme for each in versions.values() if not each.is_draft]
    save_draft(ground, settled(made.scheme, begun), name or WAYS[EMPTY], office or ground.name, made.what)


def _show_faults(error: DataError) -> None:
    st.error("Daraus lässt sich kein Entwurf machen. Gespeichert wurde nichts.")
    show_list(sentence(problem) for problem in error.problems if is_error(problem))


def save_draft(ground: Ground, scheme: Scheme, name: str, office: str, what: str) -> None:
    """A new version that begins with the areas of `scheme`; the page shows it then."""
    number = next_version(store().schemes(), ground.municipality)
    draft = replace(
        scheme, municipality=ground.municipality, version=number, name=name, status=Status.DRAFT, valid_from=None,
        valid_to=None, author=office, note="",
    )  # fmt: skip
    store().save(draft, office, what, 0)
    _close()
    select(PARAM, str(number))
