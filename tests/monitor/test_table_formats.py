"""Every accepted format gives the same counts."""

import codecs

import numpy as np
import openpyxl
import pandas as pd
import pytest

from monitor.tables import read_table


def _xlsx(path, rows):
    book = openpyxl.Workbook()
    for number, row in enumerate(rows):
        area, year, measure, group, value = row
        book.active.append(list(row) if number == 0 else [area, int(year), measure, group or None, float(value)])
    book.save(path)


def _parquet(path, rows, **types):
    pd.DataFrame(rows[1:], columns=list(rows[0])).astype(types).to_parquet(path, index=False)


def _deliver(folder, form):
    rows, counts_text = folder.rows(), folder.text
    (folder.path / "counts.csv").unlink()
    latin = counts_text().replace("jahr", "Jahr").replace("\n", "\r\n")
    texts = {
        "semicolon": counts_text(),
        "comma": counts_text(delimiter=","),
        "tab": counts_text(delimiter="\t"),
        "byte order mark": codecs.BOM_UTF8 + counts_text().encode(),
        "latin-1": latin.encode("latin-1"),
        "utf-16": counts_text().encode("utf-16"),
        "old mac": counts_text().replace("\n", "\r"),
        "quoted": "".join('"' + '";"'.join(row) + '"\n' for row in rows),
        "excel hint": "sep=;\n" + counts_text(),
        "decimal zero with comma": counts_text([rows[0], *[(*row[:4], f"{row[4]},0") for row in rows[1:]]]),
        "decimal zero with point": counts_text([rows[0], *[(*row[:4], f"{row[4]}.0") for row in rows[1:]]]),
        "empty lines": counts_text().replace("\n", "\n\n") + ";;;;\n",
        "trailing separators": counts_text().replace("\n", ";;\n"),
        "capital headings": counts_text([tuple(name.upper() for name in rows[0]), *rows[1:]]),
        "without groups": counts_text([(*row[:3], row[4]) for row in rows]),
    }
    if form in texts:
        folder.write("counts.csv", texts[form])
    elif form == "xlsx":
        _xlsx(folder.path / "counts.xlsx", rows)
    elif form == "parquet of texts":
        _parquet(folder.path / "counts.parquet", rows)
    elif form == "parquet of numbers":
        _parquet(folder.path / "counts.parquet", rows, jahr="int32", merkmal="category", wert="float64")
    elif form == "several files":
        folder.write("counts_a.csv", counts_text(rows[:9]))
        folder.write("counts/b.csv", counts_text([rows[0], *rows[9:]]))


FORMS = (
    "semicolon", "comma", "tab", "byte order mark", "latin-1", "utf-16", "old mac", "quoted", "excel hint",
    "decimal zero with comma", "decimal zero with point", "empty lines", "trailing separators", "capital headings",
    "without groups", "xlsx", "parquet of texts", "parquet of numbers", "several files",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_same_counts_from_every_format(tiny_folder, form):
    expected = tiny_folder.open().counts
    _deliver(tiny_folder, form)
    folder = tiny_folder.open()
    assert folder.problems == []
    assert list(folder.counts.measures) == list(expected.measures)
    assert list(folder.counts.areas) == list(expected.areas)
    np.testing.assert_array_equal(folder.counts.values, expected.values)
    np.testing.assert_array_equal(folder.counts.signs, expected.signs)


def test_latin_1_keeps_umlauts(tmp_path):
    path = tmp_path / "tabelle.csv"
    path.write_bytes("gebiet;merkmal\n05382;Schüler – Grundschule\n".encode("cp1252"))
    table, problems = read_table(path)
    assert problems == []
    assert table["merkmal"].tolist() == ["Schüler – Grundschule"]


def test_lines_are_those_of_the_file(tmp_path):
    path = tmp_path / "tabelle.csv"
    path.write_text('a;b\n\n1;"zwei\nZeilen"\n3;4\n\n5;6\n', encoding="utf-8")
    table, _ = read_table(path)
    assert table["line"].tolist() == [3, 5, 7]


def test_lines_without_quotation_marks_are_those_of_the_file(tmp_path):
    path = tmp_path / "tabelle.csv"
    path.write_text("a;b\n\n1;2\n;\n3;4\n", encoding="utf-8")
    table, _ = read_table(path)
    assert table["line"].tolist() == [3, 5]
    assert table["a"].tolist() == ["1", "3"]


def test_rows_of_a_sheet_with_a_gap(tmp_path):
    book = openpyxl.Workbook()
    for row in (["a", "b"], [5382004, 12.0], [], ["x", 1.234]):
        book.active.append(row)
    book.save(tmp_path / "tabelle.xlsx")
    table, problems = read_table(tmp_path / "tabelle.xlsx")
    assert problems == []
    assert table["line"].tolist() == [2, 4]
    assert table["a"].tolist() == ["5382004", "x"]
    assert table["b"].tolist() == ["12", "1.2340"]


def test_decimal_commas_in_quotes_between_commas(tmp_path):
    path = tmp_path / "tabelle.csv"
    path.write_text('ags,name,lon\n05111000,"Düsseldorf, Stadt","6,780068"\n', encoding="utf-8")
    table, _ = read_table(path)
    assert table.iloc[0].tolist() == ["05111000", "Düsseldorf, Stadt", "6,780068", 2]
