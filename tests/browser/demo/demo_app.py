"""Launcher of the demo: the project's own server around another main script."""

import sys
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[2])]

from ui.server import preload  # noqa: E402
from ui.server.launcher import app_options  # noqa: E402

preload.PRELOADED[:] = [preload.import_libraries]  # the demo has its own geometry
app = st.App(HERE / "main.py", **app_options())
