"""Classes of all years in few bytes, taken apart again as the browser does."""

import zlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.map.compact import CODES
from ui.map.series import ORDER, SKIP, changes_of_series

YEARS = st.integers(1, 200).flatmap(lambda areas: st.lists(st.text(ORDER, min_size=areas, max_size=areas), max_size=5))


def taken_apart(series):
    """Written after the description of the format, not after `series.py`."""
    years = [list(series["first"])]
    for gaps, steps in zip(series["gaps"], series["steps"], strict=True):
        codes, index, steps = list(years[-1]), -1, iter(steps)
        for letter in gaps:
            gap = CODES.index(letter)
            index += gap
            if gap == SKIP:
                continue
            index += 1
            codes[index] = ORDER[(ORDER.index(codes[index]) + CODES.index(next(steps))) % len(ORDER)]
        years.append(codes)
    return ["".join(codes) for codes in years]


@given(YEARS)
def test_any_series_comes_back(years):
    assert taken_apart(changes_of_series(years)) == (years or [""])


def test_long_gaps_are_written_in_parts():
    # 130 areas without a change before the last one: 61 + 61 + 8
    series = changes_of_series(["0" * 131, "0" * 130 + "3"])
    assert series["gaps"] == ["ZZ8"] and series["steps"] == ["3"]


def test_few_bytes_per_area_and_year():
    """11,000 areas, ten years, 15 of 100 change by one class a year: below 1.6 bytes per area for all years together."""
    random = np.random.default_rng(1)
    years = [random.integers(0, 5, 11_000)]
    for _ in range(9):
        step = random.choice([-1, 1], 11_000) * (random.random(11_000) < 0.15)
        years.append(np.clip(years[-1] + step, 0, 4))
    series = changes_of_series(["".join(map(str, year)) for year in years])
    assert len(zlib.compress(repr(series).encode(), 6)) < 1.6 * 11_000
