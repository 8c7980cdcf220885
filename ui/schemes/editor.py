"""The map of one version: a draft can be changed, every other version is looked at."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from texts.problems import sentence
from texts.schemes import CUT_BY, count_words
from ui.schemes.draft import Heard, save_changes
from ui.schemes.drawing_map import sent_changes, show_drawing
from ui.schemes.ground import Ground
from ui.schemes.inhabitants import notes_of
from ui.schemes.message import Answer, Finding, drawing_message
from ui.schemes.store import Version, store
from views.content import Content

HEARD = "heard-changes"
ESTIMATED = (
    "Einwohnerzahlen sind hier geschätzt: aus den veröffentlichten Zahlen der heutigen Sozialräume, verteilt nach bewohnter "
    "Fläche. Die genauen Zahlen rechnet der Monitor, sobald die Fassung gilt."
)


def heard() -> Heard:
    """What this session has saved already, kept over reruns."""
    found: Heard = st.session_state.setdefault(HEARD, Heard())
    return found


def office_of(version: Version, ground: Ground) -> str:
    """Who changes a draft: the office that is responsible for it."""
    return version.scheme.author or ground.name


def with_changes(version: Version, ground: Ground) -> Version:
    """The version with everything the frame has sent since the last run, saved."""
    if not version.is_draft:
        return version
    return save_changes(sent_changes(), heard(), version, store(), ground, office_of(version, ground))


def show_editor(shown: Content, version: Version, ground: Ground, findings: Sequence[Finding]) -> None:
    """The frame with map, areas and findings, and above it what kept a change from being saved."""
    known, client = heard(), str(sent_changes().get("client", ""))
    for problem in known.problems:
        st.error(sentence(problem))
    known.problems = []
    message = drawing_message(
        ground,
        version.scheme,
        findings=findings,
        notes=notes_of(shown, version.scheme, ground),
        outlines=shown.geometry[shown.release.levels[1].id],
        steps=version.steps if version.is_draft else None,
        answer=Answer(client, known.last.get(client, 0)),
        hint=_hint(version, ground),
    )
    with st.container(key="drawing"):
        show_drawing(message, label=f"Karte der Sozialräume von {ground.name}")
    st.caption(ESTIMATED)


def _hint(version: Version, ground: Ground) -> str:
    cut = len(version.scheme.cut_units)
    if not cut:
        return "Zum Ändern einen neuen Entwurf anlegen."
    return f"{count_words(cut, ground.nouns)} geteilt {CUT_BY[version.scheme.cut_by.value]} (gestreift)."
