"""PDF/UA-1 as the file tells it: marks, title, language, tags, words for pictures, order of reading, fonts.

Matterhorn protocol checkpoints in brackets; what a program can decide. Typst refuses by itself what its own check of
PDF/UA-1 finds.
"""

import re

import pikepdf
import pytest

from reports.area_report import area_report, decided_view
from reports.frame import Options
from reports.profile_report import profile_pdf
from tests.reports.pdf_reading import elements, opened

KINDS = {
    "profile": lambda shown: profile_pdf(shown, "05382068-09"),
    "profile of a municipality, landscape": lambda shown: profile_pdf(
        shown, "05382068", options=Options(landscape=True)
    ),
    "profile of the county": lambda shown: profile_pdf(shown, "05382"),
    "county": lambda shown: area_report(shown, decided_view(shown)),
    "municipality": lambda shown: area_report(shown, decided_view(shown, "05382068"), Options(landscape=True)),
}


@pytest.fixture(scope="module", params=KINDS, ids=str)
def document(shown, request):
    with opened(KINDS[request.param](shown)) as found:
        yield found


def test_it_says_what_it_is(document):
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"  # [06-002]
        assert metadata["dc:title"]  # [06-003]
    assert document.Root.MarkInfo.Marked  # [01]
    assert document.Root.ViewerPreferences.DisplayDocTitle  # [07-001]
    assert str(document.Root.Lang) == "de-DE"  # [11-006]
    assert document.docinfo["/Author"] and document.docinfo["/Title"]


def test_everything_drawn_is_content_or_artifact(document):
    """[01-005] nothing stands outside of a mark, and marks are closed."""
    for page in document.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                depth += 1
            elif name == "EMC":
                depth -= 1
            elif name in ("Tj", "TJ", "Do", "sh", "f", "F", "f*", "S", "B", "B*"):
                assert depth > 0, (name, operands)
        assert depth == 0


def test_headings_begin_at_one_and_leave_none_out(document):
    levels = [int(tag[1]) for tag, _ in elements(document) if re.fullmatch(r"/H\d", tag) for tag in [tag[1:]]]
    assert levels[0] == 1  # [14-002]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))  # [14-003]


def test_every_picture_is_told_in_words(document):
    figures = [element for tag, element in elements(document) if tag == "/Figure"]
    assert figures
    for figure in figures:
        words = str(figure.get("/Alt", ""))
        assert len(words) > 20 and words.startswith("Karte")  # [13-004]


def test_tables_have_heads_that_belong_to_columns_and_as_many_cells_in_every_row(document):
    found = elements(document)
    tables = [element for tag, element in found if tag == "/Table"]
    assert tables
    for table in tables:
        below = elements_of(table)
        heads = [element for tag, element in below if tag == "/TH"]
        assert heads  # [15-003]
        widths = {sum(_span(cell) for cell in row) for row in rows_of(table)}
        assert len(widths) == 1  # [15-005] regular


def test_lists_and_paragraphs_stand_where_they_may(document):
    """[09] parents of list items, rows and cells."""
    for tag, element in elements(document):
        parent = str(element.P.get("/S", ""))
        if tag in ("/TD", "/TH"):
            assert parent == "/TR"
        if tag == "/LI":
            assert parent == "/L"


def test_pages_are_read_in_the_order_of_the_structure(document):
    assert all(str(page.get("/Tabs", "/S")) == "/S" for page in document.pages)  # [28-009]
    tags = [tag for tag, _ in elements(document)]
    assert tags.index("/Table") < len(tags)
    first = next(tag for tag in tags if tag in ("/Title", "/H1", "/P", "/Table", "/Figure"))
    assert first in ("/Title", "/H1", "/P")


def test_every_font_is_embedded_and_can_be_read_as_text(document):
    fonts = [font for page in document.pages for font in page.Resources.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert any(name in descriptor for name in ("/FontFile2", "/FontFile3"))  # [31-009]
        assert "/ToUnicode" in font  # [10-001]


def elements_of(element):
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S), kid
            yield from elements_of(kid)


def rows_of(table):
    for tag, row in elements_of(table):
        if tag == "/TR":
            yield [cell for tag, cell in elements_of(row) if tag in ("/TD", "/TH")]


def _span(cell):
    attributes = cell.get("/A", [])
    for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(each, pikepdf.Dictionary) and "/ColSpan" in each:
            return int(each.ColSpan)
    return 1
