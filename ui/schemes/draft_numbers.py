"""Numbers for a draft: what they cost, the button for them, or why there are none yet."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from geodata.scheme import Scheme, Status
from monitor.scheme_publish import give_numbers, holds_numbers
from problem import DataError, Problem
from texts.problems import sentence
from ui.data import data_folder
from ui.schemes.ground import Ground
from ui.schemes.rights import demand_drawing, may_draw
from ui.schemes.store import Version
from views.content import Content

NO_NUMBERS = (
    "Dieser Entwurf hat noch keine Zahlen. Sie werden gemeinsam mit allem geschützt, was schon veröffentlicht ist; das dauert "
    "einige Sekunden. Je Kommune hat nur ein Entwurf Zahlen. "
    "Was einmal gezeigt wurde, gilt als bekannt: Mit jedem weiteren Entwurf wird mehr geheim."
)

ONLY_DRAWERS = "Zu diesem Zuschnitt gibt es noch keine Zahlen."


def has_numbers(shown: Content, scheme: Scheme, versions: Iterable[Version], ground: Ground) -> bool:
    """Whether there is something to compare. versions: all of the municipality."""
    if scheme.status is Status.DRAFT and hindrance(scheme, ground):
        return False
    published = [each.scheme for each in versions if each.scheme.status is not Status.DRAFT]
    return holds_numbers(shown.release, scheme, published)


def hindrance(draft: Scheme, ground: Ground) -> Problem | None:
    """Why a draft cannot have numbers yet; the same as `monitor.scheme_publish.ready_for_numbers` would say."""
    if draft.cut_units:
        return Problem("scheme_draft_cut", areas=[ground.name], facts={"units": ", ".join(draft.cut_units[:5])})
    if left := draft.units_left(ground.ids):
        return Problem("scheme_draft_unfinished", areas=[ground.name], facts={"count": len(left)})
    return None


def offer_numbers(version: Version, ground: Ground) -> None:
    if not may_draw(version.scheme.municipality):
        st.caption(ONLY_DRAWERS)
        return
    if problem := hindrance(version.scheme, ground):
        st.caption(sentence(problem))
        return
    st.markdown(NO_NUMBERS)
    if st.button("Zahlen für diesen Entwurf berechnen", icon=":material/calculate:", key="draft-numbers"):
        try:
            with st.spinner("Die Zahlen des Entwurfs werden berechnet und geschützt …"):
                demand_drawing(version.scheme.municipality)
                give_numbers(data_folder(), version.scheme)
        except DataError as error:
            st.error(" ".join(sentence(problem) for problem in error.problems))
            return
        st.rerun()
