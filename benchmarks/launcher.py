"""Launcher of the benchmark's page: the project's own server around `map_page.py`."""

import sys
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from ui.server.launcher import app_options  # noqa: E402

app = st.App(HERE / "map_page.py", **app_options())
