"""The page of the meeting: the story fills the window, what prepares it stands below."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from texts.overview import NO_INDICATOR
from texts.problems import sentence
from ui.frame import notice_of, show_notice
from ui.story import step_number, story_of
from ui.story_editor import show_editor
from ui.story_stage import show_story
from views.content import Content

STYLE = Path(__file__).with_name("meeting.css")


def show_meeting(shown: Content) -> None:
    """The frame, then the editor; what is wrong with the link or the steps is said between them."""
    st.html(STYLE)
    if not shown.release.catalogue:
        st.info(NO_INDICATOR)
        return
    story, problems = story_of(shown.release)
    if not story:
        st.info("Es gibt noch nichts zu zeigen: Für keine Kennzahl liegen Zahlen vor.")
        return
    with st.container(key="meeting"):
        gone = show_story(shown, story, step_number(story), notice_of(shown))
    for words in [*(sentence(problem) for problem in problems), *gone]:
        st.warning(words, icon=":material/link_off:")
    show_editor(shown, story)
    show_notice(shown)
