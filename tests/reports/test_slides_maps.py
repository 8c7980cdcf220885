"""Maps on slides: legends as on the screen, pictures crisp and told in words."""

import io

import pytest
from PIL import Image
from pptx.util import Pt

from tests.reports.conftest import number_in
from tests.reports.slide_decks import (
    STEPS,
)
from tests.reports.slide_reading import (
    about,
    is_decorative,
    legends,
    numbers,
    pictures,
    swatches,
)  # fmt: skip
from views.legend import legend_lines


@pytest.mark.parametrize("name", STEPS)
def test_the_legend_says_what_the_legend_of_the_screen_says(shown, shapes_of_maps, name):
    found, slide = shapes_of_maps[name]
    ids, above = shown.ids(found.level), shown.release.hierarchy.ancestors(found.level, "gemeinde")
    inside = (
        [index for index, area in enumerate(ids) if above[area] == found.municipality] if found.municipality else None
    )
    expected = [
        [f"{line.text} · {line.counted}" if line.counted else line.text for line in legend_lines(each.layer, each.position, inside)]
        for each in found.maps
    ]  # fmt: skip
    assert legends(slide) == expected


def test_classes_count_the_values_that_lie_in_them(shown, computed, shapes_of_maps):
    """Counted anew from the rows of the command line, by the bounds as they are printed."""
    _, slide = shapes_of_maps["Werte"]
    values = [number_in(row["wert"]) for (indicator, _), row in computed("quartier").items() if indicator == "A2"]
    known = [round(value, 1) for value in values if value is not None]
    lines = [line for line in legends(slide)[0] if " bis " in line]
    for number, line in enumerate(lines):
        low, high, counted = numbers(line)
        lowest = low if number == 0 else low + 0.05
        assert sum(lowest <= value <= high for value in known) == counted, line
    assert sum(numbers(line)[2] for line in lines) == len(known)
    hidden = next(line for line in legends(slide)[0] if line.startswith("geheim"))
    assert numbers(hidden) == [len(values) - len(known)] == [2]


def test_colours_are_those_of_the_classes(shapes_of_maps):
    """In the order of the legend, which begins with the classes."""
    for name in ("Werte", "Veränderung", "Kommune", "Regel", "Einigkeit"):
        found, slide = shapes_of_maps[name]
        [only] = found.maps
        filled = [f"#{each.fill.fore_color.rgb}".lower() for each in swatches(slide) if each.fill.type == 1]
        assert filled[: len(only.layer.colours)] == list(only.layer.colours)


def test_what_is_hidden_is_hatched(shapes_of_maps):
    _, slide = shapes_of_maps["Werte"]
    [hatched] = [each for each in swatches(slide) if each.fill.type == 2]
    assert hatched.fill.pattern is not None
    _, changes = shapes_of_maps["Veränderung"]
    assert len({each.fill.pattern for each in swatches(changes) if each.fill.type == 2}) == 2  # hidden, and not secured


def test_swatches_say_nothing(shapes_of_maps):
    for _, slide in shapes_of_maps.values():
        assert swatches(slide) and all(is_decorative(each) for each in swatches(slide))


def test_every_picture_has_words(shown, shapes_of_maps):
    for found, slide in shapes_of_maps.values():
        assert len(pictures(slide)) == len(found.maps)
        for picture, each, legend in zip(pictures(slide), found.maps, legends(slide), strict=True):
            words = about(picture).get("descr")
            assert words.startswith(f"Karte. {each.layer.heading}")
            for line in legend:
                text, _, counted = line.partition(" · ")
                assert not counted or counted.startswith("0 ") or f"{text}: {counted}" in words
    _, slide = shapes_of_maps["Kommune"]
    assert "Troisdorf 09" in about(pictures(slide)[0]).get("descr")


def test_pictures_are_crisp_and_keep_their_shape(shapes_of_maps, prepared):
    found = [picture for _, slide in shapes_of_maps.values() for picture in pictures(slide)]
    for picture in (*found, *pictures(prepared.slides[0])):
        with Image.open(io.BytesIO(picture.image.blob)) as image:
            across, down = image.width / (picture.width / Pt(1)), image.height / (picture.height / Pt(1))
        assert across >= 2.99 and down == pytest.approx(across, rel=0.01)


def test_the_heading_of_the_map_stands_above_it(shapes_of_maps):
    expected = {"Werte": "Kinderarmut in %, 2024 (dunkel = ungünstiger)",
                "Veränderung": "Kinderarmut: Veränderung in Prozentpunkten von 2019 bis 2024 (warm = gestiegen, ungünstiger)",
                "Regel": "Besonderer Aufmerksamkeitsbedarf (Kreisregel), 2024"}  # fmt: skip
    for name, heading in expected.items():
        _, slide = shapes_of_maps[name]
        [caption] = [each for each in slide.shapes if each.has_text_frame and each.text_frame.text == heading]
        assert caption.top + caption.height <= pictures(slide)[0].top
