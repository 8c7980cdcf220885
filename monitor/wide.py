"""Tables as publishers deliver them (one column per measure) become tidy counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from monitor.tables import read_table
from problem import DataError, Problem, is_error


def tidy_counts(
    path: Path,
    area: str,
    year: str,
    measures: Mapping[str, str],
    prefix: str = "",
    zero_is_missing: Sequence[str] = (),
) -> pd.DataFrame:
    """gebiet, jahr, merkmal, gruppe, wert from a wide table; empty cells give no row.

    area, year: names of the columns. measures: measure → column. prefix: only areas whose key begins so.
    zero_is_missing: measures in which the publisher writes 0 where a number is missing; those cells give no row either.
    Raises DataError where the table cannot be read or a column is missing.
    """
    table, problems = read_table(path)
    errors = [problem for problem in problems if is_error(problem)]
    unknown = [column for column in (area, year, *measures.values()) if not errors and column not in table]
    errors += [Problem("column_missing", file=path.name, facts={"column": column}) for column in unknown]
    if errors:
        raise DataError(*errors)
    rows = table[table[area].str.startswith(prefix)]
    parts = [
        pd.DataFrame({"gebiet": rows[area], "jahr": rows[year], "merkmal": name, "gruppe": "", "wert": rows[column]})
        for name, column in measures.items()
    ]
    tidy = pd.concat(parts, ignore_index=True)
    empty = tidy["wert"].fillna("") == ""
    false_zero = tidy["merkmal"].isin(zero_is_missing) & (pd.to_numeric(tidy["wert"], errors="coerce") == 0)
    return tidy[~empty & ~false_zero]
