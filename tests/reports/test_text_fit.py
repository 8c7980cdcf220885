"""The room a text takes, against a typeface with the widths of Arial as another program measures it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import ImageFont

from reports.text_fit import LEADING, SPARE, fitted_size, height_of, line_count, width_of

GERMAN = "Kinderarmut ist einer der Gründe: Wo ist sie am häufigsten (31,2 %), wo am seltensten? – „Größe“, ß, €, §"


def typeface(bold):
    """Liberation Sans has the widths of Arial."""
    if shutil.which("fc-match") is None:
        pytest.skip("fontconfig (fc-match) is not installed")
    wanted = f"Liberation Sans:{'bold' if bold else 'regular'}"
    found = subprocess.run(["fc-match", "-f", "%{family}|%{file}", wanted], capture_output=True, text=True, check=True)
    family, file = found.stdout.split("|")
    if "Liberation Sans" not in family or not Path(file).is_file():
        pytest.skip("the typeface Liberation Sans is not installed")
    return ImageFont.truetype(file, 1000)


@pytest.mark.parametrize("bold", [False, True])
def test_every_usual_letter_has_its_width(bold):
    font = typeface(bold)
    for letter in {*(chr(code) for code in range(32, 127)), *GERMAN, "Ä", "Ö", "Ü", "é", "·", "−", "…"}:
        assert width_of(letter, 1, bold=bold) / SPARE == pytest.approx(font.getlength(letter) / 1000, abs=0.002), letter


@pytest.mark.parametrize("bold", [False, True])
def test_letters_that_are_not_known_are_not_taken_for_narrower(bold):
    font = typeface(bold)
    for letter in "łŁØøÞžșğαω≥•°µ":
        assert width_of(letter, 1, bold=bold) >= font.getlength(letter) / 1000, letter


def test_lines_by_hand():
    """At 10 points a "W" takes 9.44 · 1.03 = 9.72 points, a space 2.86."""
    assert line_count("WW WW", 45, 10) == 1  # 4 · 9.72 + 2.86 = 41.8
    assert line_count("WW WW", 41, 10) == 2
    assert line_count("WW WW WW", 25, 10) == 3
    assert line_count("", 100, 10) == 1


def test_a_word_longer_than_a_line_is_broken():
    """20 · 9.72 = 194 points in lines of 100, of which the last letter of each may go along."""
    assert 2 <= line_count("W" * 20, 100, 10) <= 3


def test_paragraphs_stand_below_each_other():
    assert height_of(["eins", "zwei", "drei"], 500, 10) == pytest.approx(3 * 10 * LEADING)


def test_the_largest_size_that_fits():
    """60 letters W: at 16 points 60 · 16 · 0.9723 = 933 points, two lines of 880; two lines of 16 · 1.2 are 38.4 high."""
    assert fitted_size(["W" * 60], 880, 42, 28, 16) == pytest.approx(16, abs=1.5)
    assert fitted_size(["Wo?"], 880, 42, 28, 16) == 28
    assert fitted_size(["W" * 900], 880, 42, 28, 16) == 16
