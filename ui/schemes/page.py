"""The page in the order it is read: choose, draw, check, make valid; below it the versions and their history."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ui.municipality import municipality_of
from ui.schemes.before_after import show_before_after
from ui.schemes.checks import checked
from ui.schemes.choice import choose_version
from ui.schemes.county import show_county
from ui.schemes.discard import offer_discarding
from ui.schemes.downloads import offer_files
from ui.schemes.editor import show_editor, with_changes
from ui.schemes.ground import Ground, can_draw, ground_of
from ui.schemes.history import show_history
from ui.schemes.message import Finding
from ui.schemes.new_draft import offer_draft
from ui.schemes.notes import show_notes
from ui.schemes.rights import may_draw
from ui.schemes.store import Version, store, versions_of
from ui.schemes.validity import offer_validity
from ui.schemes.versions import show_versions
from views.content import Content

STYLE = Path(__file__).with_name("page.css")
NO_UNITS = (
    "Hier lassen sich keine Sozialräume zeichnen: Der Datenordner enthält keine kleineren Gebiete, aus denen sie "
    "zusammengesetzt werden könnten. Die unterste Ebene in county.toml muss dafür „published = false“ haben."
)

ONLY_READ = (
    "Sozialräume zeichnet die Kommune selbst. Mit Ihrer Rolle sehen Sie, was gilt und was gegolten hat; wer zeichnen darf, "
    "steht auf der Seite Beteiligung."
)


def show_page(shown: Content) -> None:
    """Everything below the heading of the page."""
    st.html(STYLE)
    if not can_draw(shown.release):
        st.info(NO_UNITS)
    elif municipality := municipality_of(shown.release):
        _show_municipality(shown, ground_of(shown, municipality))
    else:
        show_county(shown)


def _show_municipality(shown: Content, ground: Ground) -> None:
    versions = versions_of(shown, store(), ground.municipality)
    if not may_draw(ground.municipality):
        _show_to_readers(shown, ground, versions)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="ways"):
        chosen = choose_version(versions)
        version = with_changes(chosen, ground)
        versions = {**versions, version.scheme.version: version}
        findings = checked(shown, version.scheme, ground)
        offer_draft(shown, ground, versions, version)
        _offer_ways(shown, ground, version, findings)
    show_editor(shown, version, ground, findings)
    if len(version.scheme.areas):
        show_before_after(shown, version, versions)
    show_versions(versions)
    show_history(ground, versions)


def _show_to_readers(shown: Content, ground: Ground, versions: dict[int, Version]) -> None:
    """What is or was valid; a draft is seen by those alone who may draw."""
    st.info(ONLY_READ, icon=":material/visibility:")
    valid = {number: version for number, version in versions.items() if not version.is_draft}
    with st.container(horizontal=True, vertical_alignment="center", key="ways"):
        version = choose_version(valid)
        offer_files(version, ground)
        show_notes(ground.municipality)
    if len(version.scheme.areas):
        show_before_after(shown, version, valid)
    show_versions(valid)


def _offer_ways(shown: Content, ground: Ground, version: Version, findings: Sequence[Finding]) -> None:
    if version.is_draft:
        offer_validity(shown, ground, version, findings)
        offer_discarding(ground, version)
    offer_files(version, ground)
    show_notes(ground.municipality)
