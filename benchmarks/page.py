"""The measured page: one choice and one map, in any way and with any areas: `?weg=own&gebiete=400`.

The list of the choice opens beside the map, never over it. All ways get what the app does for its own: a server that
does not look through all libraries for garbage after every run.
"""

import gc
import importlib

import streamlit as st

from benchmarks.cases import material
from benchmarks.values import INDICATORS, indicator_name

HEIGHT = 600


@st.cache_resource(show_spinner=False)
def freeze_imports() -> bool:
    """As `ui.main` does once per process."""
    gc.collect()
    gc.freeze()
    return True


st.set_page_config(page_title="Messung", page_icon="static/favicon.png", layout="wide")
way = importlib.import_module(f"benchmarks.ways.{st.query_params['weg']}")
kept = st.cache_resource(material, show_spinner=False)(st.query_params["gebiete"])
choice, area_map = st.columns([1, 4])
chosen = choice.selectbox("Kennzahl", range(INDICATORS), format_func=indicator_name)
with area_map:
    way.show(kept, chosen, HEIGHT)
freeze_imports()
