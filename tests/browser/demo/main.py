"""One page with one map of made-up areas over three years; the tests drive its widgets and read its sentences."""

import streamlit as st
from squares import quarters, towns

from ui.map.part import Shown
from ui.map.stage import show_stage, view_message
from views.layer import FLAGGED, HIDDEN, MISSING, AreaText, Layer, LegendEntry, YearTexts
from views.places import Place

COLOURS = ["#fdf3d9", "#f3d08a", "#e0a256", "#b76f33", "#7d421c"]
INDICATORS = {"Kinderarmut": 5, "Altersarmut": 7}
COMPARISONS = ["günstiger als der Kreis, gesichert", "nicht von dem Kreis zu unterscheiden",
               "ungünstiger als der Kreis, gesichert"]  # fmt: skip
YEARS = ["2022", "2023", "2024"]

st.set_page_config(page_title="Kartenprobe", page_icon="static/favicon.png", layout="wide")
st.title("Kartenprobe")


def class_of(index: int, factor: int, position: int) -> str:
    if index % 23 == 4:
        return "*"
    return "-" if index % 31 == 9 else str((index + 2 - position) * factor % 11 * 5 // 11)


def text(index: int, factor: int, position: int) -> AreaText:
    code = class_of(index, factor, position)
    if code == "-":
        return AreaText(reason="nicht geliefert")
    if code == "*":
        return AreaText(reason="• geheim: zu kleine Zahl")
    value = 5 + (index * factor) % 37 + index % 10 / 10 - (2 - position)
    numbers = [f"{number:.1f}".replace(".", ",") for number in (value, value - 3.4, value + 3.7)]
    return AreaText(f"{numbers[0]} %", f"{numbers[1]}–{numbers[2]} %", COMPARISONS[index % 3])


def layer_of(title: str, areas: int) -> Layer:
    factor = INDICATORS[title]
    return Layer(
        key=("demo", title, areas),
        name=title,
        heading=f"{title} in %",
        labels=YEARS,
        colours=COLOURS,
        legend=[
            *(LegendEntry(str(code), f"Klasse {code}") for code in range(5)),
            LegendEntry(HIDDEN, "geheim: zu kleine Zahl", "hidden"),
            LegendEntry(MISSING, "nicht geliefert", "missing"),
            LegendEntry(FLAGGED, "Besonderer Aufmerksamkeitsbedarf", "flagged"),
        ],
        unit=("Quartier", "Quartiere"),
        classes=lambda position: "".join(class_of(index, factor, position) for index in range(areas)),
        flags=lambda position: "".join("1" if index % (13 + factor) == 3 else "0" for index in range(areas)),
        texts=lambda position: YearTexts([text(index, factor, position) for index in range(areas)], "14,0 %", "Kreis"),
    )


count = int(st.query_params.get("gebiete", "158"))
areas, parents = quarters(count), towns(count)
columns = st.columns(4)
title = columns[0].selectbox("Indikator", list(INDICATORS), key="indikator")
level = columns[1].selectbox("Ebene", ["Quartiere", "Kommunen"], key="ebene")
selected = columns[2].selectbox("Auswahl", ["", *areas.ids], key="auswahl")
focus = columns[3].selectbox("Kommune", ["", *parents.ids], key="kommune")

shown = areas if level == "Quartiere" else parents
message = view_message(
    [Shown(layer_of(title, len(shown.ids)), Place(shown, parents), 2)],
    years=YEARS,
    selected=selected,
    focus=focus,
    side=st.query_params.get("seite", ""),
)
place = st.tabs(["Vorn", "Karte"])[1] if st.query_params.get("tab") else st.container()
with place:
    event = show_stage(message, key="karte", label="Karte der Musterstädte")
st.session_state["runs"] = st.session_state.get("runs", 0) + 1
if event and event.kind == "area":
    st.session_state["clicks"] = [*st.session_state.get("clicks", []), event.value]
if event and event.kind == "year":
    st.session_state["year"] = event.value

st.write(f"Läufe: {st.session_state['runs']}")
st.write(f"Klicks: {', '.join(st.session_state.get('clicks', [])) or 'keine'}")
st.write(f"Jahr: {st.session_state.get('year', 'keins')}")
st.write(f"Stand: {title} {level}")
