"""Awkward counties on paper: long names, quotes and ampersands, everything hidden, one year, 19 areas, broken logos."""

import io

import pytest
from PIL import Image

from monitor.cli import main
from reports.area_report import area_report, decided_view
from reports.frame import Options
from reports.profile_report import profile_pdf
from tests.monitor.conftest import TinyFolder, attention_settings
from tests.monitor.test_real_counties import INKAR, _folder
from tests.reports.conftest import loaded
from tests.reports.pdf_reading import elements, opened, rows_told, text_of

RULE = attention_settings("", "", "dynamics_years = 1", "")
NASTY = 'Kreis "Nord & Süd" <b>*_$#@ ~\\\\ [x] `y` = z'
LONG = "Verwaltungsgemeinschaft Neunkirchen-Seelscheid-Wolperath-Donaudampfschifffahrtsgesellschaft"


@pytest.fixture
def tiny(tmp_path):
    (tmp_path / "daten").mkdir()
    folder = TinyFolder(tmp_path / "daten")
    folder.append("county.toml", RULE)
    return folder


def squeezed(content):
    return " ".join(text_of(content).split())


def test_signs_of_markup_stay_text(tiny):
    name = NASTY.replace("\\\\", "\\")
    toml = NASTY.replace('"', '\\"')
    tiny.replace("county.toml", 'name = "Musterkreis"', f'name = "{toml}"')
    shown = loaded(tiny.path)
    assert shown.release.county.name == name
    for content in (profile_pdf(shown, "05999"), area_report(shown, decided_view(shown))):
        assert name in squeezed(content)
        with opened(content) as found:
            assert str(found.docinfo["/Author"]) == name


def test_the_longest_names_stay_on_the_page(tiny):
    areas = [area | {"name": f"{LONG} {area['id'][-2:]}"} for area in tiny.quarters()]
    tiny.write_areas("areas/quartier.geojson", areas)
    tiny.replace("catalogue.toml", 'name = "Kinderarmut"', f'name = "{LONG}: Kinder"')
    content = profile_pdf(loaded(tiny.path), "05999001-01")
    with opened(content) as found:
        assert len(found.pages) == 1
    assert LONG.replace("-", "") in squeezed(content).replace("-", "").replace(" ", "") or LONG in squeezed(content)


def test_an_area_with_everything_hidden(tiny):
    for year in ("2023", "2024"):
        tiny.replace("counts.csv", f"05999001-01;{year};ew;;1000", f"05999001-01;{year};ew;;2")
        tiny.replace("counts.csv", f"05999001-01;{year};ew_u15;;150", f"05999001-01;{year};ew_u15;;2")
        tiny.replace("counts.csv", f"05999001-01;{year};sgb2_u15;;15", f"05999001-01;{year};sgb2_u15;;2")
    shown = loaded(tiny.path)
    content = profile_pdf(shown, "05999001-01")
    [child] = [row for row in rows_told(content) if row[0].startswith("Kinderarmut")]
    assert child[1:3] == ["•", ""]
    told = squeezed(content)
    assert "sind geheim (" in told and "nicht bewertet" in told
    assert "Einwohnerinnen und Einwohner ·" not in told  # the number of people is hidden too


def test_one_year(tiny):
    rows = [row for row in tiny.rows() if row[1] != "2023"]
    tiny.write("counts.csv", tiny.text(rows))
    shown = loaded(tiny.path)
    told = squeezed(profile_pdf(shown, "05999001-01"))
    assert "Daten 2024, Gebiete" in told or "Stand der Daten: 2024" in told
    assert "Kinderarmut" in squeezed(area_report(shown, decided_view(shown)))


@pytest.mark.skipif(not INKAR.is_file(), reason="real open data in ../shared/data are not there")
def test_nineteen_real_municipalities(tmp_path):
    """No finer level, one indicator, no rule: profiles work, a report about a rule is refused with its reason."""
    folder = _folder(tmp_path, "vg250_rhein_sieg.zip", "05382")
    shown = loaded(folder)
    out = folder / "values.csv"
    assert main(["compute", str(folder), "--level", "gemeinde", "--year", "2021", "--out", str(out)]) == 0
    computed = {line.split(";")[0]: line.split(";") for line in out.read_text(encoding="utf-8-sig").splitlines()}
    value = computed[";".join(["gebiet"])].index("wert")
    for area in shown.release.areas("gemeinde"):
        [row] = [row for row in rows_told(profile_pdf(shown, area, 2021)) if row[0].startswith("Arbeitslosenanteil")]
        assert row[1] == f"{float(computed[area][value].replace(',', '.')):.2f}".replace(".", ",")


def test_a_logo_stands_on_the_page_with_its_words(tiny):
    picture = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(picture, "PNG")
    tiny.write("logo.png", picture.getvalue())
    tiny.append(
        "county.toml", "[report]", 'logo = "logo.png"', 'text = "Rückfragen: Sozialplanung."', 'without = ["map"]'
    )
    content = profile_pdf(loaded(tiny.path), "05999001-01")
    assert "Rückfragen: Sozialplanung." in squeezed(content)
    with opened(content) as found:
        assert any("/XObject" in page.Resources for page in found.pages)
        assert "Logo: Musterkreis" in [str(each.get("/Alt", "")) for _, each in elements(found)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7 no picture", "Die Datei „logo.png“ ist kein Bild, das sich lesen lässt."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "ist kein Bild"),
        (b"", "ist kein Bild"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "ist kein Bild"),
        (None, "Die Datei „logo.png“ gibt es im Datenordner nicht."),
    ],
)
def test_a_logo_that_is_no_picture_is_told_with_its_line(tiny, content, told):
    tiny.append("county.toml", "[report]", 'logo = "logo.png"')
    if content is not None:
        tiny.write("logo.png", content)
    [problem] = tiny.errors()
    text = (tiny.path / "county.toml").read_text(encoding="utf-8").splitlines()
    assert text[problem.line - 1] == 'logo = "logo.png"' and problem.file == "county.toml"
    assert told in tiny.error_sentences()[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('logo = "../../etc/passwd"', "führt aus dem Datenordner hinaus"),
        ('address = "javascript:alert(1)"', "ist keine Internetadresse der App"),
        ('without = ["kram"]', "Den Teil „kram“ hat kein Bericht"),
        (f'text = "{"x" * 601}"', "600 Zeichen"),
        ("logos = 1", "Schlüssel"),
    ],
)
def test_faults_of_the_section_are_told(tiny, line, told):
    tiny.append("county.toml", "[report]", line)
    assert any(told in sentence for sentence in tiny.error_sentences())


def test_parts_left_out_by_the_county_and_by_the_order(tiny):
    tiny.append("county.toml", "[report]", 'without = ["neighbours"]')
    shown = loaded(tiny.path)
    assert "Nachbarn:" not in squeezed(profile_pdf(shown, "05999001-01"))
    assert "Karte 1" in squeezed(profile_pdf(shown, "05999001-01"))
    assert "Karte 1" not in squeezed(profile_pdf(shown, "05999001-01", options=Options(without=frozenset({"map"}))))
