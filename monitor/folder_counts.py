"""All counts of a data folder in one table, and what was delivered with each file."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from indicators.catalogue import Catalogue
from indicators.signs import Sign
from monitor.count_rows import no_rows, tidy_rows
from monitor.county import County
from monitor.folder_files import count_files
from monitor.tables import read_table
from problem import Problem, is_error
from texts.numbers import german_int
from texts.signs import SYMBOL


def read_counts(folder: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """Tidy rows of all files of counts, and everything that is wrong with the files, their columns and numbers."""
    files = count_files(folder)
    if not files:
        return no_rows(), [Problem("counts_missing")]
    parts: list[pd.DataFrame] = []
    problems: list[Problem] = []
    for path in files:
        name = path.relative_to(folder).as_posix()
        table, found = read_table(path, name)
        unreadable = any(is_error(problem) for problem in found) and table.empty
        rows, faults = (no_rows(), []) if unreadable else tidy_rows(table, name)
        parts.append(rows)
        problems += found + faults
    filled = [part for part in parts if len(part)] or [no_rows()]
    if not any(len(part) for part in parts) and not any(is_error(problem) for problem in problems):
        problems.append(Problem("counts_without_values"))
    return pd.concat(filled, ignore_index=True), problems


def deliveries(rows: pd.DataFrame, catalogue: Catalogue, county: County) -> pd.DataFrame:
    """One row per file, with German headings: rows, measures, years, as of, and the signs that were delivered."""
    return pd.DataFrame(
        [_delivery(str(file), part, catalogue, county) for file, part in rows.groupby("file", sort=False)]
    ).set_index("Datei")


def _delivery(file: str, rows: pd.DataFrame, catalogue: Catalogue, county: County) -> dict[str, str]:
    measures = set(rows["measure"].unique())
    first, last = int(rows["year"].min()), int(rows["year"].max())
    return {
        "Datei": file,
        "Zeilen": german_int(len(rows)),
        "Merkmale": german_int(len(measures)),
        "Jahre": str(first) if first == last else f"{first}–{last}",
        "Stand": _as_of(measures, catalogue, county),
        "Zeichen": _signs(rows),
    }


def _as_of(measures: set[str], catalogue: Catalogue, county: County) -> str:
    """Days at which the sources of the measures were drawn, from the oldest to the newest."""
    sources = {each.source for each in catalogue.values() if {each.numerator, each.denominator} & measures}
    days = sorted({day for source in sources if (day := county.sources[source].as_of)})
    return " bis ".join(dict.fromkeys(day.strftime("%d.%m.%Y") for day in (days[:1] + days[-1:])))


def _signs(rows: pd.DataFrame) -> str:
    """How many cells were delivered with a sign instead of a number, e.g. "12 × –, 3 × •"."""
    counted = rows["sign"].value_counts().sort_index()
    told = [f"{german_int(count)} × {SYMBOL[Sign(sign)]}" for sign, count in counted.items() if sign != Sign.SHOWN]
    return ", ".join(told) or "keine"
