"""What people type as a number, and what it is; in German a point before three digits groups thousands."""

import pytest

from ui.entries.german_number import degrees_of, number_of


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12,5", 12.5),
        ("1.234", 1234),
        ("1.234,5", 1234.5),
        ("1.234.567", 1_234_567),
        ("\u22121.234", -1234),
        ("0.125", 0.125),
        ("-0.125", -0.125),
        ("12.5", 12.5),
        ("12.5678", 12.5678),
        ("1234.567", 1234.567),
        ("1\u00a0234", 1234),
        ("12,5 %", 12.5),
        ("", None),
        ("viele", "viele"),
        ("1,234.5", "1,234.5"),
    ],
)
def test_numbers(typed, number):
    assert number_of(typed) == number


@pytest.mark.parametrize(
    ("typed", "degrees"),
    [("50.789", 50.789), ("50,789", 50.789), ("7.123456", 7.123456), ("-7.125", -7.125), ("50.789°", 50.789),
     ("", None), ("50.789.1", "50.789.1"), ("Nord", "Nord")],
)  # fmt: skip
def test_degrees_have_no_thousands(typed, degrees):
    assert degrees_of(typed) == degrees
