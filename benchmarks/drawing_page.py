"""The measured page for drawing: all base units of the sample county as one municipality, saved as a real draft is."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import streamlit as st

from geodata.boundaries import read_boundaries
from geodata.publish import publish
from geodata.scheme import scheme_of_units
from geodata.scheme_checks import check_scheme
from monitor.scheme_folder import FolderSchemes
from ui.schemes.draft import Heard, save_changes
from ui.schemes.drawing_map import sent_changes, show_drawing
from ui.schemes.ground import Ground
from ui.schemes.message import Answer, Finding, drawing_message
from ui.schemes.store import Version

FOLDER = "DRAWING_FOLDER"  # environment: where the draft is saved
UNITS = Path(__file__).resolve().parents[1] / "sample_data" / "areas" / "baublock.shp"
AREAS = 20
MUNICIPALITY = "05382"


@st.cache_resource
def ground() -> Ground:
    units, _ = read_boundaries(UNITS, "baublock")
    return Ground(MUNICIPALITY, "Kreis", units, publish(units), units.union_all(), ("Baublock", "Baublöcke"))


def version(kept: FolderSchemes) -> Version:
    """The draft so far; at first every unit in one of a few areas."""
    if not kept.schemes():
        areas = [f"{MUNICIPALITY}-{number:02}" for number in range(1, AREAS + 1)]
        area_of = pd.Series({unit: areas[at * AREAS // len(ground().ids)] for at, unit in enumerate(ground().ids)})
        names = pd.Series({area: f"Sozialraum {area[-2:]}" for area in areas})
        kept.save(scheme_of_units(MUNICIPALITY, 1, "Messung", area_of, names), "Messung", "angelegt", 0)
    return Version(kept.schemes()[0], kept.history(MUNICIPALITY))


kept = FolderSchemes(Path(os.environ[FOLDER]))
heard = st.session_state.setdefault("heard", Heard())
now = save_changes(sent_changes(), heard, version(kept), kept, ground(), "Messung")
found = check_scheme(now.scheme, ground().units, None, ground().shape)
client = str(sent_changes().get("client", ""))
st.title("Zeichnen")
with st.container(key="drawing"):
    show_drawing(
        drawing_message(
            ground(), now.scheme, findings=[Finding(False, each.problem.code) for each in found], notes={},
            steps=now.steps, answer=Answer(client, heard.last.get(client, 0)),
        ),
        label="Karte",
    )  # fmt: skip
