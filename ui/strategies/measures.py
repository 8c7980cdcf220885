"""The measures of a strategy: where, who, when, with what, how far, and what they have delivered."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from store.kinds import Measure, Output
from texts.entries import day_words, word
from texts.numbers import german_exact
from texts.strategies import NO_MEASURE
from ui.entries.desk import Desk
from ui.entries.form import offer_edit, offer_new
from ui.entries.history_table import offer_history
from ui.plain import plain, show_plain
from views.strategies.record import Record

MEASURE_FIELDS = ("title", "description", "place", "responsible", "starts", "ends", "resources", "state")
OUTPUT_FIELDS = ("name", "year", "planned", "reached")


def show_measures(desk: Desk, record: Record, *, can_change: bool) -> None:
    st.header("Maßnahmen", anchor=False)
    if not record.measures:
        st.markdown(NO_MEASURE)
    for measure in record.measures:
        with st.container(border=True, key=f"measure-{measure.id}"):
            _show(measure, record.outputs.get(measure.id, ()))
            if can_change:
                offer_edit(desk, measure, MEASURE_FIELDS)
                _offer_outputs(desk, record, measure)
            offer_history(desk, measure, record.strategy)


def _show(measure: Measure, outputs: tuple[Output, ...]) -> None:
    st.markdown(f"**{plain(measure.title)}** · {word(measure.state)}")
    facts = {
        "Zeitraum": _period(measure),
        "Ort": measure.place,
        "Zuständig": measure.responsible,
        "Mittel": measure.resources,
    }
    st.markdown("  \n".join(f"{name}: {plain(value)}" for name, value in facts.items() if value))
    show_plain(measure.description)
    if outputs:
        st.dataframe(output_table(outputs), hide_index=True, width="stretch")


def output_table(outputs: tuple[Output, ...]) -> pd.DataFrame:
    """What was counted; a number that is not known is "–", never 0."""
    return pd.DataFrame(
        {
            "Leistungszahl": [each.name for each in outputs],
            "Jahr": [str(each.year) for each in outputs],
            "Geplant": [_number(each.planned) for each in outputs],
            "Erreicht": [_number(each.reached) for each in outputs],
        }
    )


def _offer_outputs(desk: Desk, record: Record, measure: Measure) -> None:
    for output in record.outputs.get(measure.id, ()):
        offer_edit(desk, output, OUTPUT_FIELDS, label=f"{plain(output.name)} {output.year} bearbeiten")
    offer_new(
        desk, Output, OUTPUT_FIELDS, label="Leistungszahl eintragen", key=f"new-output-{measure.id}",
        first={"year": desk.store.today().year}, fixed={"measure_id": measure.id},
    )  # fmt: skip


def _period(measure: Measure) -> str:
    start, end = day_words(measure.starts), day_words(measure.ends)
    if start and end:
        return f"{start} bis {end}"
    return f"ab {start}" if start else f"bis {end}" if end else ""


def _number(value: float | None) -> str:
    return "–" if value is None else german_exact(value)
