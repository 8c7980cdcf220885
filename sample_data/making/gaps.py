"""Deliveries are never complete: what is missing or coded in the sample, so that the demo shows it."""

from __future__ import annotations

import pandas as pd


def with_gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the base units without Wohngeld of Much 2016 and dental findings of 2021; Kita of Windeck 2015 unknown."""
    measure, year = rows["merkmal"].astype(str), rows["jahr"]
    area = rows["gebiet"].astype(str).str[:8]
    lost = (measure.eq("wohngeld_hh") & year.eq(2016) & area.eq("05382036")) | (
        measure.str.startswith("zahn_") & year.eq(2021)
    )
    unknown = measure.eq("kita_u3") & year.eq(2015) & area.eq("05382076")
    rows = rows.assign(wert=rows["wert"].astype(str).where(~unknown, "."))
    return rows[~lost]


def with_codes(rows: pd.DataFrame) -> pd.DataFrame:
    """Municipal rows with a secret and an unreliable number."""
    secret = rows["merkmal"].eq("notunterbringung") & rows["gebiet"].eq("05382052") & rows["jahr"].eq(2019)
    unreliable = rows["merkmal"].eq("abgaenger_ohne") & rows["gebiet"].eq("05382064") & rows["jahr"].eq(2018)
    return rows.assign(wert=rows["wert"].where(~secret, "•").where(~unreliable, "/"))
