"""The workbook against the command line, cell by cell; opened by openpyxl and by LibreOffice."""

import csv
import io
import re
import shutil
import subprocess
import time
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from monitor.attention import rule_of
from monitor.cli import main
from reports.about import about
from reports.workbook import workbook
from tests.monitor import test_real_counties
from tests.monitor.conftest import TinyFolder
from tests.reports.conftest import SAMPLE, YEAR, loaded, number_in, rows_of
from texts.attention import WHAT_IF
from views.view import areas_in

NUMBERS = {
    "zaehler": "Anzahl", "nenner": "Grundgesamtheit", "wert": "Wert", "geglaettet": "Geglättet",
    "unten95": "Untere Grenze 95 %", "oben95": "Obere Grenze 95 %",
    "unten998": "Untere Grenze 99,8 %", "oben998": "Obere Grenze 99,8 %",
}  # fmt: skip
WORDS = {
    "vergleich": "Vergleich",
    "zielwert": "Zielwert",
    "trend": "Trend",
    "zeichen": "Zeichen",
    "zuschnitt": "Zuschnitt",
}
ABOUT, ATTENTION = "Über diese Datei", "Aufmerksamkeit"
TROISDORF, HIDDEN = "05382068", "05382044-10"  # the latter: fewer than 300 inhabitants, much of it hidden
EXACT = pytest.approx  # Excel keeps 16 digits: the last one may differ
NAMES = {
    "05999001-01": "=1+1",
    "05999001-02": "Ü" * 240,
    "05999002-01": 'Am "Alten Markt" & <West>',
    "05999002-02": "@SUM(A1)",
}
CSV_ALL = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1"  # every sheet, cells as shown
COUNTY = "Kreis \"Nord\" & 'Süd' <Mitte>"
THEMES = ("Armut/Kinder: von 0 bis unter 15 Jahren [neu]", "Bevölkerung, Haushalte und Zusammenleben")


def made(shown, level, year=YEAR, **options):
    rule = options.get("rule")
    said = about(shown.release, "karte", {"ebene": level, "jahr": str(year)}, rule=rule)
    return workbook(shown, level, year, said, **options)


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def table_of(sheet):
    """Rows of a sheet as dicts of cells by heading."""
    heading, *rows = sheet.iter_rows()
    return [dict(zip([cell.value for cell in heading], row, strict=True)) for row in rows]


def values_of(book):
    """(indicator, area) → cells, of all sheets of themes."""
    sheets = [sheet for sheet in book if sheet.title not in (ABOUT, ATTENTION)]
    rows = [row for sheet in sheets for row in table_of(sheet)]
    found = {(row["Kennzahl"].value, row["Schlüssel"].value): row for row in rows}
    assert len(found) == len(rows)
    return found


def compare(found, expected):
    """Every number, word and sign of the workbook is the one of the command line."""
    for pair, cells in found.items():
        row = expected[pair]
        for name, heading in NUMBERS.items():
            number, cell = number_in(row[name]), cells[heading]
            assert cell.data_type == "n" and cell.number_format.startswith("#,##0")
            assert (cell.value is None) if number is None else (cell.value == EXACT(number, rel=1e-14, abs=1e-14)), pair
        for name, heading in WORDS.items():
            assert (cells[heading].value or "") == row[name], pair


@pytest.fixture(scope="module")
def books(shown):
    """level → workbook of the shipped county."""
    return {level: opened(made(shown, level)) for level in ("kreis", "gemeinde", "quartier")}


@pytest.mark.parametrize(
    ("level", "areas", "indicators"), [("kreis", 1, 28), ("gemeinde", 19, 28), ("quartier", 158, 21)]
)
def test_the_numbers_are_those_of_the_command_line(books, computed, level, areas, indicators):
    found, expected = values_of(books[level]), computed(level)
    assert len(found) == areas * indicators
    compare(found, expected)
    left_out = {pair for pair in expected if pair not in found}
    assert not any(expected[pair]["wert"] for pair in left_out)  # never shown at this level


@pytest.mark.slow
def test_the_numbers_of_an_earlier_year(shown, computed):
    compare(values_of(opened(made(shown, "quartier", 2020))), computed("quartier", 2020))


def test_the_real_municipalities(tmp_path, computed, office):
    if not test_real_counties.INKAR.is_file():
        pytest.skip("real open data in ../shared/data are not there")
    folder = test_real_counties._folder(tmp_path, "vg250_rhein_sieg.zip", "05382")
    content = made(loaded(folder), "gemeinde", 2021)
    found = values_of(opened(content))
    assert len(found) == 19
    compare(found, computed("gemeinde", 2021, folder))
    siegburg = found["A5", "05382060"]
    assert siegburg["Wert"].value == pytest.approx(6.93, abs=0.005)  # INKAR prints 6.93
    assert siegburg["Gebiet"].value == "Siegburg" and "Kommune" not in siegburg
    [path] = [each for each in office(content, ".xlsx", CSV_ALL) if each.stem.endswith("-Arbeit")]
    printed = {row["Gebiet"]: row for row in csv.DictReader(path.open(encoding="utf-8"), delimiter=";")}
    assert printed["Siegburg"]["Wert"] == "6,93"


def test_a_missing_number_is_an_empty_cell_beside_its_sign(books):
    signs = {}
    for level in ("gemeinde", "quartier"):
        for cells in values_of(books[level]).values():
            sign = cells["Zeichen"].value
            assert (cells["Wert"].value is None) == bool(sign) == bool(cells["Bedeutung"].value)
            if sign:
                signs.setdefault(sign, set()).add(cells["Bedeutung"].value)
                assert all(cells[heading].value is None for heading in NUMBERS.values())
    assert signs == {
        "…": {"nicht geliefert"},
        "•": {
            "geheim: Die Anzahl ist klein, oder aus ihr ließe sich eine kleine errechnen",
            "geheim: Zu wenige Personen für einen Anteil",
        },
    }


def test_an_indicator_without_numbers_in_this_year_has_its_rows(books):
    rows = [cells for (indicator, _), cells in values_of(books["quartier"]).items() if indicator == "T1"]
    assert len(rows) == 158  # elections were in 2015 and 2020, not in 2024
    assert {cells["Zeichen"].value for cells in rows} == {"…"}


def test_an_indicator_of_a_coarser_level_is_named_and_has_no_rows(books):
    assert "G9" not in {indicator for indicator, _ in values_of(books["quartier"])}
    assert "G9 Hausärztinnen und Hausärzte" in about_of(books["quartier"])["Auf dieser Ebene ohne Zahlen"][0]
    assert "Auf dieser Ebene ohne Zahlen" not in about_of(books["gemeinde"])


def test_names_units_periods_and_decimals(books):
    found = values_of(books["quartier"])
    cells = {heading: cell.value for heading, cell in found["G1", f"{TROISDORF}-01"].items()}
    assert cells["Gebiet"] == "Troisdorf 01" and cells["Kommune"] == "Troisdorf"
    assert cells["Name"] == "Sprache auffällig bei der Einschulung"
    assert cells["Zeitraum"] == "2022–2024" and cells["Einheit"] == "%"  # three years are pooled
    formats = {heading: cell.number_format for heading, cell in found["A3", f"{TROISDORF}-01"].items()}
    assert formats["Wert"] == formats["Obere Grenze 95 %"] == "#,##0.00" and formats["Anzahl"] == "#,##0"
    posts = values_of(books["gemeinde"])["G9", TROISDORF]["Anzahl"]  # full-time posts can be halves
    assert posts.number_format == ("#,##0" if posts.value == int(posts.value) else "#,##0.0###")
    assert {
        each.value % 1 for each in (row["Anzahl"] for row in values_of(books["gemeinde"]).values()) if each.value
    } == {0, 0.5}


def test_one_sheet_per_theme_behind_what_must_be_known_first(books, shown):
    themes = list(dict.fromkeys(each.theme for each in shown.release.catalogue.values()))
    assert books["gemeinde"].sheetnames == [ABOUT, ATTENTION, *themes]
    assert books["kreis"].sheetnames == [ABOUT, *themes]  # no rule judges the whole
    assert books["quartier"].active.title == ABOUT
    for sheet in books["gemeinde"].worksheets[2:]:
        assert {row["Name"].value for row in table_of(sheet)} == {
            each.name for each in shown.release.catalogue.values() if each.theme == sheet.title
        }


def test_heads_stay_and_have_filters(books):
    for sheet in books["quartier"].worksheets[1:]:
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref == sheet.dimensions  # from A1 to the last cell
        assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.paperSize == 9
        for cell in sheet[1]:
            assert cell.font.b and cell.alignment.wrap_text
            assert contrast(cell.font.color.rgb[2:], cell.fill.start_color.rgb[2:]) >= 4.5
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert all(8 <= width <= 50 for width in widths)
        assert all(len(str(cell.value)) < widths[1] for cell in sheet["B"][1:])  # names of areas are not cut off


def contrast(first, second):
    """Source: WCAG 2.2, relative luminance and contrast ratio."""
    lights = sorted((luminance(each) for each in (first, second)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def about_of(book):
    """Heading → texts of the first sheet."""
    found = {}
    for heading, text, *_ in book[ABOUT].iter_rows(values_only=True):
        if heading:
            found.setdefault(heading, []).append(text)
    return found


def test_what_the_file_says_of_itself(books, shown):
    release, said = shown.release, about(shown.release, "karte", {"ebene": "quartier", "jahr": "2024"})
    found = about_of(books["quartier"])
    assert list(found)[:2] == ["Rhein-Sieg-Kreis: Kennzahlen der Ebene „Quartiere“, 2024", "Hinweis"]
    assert found["Hinweis"] == [release.county.notice]
    for heading, text in said.rows:
        assert found[heading] == [text]
    assert found["Quellenangaben"] == list(release.county.attribution)
    for sign, meaning in (("…", "nicht geliefert"), ("•", "geheim: Zu wenige Personen für einen Anteil")):
        assert meaning in found[sign]


def test_indicators_are_explained(books):
    told = [list(row[:10]) for row in books["quartier"][ABOUT].iter_rows(values_only=True)]
    start = told.index(
        ["Kennzahl", "Name", "Thema", "Einheit", "Zähler", "Nenner", "Quelle", "Stand", "Verfahren", "Zeitraum"]
    )
    rows = {row[0]: row for row in told[start + 1 : start + 22]}
    assert rows["G1"] == [
        "G1", "Sprache auffällig bei der Einschulung", "Gesundheit", "%", "Kinder mit auffälligem Sprachbefund",
        "Untersuchte Kinder", "Schuleingangsuntersuchung und zahnärztlicher Dienst (Gesundheitsamt des Kreises)", "31.08.2024",
        "Anteil mit Wilson-Vertrauensbereich; 3 Jahrgänge zusammengefasst, 2022–2024", "2022–2024",
    ]  # fmt: skip
    assert len(rows) == 21 and rows["D1"][5] == "–"


def test_properties(books):
    found = books["quartier"].properties
    assert found.title == "Rhein-Sieg-Kreis: Kennzahlen der Ebene „Quartiere“, 2024"
    assert found.creator == "Rhein-Sieg-Kreis" and found.language == "de-DE"
    assert found.description.startswith("Beispieldaten:")


@pytest.mark.parametrize("level", ["gemeinde", "quartier"])
def test_attention_is_that_of_the_command_line(books, shown, tmp_path, level):
    path = tmp_path / "auffaellig.csv"
    assert (
        main(["attention", str(SAMPLE), "--level", level, "--year", "2024", "--rule", "county", "--out", str(path)])
        == 0
    )
    expected = {row["gebiet"]: row for row in rows_of(path)}
    rows = table_of(books[level][ATTENTION])
    assert len(rows) == len(expected) == len(shown.release.areas(level))
    numbers = {
        "index": "Ungünstige Kennzahlen", "abstand": "Abstand zur Schwelle (Standardfehler)",
        "wahrscheinlichkeit": "Wahrscheinlichkeit der Hervorhebung", "rang_von": "Rang von", "rang_bis": "Rang bis",
    }  # fmt: skip
    texts = {
        "auffaellig": "Auffällig", "sicherheit": "Sicherheit", "einfluss": "Größter Einfluss", "gruende": "Gründe",
        "verfahren": "Verfahren Nr.", "verfahrensart": "Art des Verfahrens",
    }  # fmt: skip
    for cells in rows:
        row = expected[cells["Schlüssel"].value]
        for name, heading in numbers.items():
            number = number_in(row[name])
            assert (
                (cells[heading].value is None) if number is None else (cells[heading].value == EXACT(number, rel=1e-14))
            )
        for name, heading in texts.items():
            assert (cells[heading].value or "") == row[name]
        assert cells["Gebiet"].value == shown.release.hierarchy.names[row["gebiet"]]
        assert "Status" not in cells  # classes of another rule
    order = [cells["Auffällig"].value for cells in rows]
    assert order == sorted(order, key=lambda word: word != "ja")  # flagged ones first
    flagged = [cells["Ungünstige Kennzahlen"].value for cells in rows if cells["Auffällig"].value == "ja"]
    assert flagged == sorted(flagged, reverse=True) and flagged


def test_another_rule_and_what_would_be_if(shown):
    other = opened(made(shown, "quartier", rule="mss"))[ATTENTION]
    assert {"Status", "Dynamik", "Index"} <= {cell.value for cell in other[1]}
    assert {row["Art des Verfahrens"].value for row in table_of(other)} == {"nicht beschlossen"}
    book = opened(made(shown, "quartier", rule=replace(rule_of(shown.release, "county"), k=3)))
    assert {row["Art des Verfahrens"].value for row in table_of(book[ATTENTION])} == {"was wäre, wenn"}
    assert about_of(book)["Hinweis"] == [shown.release.county.notice, WHAT_IF]


def test_a_rule_that_cannot_be_applied_has_no_sheet(shown):
    first = shown.release.years[0]  # status and dynamics need earlier years
    book = opened(made(shown, "quartier", first, rule="mss"))
    assert book.sheetnames[:2] == [ABOUT, "Demografie"]


def test_one_municipality_alone(shown):
    book = opened(made(shown, "quartier", areas=areas_in(shown.release, "quartier", TROISDORF)))
    found = values_of(book)
    assert {cells["Kommune"].value for cells in found.values()} == {"Troisdorf"}
    assert len(found) == 20 * 21 and len(table_of(book[ATTENTION])) == 20
    assert "20 Gebiete in dieser Datei" in about_of(book)["Inhalt"][0]


@pytest.fixture(scope="module")
def awkward(tmp_path_factory):
    """A county with names that programs take amiss, long themes, and an area of which every number is hidden."""
    path = tmp_path_factory.mktemp("awkward")
    folder = TinyFolder(path)
    folder.replace("county.toml", 'name = "Musterkreis"', f"name = {toml(COUNTY)}")
    folder.replace("catalogue.toml", 'theme = "Armutslagen"', f"theme = {toml(THEMES[0])}")
    folder.replace("catalogue.toml", 'theme = "Bevölkerung"', f"theme = {toml(THEMES[1])}")
    folder.write_areas("areas/quartier.geojson", [{**each, "name": NAMES[each["id"]]} for each in folder.quarters()])
    rows = [(area, year, measure, group, {"ew": "2", "ew_u15": "2", "sgb2_u15": "1"}[measure] if area == "05999002-02" else value)
            for area, year, measure, group, value in folder.rows()[1:]]  # fmt: skip
    folder.write("counts.csv", folder.text([folder.rows()[0], *rows]))
    return loaded(path)


def toml(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_names_stay_text(awkward):
    content = made(awkward, "quartier")
    assert {cells["Gebiet"].value for cells in values_of(opened(content)).values()} == set(NAMES.values())
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert parts.testzip() is None and not any(re.search(r"<f[ >]|<hyperlink", sheet) for sheet in sheets)


def test_long_themes_and_a_name_with_quotes_and_ampersands(awkward, office):
    content = made(awkward, "quartier")
    book = opened(content)
    assert book.sheetnames == [ABOUT, "Armut-Kinder- von 0 bis unter 1", "Bevölkerung, Haushalte und Zusa"]
    assert book.properties.creator == COUNTY and f"{COUNTY}: Kennzahlen" in book.properties.title
    assert book.worksheets[1].oddFooter.left.text == f"{COUNTY}: Kennzahlen der Ebene „Quartiere“, 2024".replace(
        "&", "&&"
    )
    paths = office(content, ".xlsx", CSV_ALL)
    assert len(paths) == 3
    rows = list(csv.DictReader(paths[1].open(encoding="utf-8"), delimiter=";"))
    assert {row["Gebiet"] for row in rows} == set(NAMES.values())


def test_an_area_of_which_everything_is_hidden(awkward):
    found = values_of(opened(made(awkward, "quartier")))
    for indicator in ("A2", "D1"):
        cells = found[indicator, "05999002-02"]  # 1 of 2 children, 2 inhabitants: below the threshold of 3
        assert cells["Zeichen"].value == "•" and cells["Bedeutung"].value.startswith("geheim")
        assert all(cells[heading].value is None for heading in NUMBERS.values())
    shown = found["A2", "05999001-02"]
    assert (shown["Anzahl"].value, shown["Grundgesamtheit"].value, shown["Wert"].value) == (60, 300, 20)


@pytest.mark.parametrize("notice", ["Erfunden & geschätzt. " * 30, "&" * 300])
def test_no_notice_is_too_long_for_the_head_of_a_page(shown, notice):
    county = replace(shown.release.county, notice=notice)
    book = opened(made(shown.with_release(replace(shown.release, county=county), {}, "long"), "kreis"))
    printed = book.worksheets[1].oddHeader.left.text
    assert len(f"&L{printed}") <= 255 and printed.endswith("…")
    assert printed.replace("&&", "").count("&") == 0
    assert about_of(book)["Hinweis"] == [notice]


def test_a_german_reader_sees_german_numbers(shown, computed, office):
    """As LibreOffice shows it with German settings: 38 of 460 children are 8,3 %."""
    paths = {path.stem.split("-", 1)[1]: path for path in office(made(shown, "quartier"), ".xlsx", CSV_ALL)}
    rows = {
        (row["Kennzahl"], row["Schlüssel"]): row
        for row in csv.DictReader(paths["Armutslagen"].open(encoding="utf-8"), delimiter=";")
    }
    row = rows["A2", "05382004-01"]
    assert (row["Anzahl"], row["Grundgesamtheit"], row["Wert"]) == ("38", "460", "8,3")
    assert rows["A1", "05382004-01"]["Grundgesamtheit"].count(".") == 1  # "2.663": thousands
    hidden = rows["A2", HIDDEN]
    assert (hidden["Anzahl"], hidden["Wert"], hidden["Zeichen"]) == ("", "", "•")
    density = {row["Schlüssel"]: row for row in csv.DictReader(paths["Demografie"].open(encoding="utf-8"), delimiter=";")
               if row["Kennzahl"] == "D1D"}  # fmt: skip
    for area, row in density.items():
        exact = number_in(computed("quartier")["D1D", area]["nenner"])
        assert number_in(row["Grundgesamtheit"]) == pytest.approx(exact, abs=1e-9)  # 0,6767 km² is not 1


def test_every_printed_page_says_that_the_numbers_are_invented(shown, office):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    content = made(shown, "quartier", areas=areas_in(shown.release, "quartier", TROISDORF))
    [path] = office(content, ".xlsx", "pdf")
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True).stdout.decode()
    pages = text.split("\f")[:-1]
    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        assert "Beispieldaten: Die Grenzen sind schematisch" in page and f"Seite {number} von {len(pages)}" in page


def test_all_158_areas_in_three_seconds(shown):
    started = time.process_time()
    made(shown.with_release(shown.release, {}, "nothing kept"), "quartier")
    assert time.process_time() - started <= 3
