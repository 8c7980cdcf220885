"""One broken folder for every check of the counts, each with its German sentence."""

import numpy as np
import pytest

from indicators.signs import Sign

GIVEN = """
[S1]
name = "Saldo"
theme = "Wanderung"
method = "given"
numerator = "saldo"
numerator_name = "Wanderungssaldo je 1.000"
signed = true
polarity = 0
level = "quartier"
source = "amt"
why = "Zuzug und Fortzug."
purpose = "Sozialplanung."
"""

RATIO = """
[D2]
name = "Dichte"
theme = "Bevölkerung"
method = "ratio"
numerator = "ew"
numerator_name = "Einwohnerinnen und Einwohner"
denominator = "flaeche_km2"
denominator_name = "Quadratkilometer"
per = 1
polarity = 0
level = "quartier"
source = "amt"
why = "Grundlage."
purpose = "Sozialplanung."
"""


def _only(told):
    assert len(told) == 1, told
    return told[0]


def test_unknown_area(tiny_folder):
    tiny_folder.append("counts.csv", "05999009-01;2024;ew;;10")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 26: Das Gebiet 05999009-01 gibt es nicht. Bitte den Schlüssel prüfen oder das Gebiet in den "
        "Grenzen ergänzen."
    )


def test_lost_leading_zero(tiny_folder):
    tiny_folder.append("counts.csv", "5999001;2024;ew;;3000")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 26: Das Gebiet 5999001 gibt es nicht. Vermutlich fehlt die führende Null: 05999001 (Alfdorf) "
        "würde passen. Bitte die Spalte gebiet als Text speichern."
    )


def test_a_whole_file_without_leading_zeros_is_one_problem(tiny_folder):
    tiny_folder.write("counts.csv", tiny_folder.text().replace("\n05999", "\n5999"))
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeilen 2, 3, 4 und 21 weitere: Die Gebiete 5999001-01, 5999001-02, 5999002-01 und 5999002-02 gibt es "
        "nicht. Vermutlich fehlt die führende Null, passen würden: 5999001-01 → 05999001-01 (Alfdorf 01), 5999001-02 → "
        "05999001-02 (Alfdorf 02), 5999002-01 → 05999002-01 (Bergstadt 01), 5999002-02 → 05999002-02 (Bergstadt 02). "
        "Bitte die Spalte gebiet als Text speichern."
    )


def test_boundaries_that_lost_the_zero(tiny_folder):
    tiny_folder.write_areas("areas/quartier.geojson", [
        {**each, "id": each["id"].lstrip("0")} for each in tiny_folder.quarters()
    ])  # fmt: skip
    told = _only(tiny_folder.error_sentences())
    assert "hat der Schlüssel in den Gebietsgrenzen die führende Null verloren" in told


def test_unknown_measure(tiny_folder):
    tiny_folder.append("counts.csv", "05999001-01;2024;ew_u51;;10")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 26: Das Merkmal „ew_u51“ wird von keiner Kennzahl gebraucht. Gemeint ist vermutlich: ew_u15. "
        "Daten, für die der Katalog keinen Zweck nennt, werden nicht gelesen: bitte den Namen berichtigen, die Kennzahl "
        "in catalogue.toml beschreiben oder die Zeilen entfernen."
    )


def test_the_measure_of_inhabitants_needs_no_indicator(tiny_folder):
    tiny_folder.replace("county.toml", 'inhabitants = "ew"', 'inhabitants = "bev"')
    rows = [(area, "2024", "bev", "", "900") for area in ("05999001-01", "05999001-02")]
    tiny_folder.append("counts.csv", *[";".join(row) for row in rows])
    assert ("bev", "") in list(tiny_folder.open().counts.measures)


def test_duplicate_row_even_with_the_same_number(tiny_folder):
    tiny_folder.append("counts.csv", "05999001-01;2023;ew;;1000")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 26: Diese Angabe steht schon in counts.csv, Zeile 2 (Gebiet 05999001-01 (Alfdorf 01), 2023, "
        "ew). Bitte eine der beiden Zeilen löschen."
    )


def test_duplicate_row_in_another_file(tiny_folder):
    tiny_folder.write("counts_neu.csv", "gebiet;jahr;merkmal;wert\n05999001-01;2023;ew;999\n")
    told = _only(tiny_folder.error_sentences())
    assert told.startswith("counts_neu.csv, Zeile 2: Diese Angabe steht schon in counts.csv, Zeile 2 ")


def test_negative_count(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;ew;;1000", "05999001-01;2023;ew;;-5")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 2: Negative Zahlen kann es hier nicht geben: −5 (Merkmal „ew“, Gebiet 05999001-01 (Alfdorf 01)). "
        "Bitte berichtigen; −1 heißt „nichts vorhanden“ und −9 „geheim“."
    )


def test_no_number(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;ew;;1000", "05999001-01;2023;ew;;#WERT!")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 2: Das ist keine Zahl und kein bekanntes Zeichen: „#WERT!“. Erlaubt sind Zahlen und die Zeichen "
        "–, ., •, /, x sowie −1 und −9."
    )


def test_thousands_separator(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;ew;;1000", "05999001-01;2023;ew;;1.000")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 2: Das kann eine Dezimalzahl oder eine Zahl mit Tausendertrennzeichen sein: „1.000“. Bitte ohne "
        "Tausendertrennzeichen liefern, also 1234 oder 1234,5."
    )


def test_decimals_where_children_are_counted(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;sgb2_u15;;15", "05999001-01;2023;sgb2_u15;;15,5")
    told = _only(tiny_folder.error_sentences())
    assert "Hier werden ganze Zahlen erwartet, geliefert ist 15,5 (Merkmal „sgb2_u15“" in told


def test_decimals_of_a_ratio_are_allowed(tiny_folder):
    tiny_folder.append("catalogue.toml", RATIO)
    areas = [area for area, *_ in tiny_folder.rows()[1::6]]
    tiny_folder.append("counts.csv", *[f"{area};{year};flaeche_km2;;1,25" for area in areas for year in (2023, 2024)])
    folder = tiny_folder.open()
    assert folder.problems == []
    assert folder.counts.values[folder.counts.positions("flaeche_km2")[0]].sum() == 10  # 4 areas, 2 years, 1.25 each


def test_year_out_of_range(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;ew;;1000", "05999001-01;0;ew;;1000")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 2: Das ist kein Jahr zwischen 1900 und 2100: „0“. Bitte nur die Jahreszahl liefern."
    )


def test_numerator_above_denominator(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;sgb2_u15;;15", "05999001-01;2023;sgb2_u15;;151")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 4: Der Zähler ist größer als der Nenner: Kinder in der Grundsicherung (sgb2_u15) 151, Kinder "
        "unter 15 Jahren (ew_u15) 150, im Jahr 2023, Gebiet 05999001-01 (Alfdorf 01). Bitte beide Zahlen prüfen."
    )


def test_numerator_above_a_denominator_that_was_added_up(tiny_folder):
    kept = [row for row in tiny_folder.rows() if row[2] != "sgb2_u15"]
    tiny_folder.write("counts.csv", tiny_folder.text([*kept, ("05999001", "2024", "sgb2_u15", "", "451")]))
    told = _only(tiny_folder.error_sentences())
    assert "(sgb2_u15) 451, Kinder unter 15 Jahren (ew_u15) 450, im Jahr 2024, Gebiet 05999001 (Alfdorf)" in told


def test_parts_that_do_not_add_up(tiny_folder):
    tiny_folder.append("counts.csv", "05999001;2024;ew;;3001", "05999002;2024;ew;;2000")
    assert _only(tiny_folder.error_sentences()) == (
        "counts.csv, Zeile 26: Die Teile ergeben nicht das Ganze: ew, 2024, Gebiet 05999001 (Alfdorf): geliefert 3.001, "
        "Summe der Teile 3.000. Bitte berichtigen oder nur eine der beiden Ebenen liefern. Zählt das Ganze auch Menschen, die "
        "sich keinem seiner Gebiete zuordnen lassen, bitte in county.toml bei [sources.amt] „unplaced = true“ ergänzen."
    )


def test_parts_are_added_up_over_levels_without_delivery(tiny_folder):
    tiny_folder.append("counts.csv", "05999;2024;ew;;4999")
    told = _only(tiny_folder.error_sentences())
    assert "Gebiet 05999 (Musterkreis): geliefert 4.999, Summe der Teile 5.000" in told


def test_parts_cannot_be_compared_where_one_is_secret(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-02;2024;ew;;2000", "05999001-02;2024;ew;;•")
    tiny_folder.append("counts.csv", "05999001;2024;ew;;3001")
    assert tiny_folder.open().problems == []


def test_rounded_parts_may_differ_by_their_rounding(tiny_folder):
    tiny_folder.append("catalogue.toml", RATIO)
    areas = [area for area, *_ in tiny_folder.rows()[1::6]]
    delivered = [f"{area};{year};flaeche_km2;;0,3" for area in areas for year in (2023, 2024)]
    tiny_folder.append("counts.csv", *delivered, "05999001;2024;flaeche_km2;;0,7")
    assert tiny_folder.open().problems == []
    tiny_folder.replace("counts.csv", "05999001;2024;flaeche_km2;;0,7", "05999001;2024;flaeche_km2;;0,8")
    assert "geliefert 0,8, Summe der Teile 0,6" in _only(tiny_folder.error_sentences())


def test_missing_year_of_some_areas(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;sgb2_u15;;15\n", "")
    tiny_folder.replace("counts.csv", "05999001-02;2023;sgb2_u15;;60\n", "")
    assert _only(tiny_folder.warnings()) == (
        "Kinder in der Grundsicherung (sgb2_u15): 2023 fehlt für Alfdorf (2 Quartiere)."
    )


def test_missing_year_everywhere(tiny_folder):
    kept = [row for row in tiny_folder.rows() if row[1:3] != ("2023", "ew")]
    tiny_folder.write("counts.csv", tiny_folder.text(kept))
    assert _only(tiny_folder.warnings()) == "Einwohnerinnen und Einwohner (ew): 2023 fehlt für alle 4 Quartiere."


def test_years_that_nobody_expects_are_not_missing(tiny_folder):
    tiny_folder.replace("catalogue.toml", 'numerator = "sgb2_u15"', 'numerator = "sgb2_u15"\nyears = [2024]')
    kept = [row for row in tiny_folder.rows() if row[1:3] not in {("2023", "sgb2_u15"), ("2023", "ew_u15")}]
    tiny_folder.write("counts.csv", tiny_folder.text(kept))
    assert tiny_folder.warnings() == []


def test_a_level_above_is_not_missing_where_its_parts_are_there(tiny_folder):
    tiny_folder.append("counts.csv", "05999001;2024;ew;;3000")
    assert tiny_folder.warnings() == []


def test_measure_that_nobody_delivered(tiny_folder):
    kept = [row for row in tiny_folder.rows() if row[2] != "sgb2_u15"]
    tiny_folder.write("counts.csv", tiny_folder.text(kept))
    assert _only(tiny_folder.warnings()) == (
        "Kinder in der Grundsicherung (sgb2_u15) ist nicht geliefert. Ohne diese Zahlen kann nicht gezeigt werden: "
        "Kinderarmut."
    )


def test_no_counts_at_all(tiny_folder):
    (tiny_folder.path / "counts.csv").unlink()
    assert _only(tiny_folder.error_sentences()) == (
        "Im Datenordner gibt es keine Zahlen. Erwartet wird counts.csv, counts.xlsx oder counts.parquet."
    )


def test_an_empty_value_is_missing_and_never_zero(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;ew;;1000", "05999001-01;2023;ew;;")
    folder = tiny_folder.open()
    value = folder.counts.values[folder.counts.positions("ew")[0], 0, 0]
    sign = folder.counts.signs[folder.counts.positions("ew")[0], 0, 0]
    assert np.isnan(value)
    assert sign == Sign.ABSENT
    assert tiny_folder.warnings()[-1] == (
        "counts.csv, Zeile 2: Hier steht kein Wert. Die Angabe gilt als nicht geliefert, nicht als 0."
    )


@pytest.mark.parametrize(
    ("code", "sign"),
    [("-1", Sign.NOTHING), ("–", Sign.NOTHING), ("-9", Sign.SECRET), ("•", Sign.SECRET), (".", Sign.UNKNOWN),
     ("/", Sign.UNRELIABLE), ("x", Sign.BLOCKED)],
)  # fmt: skip
def test_codes_are_signs_and_never_numbers(tiny_folder, code, sign):
    tiny_folder.replace("counts.csv", "05999001-01;2023;ew;;1000", f"05999001-01;2023;ew;;{code}")
    folder = tiny_folder.open()
    cell = (folder.counts.positions("ew")[0], 0, 0)
    assert folder.counts.signs[cell] == sign
    assert np.isnan(folder.counts.values[cell])
    assert folder.problems == []


def test_minus_one_is_a_number_of_a_signed_indicator(tiny_folder):
    tiny_folder.append("catalogue.toml", GIVEN)
    values = {"05999001-01": "-1", "05999001-02": "-9", "05999002-01": "-2,5", "05999002-02": "–"}
    tiny_folder.append("counts.csv", *[f"{a};{y};saldo;;{v}" for a, v in values.items() for y in (2023, 2024)])
    counts = tiny_folder.open().counts
    at = counts.positions("saldo")[0]
    assert counts.values[at, :3, 0].tolist() == [-1, -9, -2.5]
    assert counts.signs[at, :, 0].tolist() == [Sign.SHOWN, Sign.SHOWN, Sign.SHOWN, Sign.NOTHING]


def test_given_values_of_two_levels_need_not_add_up(tiny_folder):
    tiny_folder.append("catalogue.toml", GIVEN)
    areas = [area for area, *_ in tiny_folder.rows()[1::6]] + ["05999001", "05999002"]
    tiny_folder.append("counts.csv", *[f"{area};{year};saldo;;2,5" for area in areas for year in (2023, 2024)])
    assert tiny_folder.open().problems == []


def test_unknown_age_band(tiny_folder):
    standardised = GIVEN.replace("[S1]", "[G7]").replace('"given"', '"standardised"').replace("signed = true\n", "")
    standardised += 'denominator = "ew_alter"\ndenominator_name = "Einwohner nach Alter"\nstandard = "ESP2013"\n'
    tiny_folder.append("catalogue.toml", standardised)
    rows = [f"05999001-01;2024;{name};{band};5" for name in ("saldo", "ew_alter") for band in ("0", "05. Sep")]
    tiny_folder.append("counts.csv", *rows)
    told = tiny_folder.error_sentences()
    assert (
        "counts.csv, Zeile 27: Unbekannte Altersgruppe: „05. Sep“ bei Merkmal „saldo“. Erlaubt sind: 0, 1-4," in told[0]
    )


def test_columns_that_are_not_read(tiny_folder):
    rows = [(*row, "note" if number == 0 else "") for number, row in enumerate(tiny_folder.rows())]
    tiny_folder.write("counts.csv", tiny_folder.text(rows))
    assert _only(tiny_folder.warnings()).startswith("counts.csv: Diese Spalten werden nicht gelesen: „note“.")


def test_files_that_are_not_read(tiny_folder):
    tiny_folder.write("count.csv", "gebiet;jahr\n")
    assert _only(tiny_folder.warnings()) == (
        "count.csv: Diese Datei wird nicht gelesen, weil nichts sie nennt. Gemeint ist vermutlich „counts.csv“. Bitte "
        "umbenennen oder entfernen."
    )


def test_second_sheet_is_named(tiny_folder):
    import openpyxl

    (tiny_folder.path / "counts.csv").unlink()
    book = openpyxl.Workbook()
    for row in tiny_folder.rows():
        book.active.append(list(row))
    book.create_sheet("Notizen").append(["bitte beachten"])
    book.save(tiny_folder.path / "counts.xlsx")
    assert _only(tiny_folder.warnings()).startswith(
        "counts.xlsx: Nur das erste Tabellenblatt wird gelesen. Weitere Blätter mit Inhalt: „Notizen“."
    )


def test_deliveries_tell_what_was_read(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2023;ew;;1000", "05999001-01;2023;ew;;•")
    assert tiny_folder.open().deliveries.loc["counts.csv"].to_dict() == {
        "Zeilen": "24", "Merkmale": "3", "Jahre": "2023–2024", "Stand": "31.12.2024", "Zeichen": "1 × •"
    }  # fmt: skip


def test_fingerprint_changes_with_every_file_that_is_read(tiny_folder):
    from monitor.folder import folder_fingerprint

    before = folder_fingerprint(tiny_folder.path)
    tiny_folder.write("README.md", "Notizen")
    assert folder_fingerprint(tiny_folder.path) == before
    for name in ("counts.csv", "county.toml", "catalogue.toml", "areas/gemeinde.geojson"):
        content = (tiny_folder.path / name).read_bytes()
        tiny_folder.write(name, content + b"\n")
        assert folder_fingerprint(tiny_folder.path) != before
        tiny_folder.write(name, content)
    assert folder_fingerprint(tiny_folder.path) == before
