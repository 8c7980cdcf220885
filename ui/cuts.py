"""The county as other schemes draw it, with its geometry, for looking at two divisions side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from geodata.publish import publish
from geodata.scheme import Scheme
from monitor.before_after import Side, before_after
from monitor.release import at_cut_of
from ui.data import data_folder
from ui.map import geometry
from views.audience import without_indicators
from views.content import Content, State


def content_at(shown: Content, schemes: Mapping[str, Scheme]) -> Content:
    """schemes: municipality → scheme; the others are as they came with the data. Computed once per release and schemes; what
    was said stays that of this reader."""
    return replace(_content_at(shown.state, _name(schemes), schemes, shown), said=shown.said)


def _name(schemes: Mapping[str, Scheme]) -> str:
    """A name for what the schemes draw."""
    digest = hashlib.blake2b(digest_size=16)
    for municipality, scheme in sorted(schemes.items()):
        digest.update(f"{municipality}{scheme.areas.to_dict()}".encode())
        digest.update(scheme.parts.to_csv(index=False).encode())
    return digest.hexdigest()


def sides_of(before: Content, after: Content, municipality: str, level: str, year: int, rule: str) -> tuple[Side, Side]:
    """Both divisions of a municipality under a rule, see `monitor.before_after`; computed once per pair."""
    return _sides((before.state, after.state), municipality, level, year, rule, before, after)


@st.cache_resource(show_spinner=False, max_entries=20)
def _sides(
    states: tuple[State, State], municipality: str, level: str, year: int, rule: str, _before: Content, _after: Content
) -> tuple[Side, Side]:
    return before_after(_before.release, _after.release, municipality, level, year, rule)


@st.cache_resource(show_spinner="Der andere Zuschnitt wird berechnet …", max_entries=6)
def _content_at(state: State, name: str, _schemes: Mapping[str, Scheme], _shown: Content) -> Content:
    # made of the whole folder: what this reader may not see is taken out again
    release = without_indicators(at_cut_of(_shown.release, data_folder(), _schemes), _shown.without)
    changed = {level.id: publish(release.hierarchy.areas(level.id)) for level in (release.finest,)}
    for published in changed.values():
        geometry.publish(published)
    return _shown.with_release(release, changed, name)
