"""Tables as files that German offices open without a question."""

from __future__ import annotations

import io

import pandas as pd


def csv_bytes(table: pd.DataFrame) -> bytes:
    """CSV for German Excel: semicolon, decimal comma, UTF-8 with byte order mark, Windows line ends."""
    text = table.apply(_whole_numbers).to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _whole_numbers(column: pd.Series) -> pd.Series:
    """Counts carry missing values and are therefore floats; 553 persons must not be written as 553,0."""
    is_whole = pd.api.types.is_float_dtype(column) and (column.dropna() % 1 == 0).all()
    return column.astype("Int64") if is_whole else column


def xlsx_bytes(table: pd.DataFrame, sheet: str, notes: list[str]) -> bytes:
    """Excel workbook with the table (real numbers, fixed heading) and a second sheet with the notes.

    sheet: name of the first sheet, at most 31 characters.
    """
    buffer = io.BytesIO()
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": {"strings_to_formulas": False}}) as book:
        table.to_excel(book, sheet_name=sheet, index=False)
        book.sheets[sheet].freeze_panes(1, 0)
        book.sheets[sheet].autofilter(0, 0, len(table), max(len(table.columns) - 1, 0))
        book.sheets[sheet].autofit()
        pd.DataFrame({"Hinweise": notes}).to_excel(book, sheet_name="Hinweise", index=False)
        book.sheets["Hinweise"].set_column(0, 0, 100)
    return buffer.getvalue()
