"""What people write on paper: nothing of it may cost the whole report."""

import pytest
from PIL import ImageFont

from reports.entered_text import BREAK, INSTEAD, code_points, entered, entered_paragraphs, printable
from reports.typesetting import FONTS, _compiled

PAGE = b"""
#set document(title: "t")
#set text(lang: "de", font: "Source Sans 3")
#text(sys.inputs.words) #text(weight: 600, sys.inputs.words) #text(style: "italic", sys.inputs.words)
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Größe – „so“ €", "Größe – „so“ €"),
        ("gut 😀!", f"gut {INSTEAD}!"),
        ("日本", INSTEAD * 2),
        ("a\u202eb\U000e0001\ufe0f", "ab"),  # what nobody sees is left out
        ("u\u0308", "ü"),
        ("x" * 30, "x" * 30),
        ("x" * 61, BREAK.join(["x" * 30, "x" * 30, "x"])),
    ],
)
def test_letters_without_a_glyph_and_long_words(text, expected):
    assert entered(text) == expected


def test_paragraphs():
    assert entered_paragraphs("Eins\n\n  Zwei \r\n\r\n") == ["Eins", "Zwei"]


def test_the_font_draws_what_is_said_to_be_there_and_nothing_else():
    """FreeType as a second reader: a letter that is missing looks like the one of a code point nobody uses."""
    for path in FONTS.glob("*.ttf"):
        found, drawn = code_points(path), ImageFont.truetype(str(path), 24)
        missing = bytes(drawn.getmask("\U0010fffd"))
        for letter in "aäß€–„□◆Ω":
            assert ord(letter) in found and bytes(drawn.getmask(letter)) != missing
        for letter in "日😀א":
            assert ord(letter) not in found and bytes(drawn.getmask(letter)) == missing


def test_everything_that_is_left_can_be_printed_in_an_accessible_document():
    words = " ".join(map(chr, sorted(printable())))
    samples = [words, *("".join(map(chr, range(at, at + 0x400))) for at in range(0x20, 0xD000, 0x3F1))]
    for sample in samples:
        _compiled(PAGE, {"words": entered(sample)}, pdf_standards=["ua-1"])
