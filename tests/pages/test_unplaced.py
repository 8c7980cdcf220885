"""People who lie in none of the areas, on the page Karte: 82 = 15 + 60 + 7 children in need in Alfdorf."""

from tests.monitor.conftest import tiny_folder  # noqa: F401 a fixture
from tests.monitor.test_unplaced import ALFDORF, YEAR, delivered, folder  # noqa: F401 a fixture
from tests.pages.conftest import texts

TOLD = "Mitgezählt, aber räumlich nicht zuordenbar: "


def test_they_stand_beside_the_map_and_in_the_table(open_page, folder):  # noqa: F811
    delivered(folder, ALFDORF, sgb2_u15=82, ew_u15=462)
    app = open_page("karte", folder.path, kennzahl="A2", kommune=ALFDORF, jahr=str(YEAR))
    # Of the municipality and of the county, whose other municipality has nobody left.
    assert texts(app).count(f"{TOLD}7 von 12.") == 2
    assert app.dataframe[0].value["Anzahl"].tolist() == [60, 15, 7]


def test_of_a_single_one_nothing_is_said(open_page, folder):  # noqa: F811
    delivered(folder, ALFDORF, sgb2_u15=76, ew_u15=462)
    app = open_page("karte", folder.path, kennzahl="A2", kommune=ALFDORF, jahr=str(YEAR))
    assert "zuordenbar" not in texts(app)
    table = app.dataframe[0].value
    assert len(table) == 2 and table["Anzahl"].isna().sum() == 1


def test_the_profile_says_them_below_its_numbers(open_page, folder):  # noqa: F811
    delivered(folder, ALFDORF, sgb2_u15=82, ew_u15=462)
    app = open_page("steckbrief", folder.path, gebiet=ALFDORF)
    assert f"{TOLD}7 von 12 (Kinderarmut 2024)." in texts(app)
    assert "zuordenbar" not in texts(open_page("steckbrief", folder.path, gebiet="05999001-01"))
