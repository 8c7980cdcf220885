"""This app's map, without the page around it."""

from __future__ import annotations

import numpy as np
import streamlit as st

from benchmarks.cases import Material
from benchmarks.values import CLASSES, LAST_YEAR, YEARS, indicator_name
from geodata.publish import publish
from texts.numbers import german
from ui.map.part import Shown
from ui.map.stage import show_stage, view_message
from views.colours import class_colours
from views.layer import AreaText, Layer, LegendEntry, YearTexts
from views.places import Place


def show(material: Material, indicator: int, height: int) -> None:
    own_map(material, indicator, height)


def own_map(material: Material, indicator: int, height: int) -> None:
    """The one place that knows how the app's map is called."""
    published = st.cache_resource(_published, show_spinner=False)(len(material.frame), material)
    years = [str(year) for year in range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1)]
    shown = Shown(_layer(material, indicator, years), Place(published), len(years) - 1)
    show_stage(view_message([shown], years=years), key="karte", height=height)


def _layer(material: Material, indicator: int, years: list[str]) -> Layer:
    values, classes = material.values.values[indicator], material.values.classes[indicator]
    return Layer(
        key=("bench", len(material.frame), indicator),
        name=indicator_name(indicator),
        heading=f"{indicator_name(indicator)} in %",
        labels=years,
        colours=class_colours(CLASSES, -1),
        legend=[LegendEntry(str(number), f"Klasse {number + 1}") for number in range(CLASSES)],
        unit=("Gebiet", "Gebiete"),
        classes=lambda position: (classes[position].astype(np.uint8) + ord("0")).tobytes().decode("ascii"),
        texts=lambda position: YearTexts([AreaText(f"{german(value)} %") for value in values[position]]),
    )


def _published(areas: int, _material: Material) -> object:
    return publish(_material.frame)
