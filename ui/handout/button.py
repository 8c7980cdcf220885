"""A file behind a button, made only when somebody presses it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def download(label: str, make: Callable[[], bytes], name: str, media_type: str) -> None:
    st.download_button(
        label, make, name, media_type, on_click="ignore", key=f"download-{name}", icon=":material/download:"
    )
