"""Counts as delivered become tidy rows: area, year, measure, group, number and sign, with file and line."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from indicators.signs import Sign
from monitor.number_text import doubtful, read_cell
from monitor.row_problems import first_of, of_rows
from monitor.toml_fields import closest
from problem import Problem, Severity

NEEDED = {"gebiet": "area", "jahr": "year", "merkmal": "measure", "wert": "value"}
GROUP = "gruppe"
COLUMNS = ["area", "year", "measure", "group", "value", "sign", "file", "line"]
YEAR = re.compile(r"(\d{4})([.,]0+)?")
YEARS = range(1900, 2101)


def no_rows() -> pd.DataFrame:
    """A table of rows without any."""
    return pd.DataFrame({name: pd.Series(dtype="str") for name in COLUMNS}).astype(
        {"year": np.int64, "value": float, "sign": np.uint8, "line": np.int64}
    )


def tidy_rows(table: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Rows with the columns `COLUMNS` and what is wrong with columns, years and numbers.

    table: texts with `line`, from `read_table`. Faulty rows and rows without a value are left out (and reported). A
    code that is also a number (−1, −9) keeps both, because only the catalogue knows whether the measure is signed.
    """
    table, problems = _renamed(table, file)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return no_rows(), problems
    if table.empty:
        return no_rows(), [*problems, Problem("file_without_rows", file=file)]
    year, found = _years(table, file)
    problems += found
    value, sign, found = _values(table, file)
    problems += found
    rows = table[["area", "measure", "group", "line"]].assign(year=year, value=value, sign=sign, file=file)
    problems += _blank(rows, file)
    usable = (year > 0) & ((sign != Sign.ABSENT) | ~np.isnan(value)) & (rows["area"] != "") & (rows["measure"] != "")
    return rows.loc[usable, COLUMNS].reset_index(drop=True), problems


def _renamed(table: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The table with the names of `COLUMNS`; headings may be written in capitals."""
    folded = table.rename(columns={name: name.casefold() for name in table.columns if name != "line"})
    further = [name for name in folded.columns if name not in {*NEEDED, GROUP, "line"}]
    missing = [name for name in NEEDED if name not in folded]
    if missing:
        return folded, [Problem("column_missing", file=file, line=1, facts=_like(name, further)) for name in missing]
    if not folded.columns.is_unique:
        twice = folded.columns[folded.columns.duplicated()][0]
        return folded, [Problem("column_duplicate", file=file, line=1, facts={"column": twice})]
    if GROUP not in folded:
        folded = folded.assign(**{GROUP: ""})
    ignored = [Problem("columns_ignored", Severity.WARNING, file, facts={"columns": further})] if further else []
    return folded.rename(columns={**NEEDED, GROUP: "group"}), ignored


def _like(name: str, others: list[str]) -> dict[str, object]:
    return {"column": name, "found": others, "suggestion": closest(name, others)}


def _years(table: pd.DataFrame, file: str) -> tuple[np.ndarray, list[Problem]]:
    """Year of each row, 0 where it is none."""
    codes, texts = pd.factorize(table["year"])
    year = np.array([_year(text) for text in texts], dtype=np.int64)[codes]
    wrong = table[year == 0]
    return year, of_rows("year_invalid", wrong, file, values=first_of(wrong["year"]))


def _year(text: str) -> int:
    match = YEAR.fullmatch(text)
    return int(match.group(1)) if match and int(match.group(1)) in YEARS else 0


def _values(table: pd.DataFrame, file: str) -> tuple[np.ndarray, np.ndarray, list[Problem]]:
    """Number and sign of each row. Each different text is read once: half a million rows have a few thousand."""
    codes, texts = pd.factorize(table["value"])
    ambiguous = doubtful(texts, table.attrs.get("delimiter", ";"))
    readings = [read_cell(text, ambiguous) for text in texts]
    number = np.array([reading.number for reading in readings], dtype=np.float64)[codes]
    sign = np.array([reading.sign for reading in readings], dtype=np.uint8)[codes]
    fault = np.array([reading.fault for reading in readings], dtype=object)[codes]
    problems: list[Problem] = []
    for code in ("value_not_numeric", "value_thousands"):
        wrong = table[fault == code]
        problems += of_rows(code, wrong, file, values=first_of(wrong["value"]))
    empty = table[table["value"] == ""]
    return number, sign, problems + of_rows("value_empty", empty, file, Severity.WARNING)


def _blank(rows: pd.DataFrame, file: str) -> list[Problem]:
    problems: list[Problem] = []
    for column, heading in (("area", "gebiet"), ("measure", "merkmal")):
        blank = rows[rows[column] == ""]
        problems += of_rows("cell_empty", blank.drop(columns="area"), file, column=heading)
    return problems
