"""The story of the meeting: from the link, else from this visit, else as the county has prepared it."""

from __future__ import annotations

import streamlit as st

from monitor.default_story import default_story
from monitor.release import Release
from monitor.story import Story, story_from_link, story_to_link
from problem import DataError, Problem
from ui.choices import wanted

KEPT = "story"  # what this visit has made of the story, and the link it was read from
LINK = "geschichte"
STEP = "schritt"


def story_of(release: Release) -> tuple[Story, list[Problem]]:
    """The story and what is wrong with the one in the link, which is then not used."""
    kept = st.session_state.get(KEPT)
    link = str(st.query_params.get(LINK, ""))
    if link and (kept is None or kept[0] != link):
        try:
            kept = (link, story_from_link(link))
        except DataError as error:
            return _prepared(release) if kept is None else kept[1], error.problems
        st.session_state[KEPT] = kept
    return (kept[1] if kept is not None else _prepared(release)), []


def story_now(shown: Story) -> Story:
    """The story of this visit, which may already be further than the one a page shows."""
    kept = st.session_state.get(KEPT)
    return kept[1] if kept is not None else shown


def keep(story: Story) -> None:
    """From now on this is the story of the visit, and no longer the one in the link."""
    st.session_state[KEPT] = (story_to_link(story) or "", story)
    st.query_params.pop(LINK, None)


def forget() -> None:
    """Back to what the county has prepared, as the callback of a button."""
    st.session_state.pop(KEPT, None)
    for param in (LINK, STEP):
        st.query_params.pop(param, None)


def is_own() -> bool:
    return KEPT in st.session_state


def write_link(story: Story) -> bool:
    """Write the visit's own story into the link of the page; False where it is too long for one."""
    if not is_own():
        return True
    link = story_to_link(story)
    if link and st.query_params.get(LINK) != link:
        st.query_params[LINK] = link
    if not link:
        st.query_params.pop(LINK, None)
    return link is not None


def step_number(story: Story) -> int:
    """Position of the step in the link, within the story."""
    text = wanted(STEP)
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    return min(number, max(len(story) - 1, 0))


def _prepared(release: Release) -> Story:
    return release.story or default_story(release)
