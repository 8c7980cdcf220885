"""The profile as slides: native text and tables with the numbers of the command line."""

import io

import pytest
from pptx import Presentation

from monitor.attention import HIDDEN
from reports.frame import Options
from reports.profile_slide import profile_slide
from tests.reports.conftest import number_in
from texts.numbers import german
from views.profile.profile import profile_of


def opened(content):
    return Presentation(io.BytesIO(content))


def tables(deck):
    return [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]


def rows_of(deck):
    """Name of each indicator → its other cells."""
    found = {}
    for table in tables(deck):
        for row in list(table.rows)[1:]:
            name, *cells = (cell.text for cell in row.cells)
            found[name] = cells
    return found


@pytest.mark.parametrize(
    ("area", "level"),
    [("05382068-09", "quartier"), ("05382020", "gemeinde"), pytest.param("05382", "kreis", marks=pytest.mark.slow)],
)
def test_every_number_is_the_computed_one(shown, computed, area, level):
    found = rows_of(opened(profile_slide(shown, area)))
    for row in profile_of(shown, area).rows:
        line = computed(level, row.year)[row.indicator.id, area]
        [cells] = [
            cells
            for name, cells in found.items()
            if name == row.indicator.name or name.startswith(f"{row.indicator.name} (")
        ]
        value = number_in(line["wert"])
        unit = f" {row.indicator.unit}" if row.indicator.unit else ""
        assert cells[0] == (line["zeichen"] if value is None else f"{german(value, row.indicator.decimals)}{unit}")
        assert cells[-1] == line["trend"]


def test_a_hidden_value_is_a_sign(shown):
    signs = shown.release.signs_over_years("quartier", "A2")[2024]
    area = str(signs.index[signs.isin(HIDDEN)][0])
    assert rows_of(opened(profile_slide(shown, area)))["Kinderarmut"][:2] == ["•", ""]


def test_titles_are_told_apart_and_notes_say_whose_numbers_they_are(shown):
    deck = opened(profile_slide(shown, "05382068-09", options=Options(address="https://monitor.example.de")))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == [
        "Troisdorf 09",
        "Troisdorf 09: Alle Kennzahlen (1 von 2)",
        "Troisdorf 09: Alle Kennzahlen (2 von 2)",
    ]
    for slide in deck.slides:
        notes = slide.notes_slide.notes_text_frame.text
        assert "https://monitor.example.de/steckbrief?gebiet=05382068-09&jahr=2024" in notes
        assert shown.release.number in notes and "erfunden" in notes
        assert any("erfunden" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert deck.core_properties.title == "Troisdorf 09"


def test_the_map_can_be_left_out(shown):
    pictures = [sum(shape.shape_type == 13 for shape in opened(profile_slide(shown, "05382068-09", options=options)).slides[0].shapes)
                for options in (Options(), Options(without=frozenset({"map"})))]  # fmt: skip
    assert pictures == [1, 0]


def test_another_program_opens_it(shown, office):
    assert office(profile_slide(shown, "05382068-09"), ".pptx", "pdf")[0].stat().st_size > 20_000
