"""Deliberately broken files: each ends in German sentences that name the file, never in a traceback."""

import gzip

import pytest

from texts.problems import sentence

HEAD = b"gebiet;jahr;merkmal;gruppe;wert\n"
ROW = b"05999001-01;2024;ew;;10\n"

# name of the file, its bytes, what the sentence must say
BROKEN = {
    "empty": ("counts.csv", b"", "counts.csv: Diese Datei ist leer"),
    "blank": ("counts.csv", b" \n\n\r\n", "leer"),
    "only a byte order mark": ("counts.csv", b"\xef\xbb\xbf", "leer"),
    "only separators": ("counts.csv", b";;;;\n;;;;\n", "leer"),
    "only headings": ("counts.csv", HEAD, "nur Spaltennamen"),
    "no headings": ("counts.csv", ROW, "Die erste Zeile muss die Spaltennamen enthalten"),
    "another table": ("counts.csv", b"name;alter\nAnna;7\n", "Die Spalte „jahr“ fehlt"),
    "mistyped heading": ("counts.csv", HEAD.replace(b"merkmal", b"merkmahl") + ROW, "Gemeint ist vermutlich „merkmahl“"),
    "heading twice": ("counts.csv", b"gebiet;jahr;wert;merkmal;wert\n1;2;3;4;5\n", "„wert“ kommt mehrmals vor"),
    "heading twice in capitals": ("counts.csv", b"gebiet;jahr;wert;merkmal;Wert\n1;2;3;4;5\n", "„wert“ kommt mehrmals"),
    "heading without a name": ("counts.csv", b"gebiet;jahr;;merkmal;wert\n1;2;3;4;5\n", "Die 3. Spalte hat keinen Namen"),
    "one field too few": ("counts.csv", HEAD + ROW + b"05999001-01;2024;ew;10\n", "counts.csv, Zeile 3: Hier stehen 4 statt 5"),
    "one field too many": ("counts.csv", HEAD + ROW.replace(b"\n", b";note\n"), "Zeile 2: Hier stehen 6 statt 5"),
    "decimal comma between commas": ("counts.csv", b"gebiet,jahr,merkmal,wert\nA,2024,ew,1,5\n", "Anführungszeichen"),
    "quotation mark not closed": ("counts.csv", HEAD + b'"05999001-01;2024;ew;;10\n' + ROW, "Zeile 2: Ab hier ist ein Anführungszeichen"),
    "quotation mark inside": ("counts.csv", HEAD + ROW + b'"05999"001-02;2024;ew;;1\n', "Zeile 3: Ab hier ist ein Anführungszeichen"),
    "zero bytes": ("counts.csv", HEAD + b"05999001-01;2024;ew;;1\x000\n", "keinen lesbaren Text"),
    "noise": ("counts.csv", bytes(range(256)) * 8, "keinen lesbaren Text"),
    "cut in UTF-16": ("counts.csv", b"\xff\xfe" + HEAD.decode().encode("utf-16-le")[:-1], "keinen lesbaren Text"),
    "UTF-16 without mark": ("counts.csv", HEAD.decode().encode("utf-16-le"), "keinen lesbaren Text"),
    "Excel called CSV": ("counts.csv", b"PK\x03\x04" + bytes(40), "in Wahrheit eine Excel-Mappe"),
    "old Excel called CSV": ("counts.csv", b"\xd0\xcf\x11\xe0" + bytes(40), "alte Excel-Mappe"),
    "PDF called CSV": ("counts.csv", b"%PDF-1.7\n%\xe2\xe3", "in Wahrheit ein PDF"),
    "error page called CSV": ("counts.csv", b"<!DOCTYPE html>\n<html><body>404</body></html>", "Internetseite"),
    "Parquet called CSV": ("counts.csv", b"PAR1" + bytes(20), "in Wahrheit eine Parquet-Datei"),
    "archive called CSV": ("counts.csv", gzip.compress(HEAD + ROW), "in Wahrheit ein Archiv"),
    "CSV called Excel": ("counts.xlsx", HEAD + ROW, "ist aber keine Excel-Mappe"),
    "damaged Excel": ("counts.xlsx", b"PK\x03\x04" + bytes(200), "Die Excel-Mappe ist beschädigt"),
    "Excel with password": ("counts.xlsx", b"\xd0\xcf\x11\xe0" + bytes(200), "mit einem Kennwort geschützt"),
    "empty Excel": ("counts.xlsx", b"", "leer"),
    "CSV called Parquet": ("counts.parquet", HEAD + ROW, "ist aber keine Parquet-Datei"),
    "damaged Parquet": ("counts.parquet", b"PAR1" + bytes(50) + b"PAR1", "Die Parquet-Datei ist beschädigt"),
    "empty Parquet": ("counts.parquet", b"", "leer"),
    "word for a number": ("counts.csv", HEAD + b"05999001-01;2024;ew;;viele\n", "Zeile 2: Das ist keine Zahl und kein bekanntes Zeichen: „viele“"),
    "day for a year": ("counts.csv", HEAD + b"05999001-01;31.12.2024;ew;;10\n", "kein Jahr zwischen 1900 und 2100: „31.12.2024“"),
    "year of the distant future": ("counts.csv", HEAD + b"05999001-01;20244;ew;;10\n", "kein Jahr"),
    "area left out": ("counts.csv", HEAD + b";2024;ew;;10\n", "In der Spalte „gebiet“ steht nichts"),
    "measure left out": ("counts.csv", HEAD + b"05999001-01;2024;;;10\n", "In der Spalte „merkmal“ steht nichts"),
    "all values left out": ("counts.csv", HEAD + b"05999001-01;2024;ew;;\n", "kein einziger Wert"),
    "footer": ("counts.csv", HEAD + ROW + "© Statistische Ämter\n".encode(), "Zeile 3: Hier stehen 1 statt 5"),
    "settings that are no text": ("county.toml", b"\x00\x01\x02", "county.toml: Die Datei enthält keinen lesbaren Text"),
    "settings without a quotation mark": ("county.toml", b'name = "Kreis\n', "county.toml, Zeile 1"),
    "empty settings": ("county.toml", b"", "county.toml: Diese Datei ist leer"),
    "settings that are a table": ("county.toml", HEAD + ROW, "county.toml, Zeile 1"),
    "catalogue with a section twice": ("catalogue.toml", b'[A]\nname = "a"\n[A]\nname = "b"\n', "catalogue.toml, Zeile 3"),
    "catalogue without sections": ("catalogue.toml", b'name = "A2"\n', "steht vor der ersten Überschrift"),
    "catalogue of remarks": ("catalogue.toml", b"# noch leer\n", "Der Katalog enthält keine Kennzahl"),
    "boundaries that are none": ("areas/quartier.geojson", b"{", "areas/quartier.geojson"),
    "boundaries that are a table": ("areas/quartier.geojson", HEAD + ROW, "areas/quartier.geojson"),
    "empty boundaries": ("areas/quartier.geojson", b"", "areas/quartier.geojson"),
    "boundaries without areas": ("areas/quartier.geojson", b'{"type": "FeatureCollection", "features": []}', "quartier.geojson"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_broken_file_is_told_in_german(tiny_folder, case):
    name, content, expected = BROKEN[case]
    if name.startswith("counts"):
        (tiny_folder.path / "counts.csv").unlink()
    tiny_folder.write(name, content)
    told = [sentence(problem) for problem in tiny_folder.errors()]
    assert any(expected in each for each in told), told
    assert any(name in each for each in told) or case == "all values left out", told
    assert len(told) < 12, told


def test_all_faults_of_a_folder_are_told_at_once(tiny_folder):
    tiny_folder.replace("county.toml", 'name = "Musterkreis"', "nam = 3")
    tiny_folder.replace("catalogue.toml", "polarity = -1", "polarity = 7")
    tiny_folder.append("counts.csv", "05999001-01;2024;ew;Senioren;viele", "99;2024;ew;;3")
    told = "\n".join(tiny_folder.error_sentences())
    assert "county.toml, Zeile 1: Den Schlüssel „nam“ gibt es nicht. Gemeint ist vermutlich „name“." in told
    assert "catalogue.toml, Zeile 9: Abschnitt [A2]: Bei „polarity“ steht „7“, erlaubt sind nur: -1, 0, 1." in told
    assert "counts.csv, Zeile 26: Das ist keine Zahl und kein bekanntes Zeichen: „viele“" in told
    assert "counts.csv, Zeile 27: Das Gebiet 99 gibt es nicht." in told


def test_a_folder_that_is_not_there(tmp_path):
    from monitor.folder import open_folder
    from problem import DataError

    with pytest.raises(DataError) as raised:
        open_folder(tmp_path / "nirgends")
    assert sentence(raised.value.problems[0]).endswith("nirgends“ gibt es nicht. Bitte den Pfad prüfen.")


def test_an_empty_folder_names_what_is_missing(tmp_path):
    from monitor.folder import open_folder
    from problem import DataError

    with pytest.raises(DataError) as raised:
        open_folder(tmp_path)
    told = [sentence(problem) for problem in raised.value.problems]
    assert any(each.startswith("county.toml: Diese Datei fehlt.") for each in told)
    assert any(each.startswith("catalogue.toml: Diese Datei fehlt.") for each in told)
    assert any("keine Zahlen" in each for each in told)
