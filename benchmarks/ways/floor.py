"""The floor: what a change costs where only one line of text follows."""

from __future__ import annotations

import streamlit as st

from benchmarks.cases import Material
from benchmarks.values import indicator_name


def show(material: Material, indicator: int, height: int) -> None:
    st.title(indicator_name(indicator), anchor=False)
