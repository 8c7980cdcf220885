"""The story of the meeting as a presentation, made when somebody asks for it."""

from __future__ import annotations

import streamlit as st

from monitor.story import Story
from reports.frame import Options
from texts.slides import BUTTON, BUTTON_NOTE
from ui.address import app_address
from ui.downloads import file_name
from ui.media_types import PPTX
from views.content import Content


def offer_slides(shown: Content, story: Story) -> None:
    """A button; the steps as they are now, with links to the app where its address is known."""
    address = app_address()  # of this visit: the file is made outside of it

    def made() -> bytes:
        from reports.slides import slides  # python-pptx takes a quarter of a second to load, and few ask for the file

        return slides(shown, story, Options(address=address))

    st.download_button(BUTTON, made, f"{file_name(shown.release, 'sitzung')}.pptx", PPTX, icon=":material/slideshow:",
                       on_click="ignore", key="save-slides")  # fmt: skip
    st.caption(BUTTON_NOTE)
