"""All indicators of one level and year as an Excel workbook: a sheet per theme, and what must be said about the numbers."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd
import xlsxwriter

from indicators.attention import Rule
from indicators.catalogue import Indicator
from monitor.release import Release
from reports.about import About
from reports.about_sheet import write_about
from reports.areas import chosen_areas
from reports.attention_columns import attention_columns
from reports.package_language import with_language
from reports.sheet import Column, write_sheet
from reports.sheet_formats import Styles
from reports.sheet_names import sheet_names
from reports.sheet_page import Printed
from reports.value_columns import value_columns
from texts.report_tables import ABOUT_SHEET, ATTENTION_SHEET, title_words
from texts.reports import PROGRAM
from views.content import Content

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FIXED = 2  # key and name of the area stay where a sheet is moved sideways


def workbook(
    shown: Content,
    level: str,
    year: int,
    about: About,
    areas: pd.Index | None = None,
    rule: str | Rule | None = None,
) -> bytes:
    """XLSX. areas: those it holds, None = all of the level. rule: of the sheet Aufmerksamkeit, None = the county's own."""
    release, chosen = shown.release, chosen_areas(shown.release, level, areas)
    tables = _tables(shown, level, year, chosen, rule)
    title = title_words(release.county.name, release.level(level).plural, year)
    printed = Printed(" ".join(about.notices), title)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        book.set_properties({"title": title, "author": release.county.name, "company": release.county.name,
                             "subject": PROGRAM, "comments": " ".join(about.notices)})  # fmt: skip
        styles = Styles(book)
        first, *names = sheet_names([ABOUT_SHEET, *(title for title, _ in tables)])
        write_about(book.add_worksheet(first), release, level, year, about, len(chosen), styles, printed)
        for name, (_, columns) in zip(names, tables, strict=True):
            write_sheet(book.add_worksheet(name), columns, styles, printed, FIXED)
    return with_language(buffer.getvalue())


def _tables(
    shown: Content, level: str, year: int, areas: pd.Index, rule: str | Rule | None
) -> list[tuple[str, list[Column]]]:
    """Title and columns of the sheets behind the first one."""
    flagged = attention_columns(shown, level, year, rule, areas)
    themes = [
        (theme, value_columns(shown.release, level, year, indicators, areas))
        for theme, indicators in _by_theme(shown.release, level).items()
    ]
    return themes if flagged is None else [(ATTENTION_SHEET, flagged), *themes]


def _by_theme(release: Release, level: str) -> Mapping[str, list[Indicator]]:
    """Theme → its indicators that the level has, both in the catalogue's order."""
    found: dict[str, list[Indicator]] = {}
    for each in release.indicators_at(level):
        found.setdefault(each.theme, []).append(each)
    return found
