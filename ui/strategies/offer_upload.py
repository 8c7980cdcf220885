"""Many offers at once, from a CSV or Excel table."""

from __future__ import annotations

from functools import partial

import streamlit as st

from monitor.csv_table import read_csv
from monitor.excel_table import read_excel
from problem import DataError, is_error
from store import writing
from store.kinds import Offer
from texts.problems import sentence
from texts.strategies import offers_read, offers_taken
from ui.entries.attempt import attempt
from ui.entries.choices_of_fields import areas_to_choose
from ui.entries.desk import Desk
from ui.lists import show_list
from views.strategies.offer_table import offers_of

COLUMNS = (
    "Spalten: **Name**, **Gebiet** (Schlüssel oder Name); dazu, wo bekannt: Art, Träger, Anschrift, Breite, Länge, Seit, Bis, "
    "Bemerkung. Die Angebote sind zuerst Entwürfe; freigegeben werden sie einzeln."
)
READERS = {".csv": read_csv, ".xlsx": read_excel}


def offer_upload(desk: Desk) -> None:
    with st.expander("Angebote aus einer Tabelle übernehmen", icon=":material/upload_file:"):
        st.markdown(COLUMNS)
        file = st.file_uploader("Tabelle (CSV oder Excel)", ["csv", "xlsx"], key="offer-file")
        if file is None:
            return
        try:
            rows = _read(desk, file.name, file.getvalue())
        except DataError as error:
            st.error(f"Nichts wurde übernommen ({len(error.problems)} Fehler):")
            show_list(map(sentence, error.problems))
            return
        st.markdown(offers_read(len(rows)))
        if st.button("Als Entwürfe übernehmen", type="primary", key="take-offers"):
            made = attempt(partial(writing.create_all, desk.store, desk.actor, Offer, rows))
            if made is not None:
                st.success(offers_taken(len(made)))


def _read(desk: Desk, name: str, data: bytes) -> list[dict[str, object]]:
    table, problems = READERS[name[name.rfind(".") :].lower()](data, name)
    if faults := [each for each in problems if is_error(each)]:
        raise DataError(*faults)
    names = desk.names
    return offers_of(table, name, {area: names[area] for area in areas_to_choose(desk)})
