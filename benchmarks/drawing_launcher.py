"""Server of the measured page for drawing: the project's own, around `drawing_page.py`."""

import sys
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from ui.server import preload  # noqa: E402
from ui.server.launcher import app_options  # noqa: E402

preload.PRELOADED[:] = [preload.import_libraries]  # the page has its own units
app = st.App(HERE / "drawing_page.py", **app_options())
