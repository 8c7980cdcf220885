"""Excel sheets as tables of texts."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

import pandas as pd

from monitor.decoding import foreign_content
from monitor.number_text import plain_number
from monitor.records import Record, no_table, table_of
from problem import Problem, Severity


def read_excel(data: bytes, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Table of texts with `line` from the first sheet; further sheets with content are named in a warning."""
    if not data:
        return no_table(), [Problem("file_empty", file=file)]
    if (found := foreign_content(data)) != "excel":
        return no_table(), [Problem("file_content_unexpected", file=file, facts={"found": found or "no_excel"})]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which nobody needs here
            sheets = _sheets(data)
            table, problems = table_of(_records(sheets[0]), file, pad=True)
            return table, problems + _ignored(sheets[1:], file)
    except Exception:  # openpyxl raises whatever its zip and XML readers raise on a damaged file
        facts = {"found": "excel_damaged"}
        return no_table(), [Problem("file_content_unexpected", file=file, facts=facts)]


def _sheets(data: bytes) -> list[Any]:
    import openpyxl  # only who delivers Excel waits for it

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # the size a program wrote down may be wrong
    return book.worksheets


def _records(sheet: Any) -> Iterator[Record]:
    for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield line, [cell_text(cell) for cell in cells]


def cell_text(cell: object) -> str:
    """Text of a cell: the number 5382004 becomes "5382004", 12.0 becomes "12", an empty cell ""."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return plain_number(cell)
    return str(cell)


def _ignored(sheets: list[Any], file: str) -> list[Problem]:
    filled = [sheet.title for sheet in sheets if any(any(fields) for _, fields in _records(sheet))]
    if not filled:
        return []
    return [Problem("sheets_ignored", Severity.WARNING, file=file, facts={"sheets": filled})]
