"""Numbers in German notation; expected texts after DIN 5008."""

import math

import pytest

from texts.numbers import german, german_exact, german_int


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 1, "1.234,5"),
        (0.25, 2, "0,25"),
        (-3.0, 1, "−3,0"),
        (-0.04, 1, "0,0"),
        (1234567.0, 0, "1.234.567"),
        (math.nan, 1, "–"),
    ],
)
def test_german(value, decimals, text):
    assert german(value, decimals) == text


@pytest.mark.parametrize(("value", "text"), [(999, "999"), (12345.0, "12.345"), (math.nan, "–"), (-5, "−5")])
def test_german_int(value, text):
    assert german_int(value) == text


@pytest.mark.parametrize(("value", "text"), [(12.0, "12"), (12.5, "12,5"), (0.125, "0,125"), (-1.5, "−1,5")])
def test_german_exact_keeps_the_decimals_there_are(value, text):
    assert german_exact(value) == text
