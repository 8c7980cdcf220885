"""The buttons below a table, and what their files say of themselves."""

import io
from types import SimpleNamespace

import openpyxl
import pandas as pd
import pytest

from reports.about import About
from ui import downloads
from ui.downloads import FileOffer, about_notes, offer_downloads
from ui.media_types import GEOPACKAGE

TABLE = pd.DataFrame({"gebiet": ["a"], "wert": [1.5]})


@pytest.fixture
def buttons(monkeypatch):
    """What is given to Streamlit for each button, by the file's name."""
    found = {}

    def button(label, data, file_name, media_type, **options):
        found[file_name] = SimpleNamespace(label=label, data=data, media_type=media_type, **options)

    monkeypatch.setattr(downloads.st, "container", lambda **_: SimpleNamespace(download_button=button))
    return found


def test_two_buttons_and_what_is_offered_besides(buttons):
    made = []
    offer = FileOffer("Karte als GeoPackage", ".gpkg", GEOPACKAGE, lambda: made.append(1) or b"GPKG")
    offer_downloads(TABLE, "A2", ["Hinweis"], [offer])
    assert {name: button.label for name, button in buttons.items()} == {
        "A2.csv": "Als CSV herunterladen", "A2.xlsx": "Als Excel herunterladen", "A2.gpkg": "Karte als GeoPackage",
    }  # fmt: skip
    assert not made  # a file is made when somebody asks for it
    assert buttons["A2.gpkg"].data() == b"GPKG" and made == [1]
    assert {button.on_click for button in buttons.values()} == {"ignore"}
    assert len({button.key for button in buttons.values()}) == 3


def test_each_button_makes_its_own_file(buttons):
    offer_downloads(TABLE, "A2", ["erste Zeile", "zweite Zeile"])
    assert buttons["A2.csv"].data() == "\ufeffgebiet;wert\r\na;1,5\r\n".encode()
    book = openpyxl.load_workbook(io.BytesIO(buttons["A2.xlsx"].data()))
    assert book.sheetnames == ["Werte", "Hinweise"] and book["Werte"]["B2"].value == 1.5
    assert [cell.value for cell in book["Hinweise"]["A"]] == ["Hinweise", "erste Zeile", "zweite Zeile"]


def test_notices_come_first():
    said = About((("Stand der Daten", "2015 bis 2024"), ("Diese Ansicht", "/karte")), ("Erfunden.",))
    assert about_notes(said) == ["Erfunden.", "Stand der Daten: 2015 bis 2024", "Diese Ansicht: /karte"]
