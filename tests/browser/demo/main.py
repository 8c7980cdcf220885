"""One page with one map of made-up areas; the tests drive its widgets and read its sentences."""

import streamlit as st
from squares import quarters, towns

from ui.map.legend import LegendEntry, legend_html
from ui.map.paint import AreaText, Paint
from ui.map.show import show_map

COLOURS = ["#fdf3d9", "#f3d08a", "#e0a256", "#b76f33", "#7d421c"]
INDICATORS = {"Kinderarmut 2024": 5, "Altersarmut 2024": 7}
COMPARISONS = ["günstiger als der Kreis, gesichert", "nicht von dem Kreis zu unterscheiden",
               "ungünstiger als der Kreis, gesichert"]  # fmt: skip

st.set_page_config(page_title="Kartenprobe", page_icon="static/favicon.png", layout="wide")
st.title("Kartenprobe")


def text(index: int, code: str, factor: int) -> AreaText:
    if code == "-":
        return AreaText(reason="nicht geliefert")
    if code == "*":
        return AreaText(reason="• geheim: zu kleine Zahl")
    value = 5 + (index * factor) % 37 + index % 10 / 10
    numbers = [f"{number:.1f}".replace(".", ",") for number in (value, value - 3.4, value + 3.7)]
    return AreaText(f"{numbers[0]} %", f"{numbers[1]}–{numbers[2]} %", COMPARISONS[index % 3])


def class_of(index: int, factor: int) -> str:
    if index % 23 == 4:
        return "*"
    return "-" if index % 31 == 9 else str(index * factor % 11 * 5 // 11)


count = int(st.query_params.get("gebiete", "158"))
areas, parents = quarters(count), towns(count)
columns = st.columns(4)
title = columns[0].selectbox("Indikator", list(INDICATORS), key="indikator")
level = columns[1].selectbox("Ebene", ["Quartiere", "Kommunen"], key="ebene")
selected = columns[2].selectbox("Auswahl", ["", *areas.ids], key="auswahl")
focus = columns[3].selectbox("Kommune", ["", *parents.ids], key="kommune")

shown = areas if level == "Quartiere" else parents
factor = INDICATORS[title]
classes = "".join(class_of(index, factor) for index in range(len(shown.ids)))
paint = Paint(
    title=title,
    classes=classes,
    colours=COLOURS,
    flags="".join("1" if index % (13 + factor) == 3 else "0" for index in range(len(classes))),
    texts=[text(index, code, factor) for index, code in enumerate(classes)],
    selected=selected,
    focus=focus,
)
clicked = show_map(shown, paint, outlines=parents, key="karte", label="Karte der Musterstädte")
st.session_state["runs"] = st.session_state.get("runs", 0) + 1
if clicked:
    st.session_state["clicks"] = [*st.session_state.get("clicks", []), clicked]

st.html(
    legend_html(
        [LegendEntry(f"Klasse {code}", colour, classes.count(str(code))) for code, colour in enumerate(COLOURS)]
        + [
            LegendEntry("geheim: zu kleine Zahl", areas=classes.count("*"), mark="hidden"),
            LegendEntry("nicht geliefert", areas=classes.count("-"), mark="missing"),
            LegendEntry("Besonderer Aufmerksamkeitsbedarf", COLOURS[3], mark="flagged"),
            LegendEntry("ausgewählt", COLOURS[1], mark="selected"),
        ],
        title=title,
        unit=("Quartier", "Quartiere"),
    )
)
st.write(f"Läufe: {st.session_state['runs']}")
st.write(f"Klicks: {', '.join(st.session_state.get('clicks', [])) or 'keine'}")
st.write(f"Stand: {title} {level}")
