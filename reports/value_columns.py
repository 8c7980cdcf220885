"""The values of several indicators in one year as columns with German headings: the rows of `monitor compute`."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.catalogue import Indicator
from monitor.release import Release
from monitor.unplaced_rows import with_unplaced_rows
from reports.area_columns import area_columns
from reports.sheet import Column
from reports.sheet_formats import count_formats, value_format
from reports.signed_rows import signed_rows
from texts.report_tables import NUMBERS, WORDS
from texts.treatment import period

COUNTS = ("zaehler", "nenner")


def value_columns(
    release: Release, level: str, year: int, indicators: Sequence[Indicator], areas: pd.Index
) -> list[Column]:
    """One row per indicator and area of `areas`, indicators in the given order, and what lies in none of the areas."""
    rows = signed_rows(release, level, year, indicators)
    rows = with_unplaced_rows(rows[rows["gebiet"].isin(areas)], release, level, year, areas)
    known = {each.id: each for each in indicators}
    told = [known[each] for each in rows["indikator"]]
    return [
        *area_columns(release, level, pd.Index(rows["gebiet"])),
        Column("Kennzahl", [each.id for each in told]),
        Column("Name", [each.name for each in told]),
        Column("Zeitraum", [period(year, release.plan(each.id, level).pool) for each in told]),
        Column("Einheit", [each.unit for each in told]),
        *(Column(heading, list(rows[name]), _formats(rows, name, told)) for name, heading in NUMBERS.items()),
        *(Column(heading, list(rows[name])) for name, heading in WORDS.items()),
    ]


def _formats(rows: pd.DataFrame, name: str, told: Sequence[Indicator]) -> list[str]:
    return count_formats(rows[name]) if name in COUNTS else [value_format(each.decimals) for each in told]
