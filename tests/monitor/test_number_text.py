"""What a delivered cell says. Signs after DIN 55301 and the conventions of the statistical offices."""

import math

import pytest

from indicators.signs import Sign
from monitor.number_text import doubtful, plain_number, read_cell


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("012", 12), ("+3", 3), ("12,5", 12.5), ("12.5", 12.5), ("0.123", 0.123), (",5", 0.5),
        ("1.234,5", 1234.5), ("1.234.567", 1234567), ("1,234.5", 1234.5), ("1,234,567", 1234567),
        ("-7", -7), ("−7", -7), ("-7,5", -7.5),
    ],
)  # fmt: skip
def test_numbers(text, number):
    reading = read_cell(text)
    assert reading.number == number
    assert reading.sign is Sign.SHOWN


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("–", Sign.NOTHING), ("-", Sign.NOTHING), ("−", Sign.NOTHING), ("-1", Sign.NOTHING), ("-1.0", Sign.NOTHING),
        ("−1", Sign.NOTHING), (".", Sign.UNKNOWN), ("…", Sign.UNKNOWN), ("•", Sign.SECRET), ("-9", Sign.SECRET),
        ("-9,0", Sign.SECRET), ("*", Sign.SECRET), ("/", Sign.UNRELIABLE), ("x", Sign.BLOCKED), ("X", Sign.BLOCKED),
    ],
)  # fmt: skip
def test_signs_are_meanings(text, sign):
    assert read_cell(text).sign is sign


def test_an_empty_cell_is_absent_and_not_zero():
    reading = read_cell("")
    assert math.isnan(reading.number)
    assert reading.sign is Sign.ABSENT


@pytest.mark.parametrize("text", ["abc", "12 Personen", "#WERT!", "NaN", "inf", "1e5", "12,5 %", "(12)", "9" * 400])
def test_no_numbers(text):
    assert read_cell(text).fault == "value_not_numeric"


@pytest.mark.parametrize("text", ["1.234", "-1.234", "123.456", "1 234", "1 234,5", "1'234"])
def test_thousands_are_not_guessed(text):
    assert read_cell(text).fault == "value_thousands"


def test_the_file_itself_may_answer_what_the_point_means():
    assert doubtful(["12.5", "1.234"], ";") is None
    assert doubtful(["12", "1.234"], ";") is not None
    assert doubtful(["12.5", "12,5", "1.234"], ";") is not None  # both signs: nothing is proven
    assert read_cell("1.234", doubtful(["1.234"], ",")).number == 1.234
    assert read_cell("1,234", doubtful(["1,234"], ",")).fault == "value_thousands"
    assert read_cell("6,780", doubtful(["6,78", "6,780"], ",")).number == 6.78


@pytest.mark.parametrize(
    ("number", "text"), [(5382004.0, "5382004"), (12.5, "12.5"), (1.234, "1.2340"), (math.nan, ""), (-9.0, "-9")]
)
def test_numbers_delivered_as_numbers(number, text):
    assert plain_number(number) == text
