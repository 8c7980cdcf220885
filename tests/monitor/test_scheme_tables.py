"""Tables as offices upload them: base units or streets, CSV or Excel."""

import io
import zipfile

import pandas as pd
import pytest

from monitor.scheme_tables import read_scheme_table

UNITS = ["1", "2"]


def _read(content, name, folder):
    return read_scheme_table(content, name, folder, "m", UNITS, 3, "Neu")


def _excel(table):
    buffer = io.BytesIO()
    table.to_excel(buffer, index=False)
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_base_units(tmp_path, suffix):
    table = pd.DataFrame({"Einheit": ["1", "2"], "Sozialraum": ["Süd", "West"]})
    content = table.to_csv(index=False, sep=";").encode("cp1252") if suffix == "csv" else _excel(table)
    scheme, problems = _read(content, f"a.{suffix}", tmp_path)
    assert problems == [] and (scheme.version, scheme.name) == (3, "Neu")
    assert [scheme.areas[area] for area in scheme.area_of()] == ["Süd", "West"]


def test_streets_with_the_addresses_of_the_data_folder(tmp_path):
    rules = "Straße;hausnummer_von;hausnummer_bis;seite;sozialraum\nHauptstr.;1;9;;A\nHauptstr.;10;;;B\n".encode()
    assert [problem.code for problem in _read(rules, "a.csv", tmp_path)[1]] == ["scheme_addresses_missing"]
    addresses = (
        "einheit;strasse;hausnummer_von;hausnummer_bis;seite;einwohner\n1;Hauptstraße;1;9;;12\n2;Hauptstraße;10;10;;7\n"
    )
    (tmp_path / "strassen.csv").write_text(addresses, encoding="utf-8")
    scheme, problems = _read(rules, "a.csv", tmp_path)
    assert problems == [] and {unit: scheme.areas[area] for unit, area in scheme.area_of().items()} == {
        "1": "A",
        "2": "B",
    }


def test_faults_name_the_uploaded_file_and_its_line(tmp_path):
    scheme, problems = _read(b"einheit;sozialraum\n1;A\n9;B\n", "zuordnung.csv", tmp_path)
    assert scheme is None
    assert [(problem.code, problem.file, problem.line) for problem in problems] == [
        ("scheme_unit_not_there", "zuordnung.csv", 3)
    ]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.csv", "file_empty"),
        (b"%PDF-1.7", "a.pdf", "scheme_table_type"),
        (b"kein Excel", "a.xlsx", "file_content_unexpected"),
        (b"einheit;sozialraum\n" + b"1;A\n" * 3_000_000, "a.csv", "scheme_file_too_large"),
    ],
)
def test_what_is_no_table(tmp_path, content, name, code):
    scheme, problems = _read(content, name, tmp_path)
    assert scheme is None and [(problem.code, problem.file) for problem in problems] == [(code, name)]


def test_a_workbook_that_unpacks_without_end(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(101_000_000))
    assert [problem.code for problem in _read(buffer.getvalue(), "a.xlsx", tmp_path)[1]] == ["scheme_file_too_large"]
