"""Sozialraum-Monitor. Start: `streamlit run app.py`"""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from ui.server.launcher import app_options  # noqa: E402 found only once the project is on the path

# Streamlit reads this line without running it to learn that this is an st.App. The main script
# stands apart from `pages/`: beside it, Streamlit would run the pages directly, past every guard.
app = st.App(ROOT / "ui" / "main.py", **app_options())

if __name__ == "__main__":
    app.run()
