"""The same fault in many rows is one problem, with the first lines and how many there are."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from problem import Problem, Severity

FIRST = 3  # lines that are named
NAMED = 5  # areas, values and measures that are named


def of_rows(
    code: str, rows: pd.DataFrame, file: str, severity: Severity = Severity.ERROR, **facts: object
) -> list[Problem]:
    """One problem for all rows (columns line and, if known, area), none where there are no rows."""
    if rows.empty:
        return []
    lines = rows["line"].sort_values()
    areas = tuple(first_of(rows["area"])) if "area" in rows else ()
    counted = {"rows": len(rows), "lines": [int(line) for line in lines.iloc[:FIRST]]}
    return [Problem(code, severity, file, int(lines.iloc[0]), areas, {**counted, **facts})]


def by_file(rows: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """The rows of each file."""
    for file, part in rows.groupby("file", sort=False, observed=True):
        yield str(file), part


def first_of(column: pd.Series) -> list[str]:
    """The first different texts of a column."""
    return [str(each) for each in column.drop_duplicates().iloc[:NAMED]]
