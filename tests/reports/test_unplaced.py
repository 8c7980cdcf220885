"""What lies in no area, in the workbook, where its rows make the sums right, and in words on slides and in reports."""

from reports.frame import Options
from reports.profile_report import profile_data, profile_pdf
from reports.value_columns import value_columns
from tests.monitor.conftest import tiny_folder  # noqa: F401 a fixture
from tests.monitor.test_unplaced import ALFDORF, YEAR, folder  # noqa: F401 a fixture
from tests.monitor.test_unplaced_rows import IN_ALFDORF, IN_COUNTY, release  # noqa: F401 a fixture
from tests.reports.conftest import loaded
from tests.reports.slide_decks import deck_of, karte
from tests.reports.slide_reading import texts as slide_texts
from tests.reports.test_map_file import asked, made
from views.content import content_of
from views.profile.profile import profile_of


def test_the_workbook_holds_them(release):  # noqa: F811
    columns = value_columns(release, "quartier", YEAR, [release.catalogue["A2"]], release.areas("quartier"))
    told = {column.heading: list(column.values) for column in columns}
    assert told["Schlüssel"][-2:] == ["", ""] and told["Gebiet"][-2:] == [IN_ALFDORF, IN_COUNTY]
    assert told["Kommune"][-2:] == ["", ""] and told["Anzahl"][-2:] == [7, 4] and sum(told["Anzahl"]) == 146


def test_a_map_as_a_file_says_them_beside_its_areas(folder, release, tmp_path):  # noqa: F811
    content = made(loaded(folder.path), "quartier", "A2", 2024)
    told = asked(
        content, tmp_path, "select schluessel, wert from ueber_diese_datei where schluessel like '%zuordenbar%'"
    )
    assert [tuple(row.values()) for row in told] == [(IN_ALFDORF, "7 von 12"), (IN_COUNTY, "4 von 8")]
    assert len(asked(content, tmp_path, 'select * from "A2_quartier"')) == 4


def test_a_slide_says_them_below_its_table(release):  # noqa: F811
    shown = content_of(release)
    of_county, of_alfdorf = (
        slide_texts(deck_of(shown, karte(kennzahl="A2", jahr="2024", ebene="quartier", kommune=kommune)).slides[1])
        for kommune in ("", ALFDORF)
    )
    assert "Mitgezählt, aber räumlich nicht zuordenbar: 11 von 20." in of_county
    assert "Mitgezählt, aber räumlich nicht zuordenbar: 7 von 12." in of_alfdorf


def test_a_profile_says_them_below_its_table(release):  # noqa: F811
    shown = content_of(release)
    for area, told in ((ALFDORF, "7 von 12"), ("05999", "11 von 20"), ("05999001-01", "")):
        notes = profile_data(shown, profile_of(shown, area, YEAR), Options(), {})["notes"]
        found = [note for note in notes if "zuordenbar" in note]
        assert found == ([f"Mitgezählt, aber räumlich nicht zuordenbar: {told} (Kinderarmut 2024)."] if told else [])
    assert profile_pdf(shown, ALFDORF, YEAR).startswith(b"%PDF")
