"""The register of decisions as a table for others: CSV for German Excel, and a workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import xlsxwriter

from monitor.writers import csv_bytes
from reports.formula_cells import as_text
from reports.package_language import with_language
from reports.sheet import Column, write_sheet
from reports.sheet_formats import Styles
from reports.sheet_page import Printed
from reports.workbook import OPTIONS
from store.kinds import Decision
from texts.entries import level_words

SHEET = "Beschlüsse"
FIXED = 3  # day, body and title stay where the sheet is moved sideways


def register_rows(
    decisions: Sequence[Decision], indicators: Mapping[str, str], strategies: Mapping[str, str], today: date
) -> list[dict[str, str]]:
    """A row for each decision, in their order. indicators, strategies: id → name, of those the reader sees."""
    return [
        {
            "Tag": f"{each.day:%d.%m.%Y}" if each.day else "",
            "Gremium": each.body,
            "Titel": each.title,
            "Beschluss": each.text,
            "Begründung": each.reasons,
            "Kennzahl": _named(each.indicator, indicators),
            "Strategie": strategies.get(each.strategy_id or "", ""),
            "Freigabe": level_words(each.release_level, each.embargo, today),
        }
        for each in decisions
    ]


def register_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """No cell is a formula."""
    return csv_bytes(pd.DataFrame([{name: as_text(cell) for name, cell in row.items()} for row in rows]))


def register_xlsx(rows: Sequence[Mapping[str, str]], title: str, notice: str) -> bytes:
    """Every cell is text, whatever it looks like. title, notice: below and above each printed page."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        book.set_properties({"title": title, "comments": notice})
        columns = [Column(name, [row[name] for row in rows]) for name in (rows[0] if rows else ())]
        write_sheet(book.add_worksheet(SHEET), columns, Styles(book), Printed(notice, title), FIXED)
    return with_language(buffer.getvalue())


def _named(indicator: str, names: Mapping[str, str]) -> str:
    return f"{names[indicator]} ({indicator})" if indicator in names else indicator
