"""Slides for every reader: order, language, contrast, room."""

from dataclasses import replace

import pytest
from pptx.oxml.ns import qn
from pptx.util import Pt

from tests.reports.contrast import contrast
from tests.reports.slide_decks import DAY, INVENTED, LONG, STEP_ORDER, STEPS, deck_of
from tests.reports.slide_reading import (
    everything,
    kinds,
)  # fmt: skip
from tests.reports.test_text_fit import typeface

# Accessibility


def test_reading_order(prepared, shapes_of_maps):
    assert kinds(prepared.slides[3]) == STEP_ORDER
    _, two = shapes_of_maps["zwei Karten"]
    assert kinds(two) == [*STEP_ORDER[:5], "Karte", "Karte", "Legende", *STEP_ORDER[5:]]
    assert kinds(prepared.slides[-1]) == ["Titel", "Text", "Text", "Hinweis", "Fußzeile", "Foliennummer"]


def test_titles_stand_in_places_for_titles_and_are_unique(prepared):
    titles = [slide.shapes.title.text for slide in prepared.slides]
    assert len(set(titles)) == len(titles) and all(titles)


def test_ids_are_unique_on_a_slide(prepared):
    for slide in prepared.slides:
        ids = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
        assert len(set(ids)) == len(ids)


def test_the_language_is_german_everywhere(prepared):
    assert prepared.core_properties.language == "de-DE"
    for slide in prepared.slides:
        for part in (slide, slide.notes_slide, slide.slide_layout, prepared.slide_master):
            runs = list(part._element.iter(qn("a:r"), qn("a:fld")))
            assert all(run.find(qn("a:rPr")).get("lang") == "de-DE" for run in runs)
            assert {each.get("lang") for each in part._element.iter(qn("a:endParaRPr"))} <= {"de-DE"}
    assert not [text for text in everything(prepared) if "Click to edit" in text or text == "en-US"]


def test_properties_of_the_file(prepared):
    said = prepared.core_properties
    assert (said.title, said.author) == ("Rhein-Sieg-Kreis: Sitzung zum Sozialraum-Monitor", "Rhein-Sieg-Kreis")
    assert said.created.date() == DAY and INVENTED in said.subject
    names = [str(part.partname) for part in prepared.part.package.iter_parts()]
    assert not [name for name in names if "printer" in name or "thumbnail" in name]
    assert not [text for text in everything(prepared) if "Macintosh" in text]


def test_the_typeface_is_on_every_office_machine(prepared):
    faces = {text for text in everything(prepared) if text in ("Arial", "Calibri", "Source Sans 3")}
    assert faces == {"Arial"}


def test_contrast_is_at_least_four_and_a_half(shown):
    deck = deck_of(shown, *STEPS.values(), *LONG)
    for slide in deck.slides:
        ground = "0B4F6C" if slide == deck.slides[0] else "FFFFFF"
        for frame, behind in _frames(slide, ground):
            for paragraph in frame.paragraphs:
                for run in paragraph.runs:
                    assert contrast(str(run.font.color.rgb), behind) >= 4.5, run.text


def _frames(slide, ground):
    for shape in slide.shapes:
        if shape.has_table:
            for cell in (cell for row in shape.table.rows for cell in row.cells):
                yield cell.text_frame, str(cell.fill.fore_color.rgb) if cell.fill.type == 1 else ground
        elif shape.shape_type == 6:
            yield from ((each.text_frame, ground) for each in shape.shapes if each.has_text_frame)
        elif shape.has_text_frame:
            is_filled = not shape.is_placeholder and shape.fill.type == 1
            yield shape.text_frame, str(shape.fill.fore_color.rgb) if is_filled else ground


# Room


@pytest.mark.parametrize("story", [LONG, list(STEPS.values())], ids=["long", "usual"])
def test_no_text_is_larger_than_its_place(shown, story):
    """Measured with another program's typeface, lines 1.15 times as high as their letters, as office programs have them."""
    county = replace(shown.release.county, name="Kreis Schmallenberg-Winterberg und Umland " * 3)
    deck = deck_of(replace(shown, release=replace(shown.release, county=county)), *story)
    for slide in deck.slides:
        for shape in _boxes(slide):
            assert _height(shape.text_frame, shape.width / Pt(1)) <= shape.height / Pt(1) + 1, shape.text_frame.text
        for shape in (each for each in slide.shapes if each.has_table):
            _check_rows(shape.table)
        bottoms = [each.top + each.height for each in slide.shapes if each.name != "Hinweis"]
        assert max(bottoms) <= Pt(540) and min(each.left for each in slide.shapes) >= 0


def _boxes(slide):
    for shape in slide.shapes:
        if shape.shape_type == 6:
            yield from (each for each in shape.shapes if each.has_text_frame and each.text_frame.text)
        elif shape.has_text_frame and shape.text_frame.text:
            yield shape


def _check_rows(table):
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            needed = _lines(cell.text_frame, column.width / Pt(1) - 10) + 5
            assert needed <= row.height / Pt(1) + 1, cell.text_frame.text


def _height(frame, width):
    return _lines(frame, width - (frame.margin_left + frame.margin_right) / Pt(1))


def _lines(frame, width):
    return sum(_paragraph(each, width) for each in frame.paragraphs)


def _paragraph(paragraph, width):
    runs = [run for run in paragraph.runs if run.text]
    if not runs:
        return 0
    size = runs[0].font.size / Pt(1)
    font, lines, used = typeface(bool(runs[0].font.bold)), 1, 0.0
    for word in "".join(run.text for run in runs).split(" "):
        long = font.getlength(word) / 1000 * size
        if used and used + font.getlength(" ") / 1000 * size + long > width:
            lines, used = lines + 1, 0.0
        while long > width:
            lines, long = lines + 1, long - width
        used += long + (font.getlength(" ") / 1000 * size if used else 0)
    return lines * size * 1.15


def test_maps_and_tables_do_not_cover_one_another(shapes_of_maps):
    for _, slide in shapes_of_maps.values():
        shapes = [each for each in slide.shapes if each.name in ("Karte", "Legende", "Tabelle", "Titel", "Hinweis")]
        for number, one in enumerate(shapes):
            for other in shapes[number + 1 :]:
                apart = (
                    one.left + one.width <= other.left or other.left + other.width <= one.left
                    or one.top + one.height <= other.top + Pt(1) or other.top + other.height <= one.top + Pt(1)
                )  # fmt: skip
                assert apart, (one.name, other.name)
