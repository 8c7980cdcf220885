"""The first sheet of a workbook: what the file is, what its indicators are, what its signs mean, whom to name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xlsxwriter.worksheet import Worksheet

from indicators.catalogue import Indicator
from monitor.release import Release
from reports.about import About
from reports.sheet import Column, lines_of, set_height, write_table
from reports.sheet_formats import Styles
from reports.sheet_page import Printed, set_page
from texts import report_tables as words
from texts.methods import METHODS
from texts.treatment import period, treatment

WIDTHS = (18, 44, 14, 14, 28, 28, 28, 12, 36, 12)  # characters; the second column holds sentences


def write_about(
    sheet: Worksheet,
    release: Release,
    level: str,
    year: int,
    about: About,
    areas: int,
    styles: Styles,
    printed: Printed,
) -> None:
    """areas: how many the file holds."""
    for position, width in enumerate(WIDTHS):
        sheet.set_column(position, position, width)
    plural = release.level(level).plural
    sheet.write_string(0, 0, words.title_words(release.county.name, plural, year), styles.title)
    row = _write_pairs(sheet, 2, [(words.NOTICE, each) for each in about.notices], styles, bold=True)
    told = [*about.rows, ("Inhalt", words.contents_words(plural, areas)), ("Fehlende Zahlen", words.reading_words())]
    row = _write_pairs(sheet, row, told, styles) + 1
    shown, left_out = _indicators(release, level)
    row = _write_section(sheet, row, words.INDICATORS, indicator_columns(release, level, year, shown), styles)
    if left_out:
        row = _write_pairs(sheet, row, [(words.LEFT_OUT, ", ".join(left_out))], styles) + 1
    signs = _columns(words.SIGN_HEADINGS, words.sign_rows())
    row = _write_section(sheet, row, words.SIGNS, signs, styles)
    _write_pairs(sheet, row, [(words.ATTRIBUTION, each) for each in release.county.attribution], styles)
    set_page(sheet, printed)


def indicator_columns(release: Release, level: str, year: int, indicators: Sequence[Indicator]) -> list[Column]:
    """One row per indicator: what is counted, by whom, as of when, by which method, which years are pooled."""
    return _columns(words.INDICATOR_HEADINGS, [_told(release, level, year, each) for each in indicators])


def _told(release: Release, level: str, year: int, each: Indicator) -> tuple[str, ...]:
    source, plan = release.county.sources.get(each.source), release.plan(each.id, level)
    return (
        each.id, each.name, each.theme, each.unit, each.numerator_name, each.denominator_name or "–", words.source_words(source),
        words.as_of_words(source.as_of if source else None),
        "; ".join([METHODS[each.method], *treatment(each, plan, year)]), period(year, plan.pool),
    )  # fmt: skip


def _indicators(release: Release, level: str) -> tuple[list[Indicator], list[str]]:
    """Those in the file, and the names of the others."""
    shown = release.indicators_at(level)
    others = [each for each in release.catalogue.values() if each not in shown]
    return shown, [f"{each.id} {each.name}" for each in others]


def _columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Column]:
    return [Column(heading, [row[position] for row in rows]) for position, heading in enumerate(headings)]


def _write_section(sheet: Worksheet, row: int, heading: str, columns: Sequence[Column], styles: Styles) -> int:
    """A heading and a table; returns the row after an empty one below."""
    sheet.write_string(row, 0, heading, styles.section)
    return write_table(sheet, row + 1, columns, WIDTHS[: len(columns)], styles) + 1


def _write_pairs(
    sheet: Worksheet, row: int, pairs: Iterable[tuple[str, str]], styles: Styles, *, bold: bool = False
) -> int:
    """Heading and text side by side; returns the next row."""
    for heading, text in pairs:
        sheet.write_string(row, 0, heading, styles.label)
        sheet.write_string(row, 1, text, styles.label if bold else styles.wrapped)
        lines = lines_of(heading, WIDTHS[0] - 1), lines_of(text, WIDTHS[1] - 1)
        set_height(sheet, row, max(lines))
        row += 1
    return row
