"""The register as files: what stands in them, and that nothing in them is calculated."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest

from reports.formula_cells import as_text
from reports.register import register_csv, register_rows, register_xlsx
from store.kinds import Decision
from store.levels import Level

TODAY = date(2025, 6, 1)
HEADINGS = ["Tag", "Gremium", "Titel", "Beschluss", "Begründung", "Kennzahl", "Strategie", "Freigabe"]
DECISIONS = [
    Decision(
        id="1", title="Kita zuerst", body="Kreistag", day=date(2025, 3, 1), text="Satz eins; Satz „zwei“.\nZeile zwei",
        reasons="", indicator="A2", strategy_id="s1", release_level=Level.PUBLIC, embargo=None,
    ),
    Decision(
        id="2", title="=1+1", body='=HYPERLINK("http://example.org")', day=date(2024, 12, 5), text="@SUM(A1)\t+1",
        reasons="-2+3 http://example.org", indicator="Z9", strategy_id="gone", release_level=Level.PUBLIC,
        embargo=date(2025, 12, 1),
    ),
]  # fmt: skip


@pytest.fixture
def rows():
    return register_rows(DECISIONS, {"A2": "Kinderarmut"}, {"s1": "Früh beginnen"}, TODAY)


def read_csv(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_for_german_excel(rows):
    head, first, second = read_csv(register_csv(rows))
    assert head == HEADINGS
    assert first == [
        "01.03.2025", "Kreistag", "Kita zuerst", "Satz eins; Satz „zwei“.\nZeile zwei", "", "Kinderarmut (A2)",
        "Früh beginnen", "öffentlich",
    ]  # fmt: skip
    assert second == [
        "05.12.2024", "'=HYPERLINK(\"http://example.org\")", "'=1+1", "'@SUM(A1)\t+1", "'-2+3 http://example.org",
        "Z9", "", "öffentlich ab 1.12.2025 (bis dahin Gremien)",
    ]  # fmt: skip


def test_every_cell_of_the_workbook_is_text_as_it_was_entered(rows):
    sheet = openpyxl.load_workbook(io.BytesIO(register_xlsx(rows, "Beschlüsse", "Beispiel"))).active
    cells = list(sheet.iter_rows(min_row=1, max_row=3))
    assert [cell.value for cell in cells[0]] == HEADINGS
    assert [cell.value for cell in cells[2]][:5] == [
        "05.12.2024", '=HYPERLINK("http://example.org")', "=1+1", "@SUM(A1)\t+1", "-2+3 http://example.org",
    ]  # fmt: skip
    assert {cell.data_type for row in cells for cell in row if cell.value is not None} == {"s"}
    assert all(cell.hyperlink is None for row in cells for cell in row)


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 228 1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "-", "=cmd|' /C calc'!A0"]
)
def test_what_would_be_calculated_gets_an_apostrophe(text):
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Kita", "1+1", "-12,5", "+3 %", "-1.234,5", "a=b", "'=1"])
def test_other_text_stays(text):
    assert as_text(text) == text
