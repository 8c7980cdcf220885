"""What stands above a rule's result: the procedure and who decided it, or that this is not what was decided."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from indicators.attention import Attention
from monitor.attention import is_decided, rule_of
from monitor.release import Release
from texts.attention import BACK, ONLY_COMPARED, WHAT_IF, decided_words
from texts.rules import RULE_NAMES, rule_sentence, rule_short
from ui.choices import clear
from ui.what_if_panel import forget_what_if
from views.content import Content
from views.rules import rule_result
from views.view import AttentionView, areas_in
from views.what_if_words import changes_in_words

LISTED = 40  # names of one kind
EFFECTS = ("Kommen hinzu", "Fallen weg", "Bleiben")


def show_standing(shown: Content, view: AttentionView, found: Attention) -> None:
    """The decided procedure in one line, in full when opened; anything else is marked, with the way back."""
    release, spec = shown.release, shown.release.county.attention
    if is_decided(release, view.applied):
        line = decided_words(spec.rule, rule_short(found.rule), spec.decided_by, spec.decided_on, spec.version)
        with st.expander(line, icon=":material/gavel:"):
            st.markdown(rule_words(release, view))
        return
    with st.container(border=True, key="not-decided"):
        words, in_full, way_back = st.columns([4.2, 0.85, 1.75], vertical_alignment="center")
        words.markdown(f"**{ONLY_COMPARED if view.what_if is None else WHAT_IF}.** {_what(shown.release, view, found)}")
        way_back.button(BACK, icon=":material/undo:", type="primary", on_click=_back, key="decided", width="stretch")
        with in_full.popover("Wortlaut", width="stretch"):
            st.markdown(rule_words(release, view))
        if view.what_if is not None:
            _show_effect(shown, view, found)


def rule_words(release: Release, view: AttentionView) -> str:
    """The applied rule as a complete sentence."""
    names = {indicator.id: indicator.name for indicator in release.catalogue.values()}
    return rule_sentence(rule_of(release, view.applied), names, release.county.protection.minimum_inhabitants)


def effect(shown: Content, view: AttentionView, found: Attention) -> dict[str, list[str]]:
    """Ids of the areas that enter, leave and stay against the decided procedure, each in the order of their strength."""
    decided = rule_result(shown, view.level, view.year, shown.release.county.attention.rule)
    here = areas_in(shown.release, view.level, view.municipality)
    now, before = (_flagged(each, here) for each in (found, decided))
    kinds = (
        now.difference(before, sort=False),
        before.difference(now, sort=False),
        now.intersection(before, sort=False),
    )
    return {name: [str(area) for area in areas] for name, areas in zip(EFFECTS, kinds, strict=True)}


def _what(release: Release, view: AttentionView, found: Attention) -> str:
    if view.what_if is None:
        return f"{RULE_NAMES[view.rule]}: {rule_short(found.rule)}."
    names = {indicator.id: indicator.name for indicator in release.catalogue.values()}
    return f"{RULE_NAMES[view.rule]}, geändert: {changes_in_words(view.what_if, rule_of(release, view.rule), names)}."


def _flagged(found: Attention, areas: pd.Index) -> pd.Index:
    flagged = found.worst_first().index
    return flagged[flagged.isin(areas)]


def _back() -> None:
    forget_what_if()
    clear("regel")


def _show_effect(shown: Content, view: AttentionView, found: Attention) -> None:
    names = shown.release.hierarchy.names
    groups = effect(shown, view, found)
    heads = "".join(f'<th scope="col">{name} <b>{len(areas)}</b></th>' for name, areas in groups.items())
    cells = "".join(f"<td>{escape(_listed([str(names[area]) for area in areas]))}</td>" for areas in groups.values())
    st.html(
        f'<table class="effect"><caption>Gegenüber dem Verfahren des Kreises {view.year}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
    )


def _listed(names: list[str]) -> str:
    if not names:
        return "–"
    more = f" und {len(names) - LISTED} weitere" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more
