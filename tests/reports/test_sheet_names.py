"""Names of worksheets, against what Excel refuses."""

import re

import pytest

from reports.sheet_names import sheet_names

LONG = "Armut, Wohnen und Gesundheit von Familien"  # 41 characters


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Armutslagen", "Arbeit"], ["Armutslagen", "Arbeit"]),
        (["Arbeit/Einkommen", "Arbeit:Einkommen"], ["Arbeit-Einkommen", "Arbeit-Einkommen (2)"]),
        (["ARBEIT", "arbeit", "Arbeit (2)"], ["ARBEIT", "arbeit (2)", "Arbeit (2) (2)"]),
        ([LONG, LONG], ["Armut, Wohnen und Gesundheit vo", "Armut, Wohnen und Gesundhei (2)"]),
        (["'Kinder'", "Mutter's Kind"], ["Kinder", "Mutter's Kind"]),
        (["History"], ["History (2)"]),
        (["a\tb\nc", "***", "''"], ["a-b-c", "---", "Blatt"]),
        (["🏠" * 20], ["🏠" * 15]),  # two UTF-16 units each
        ([f"{'x' * 30} y"], ["x" * 30]),
    ],
)
def test_names(titles, names):
    assert sheet_names(titles) == names


def test_nothing_that_excel_refuses():
    titles = ["[A]*?/\\:", "Über diese Datei", "über diese datei", LONG, LONG[:31], f"{LONG[:31]}!", "'", ""]
    names = sheet_names(titles)
    assert len({name.lower() for name in names}) == len(titles)
    assert all(
        0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) and name.strip("'") == name for name in names
    )
