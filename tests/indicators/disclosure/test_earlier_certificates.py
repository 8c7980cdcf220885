"""A correction that makes one municipality look like another one that has withstood: its readers know the sums of before."""

from dataclasses import replace

import numpy as np

from indicators.disclosure.earlier_sums import with_earlier
from indicators.disclosure.elimination import recoverable
from indicators.disclosure.sums import Before, Key, Nesting, Sums
from indicators.disclosure.system_of_sums import system_of
from indicators.hiding import hiding

NESTINGS = (Nesting(1, 0, np.array([0, 0, 0, 1, 1, 1])),)
SMALL = 5


def sums_of(wholes, parts):
    return {Key("m", 1, 0): _sums(wholes), Key("m", 1, 1): _sums(parts)}


def _sums(numbers):
    numbers = np.array(numbers, dtype=np.float64)[:, None]
    small, nowhere, unbounded = numbers < SMALL, np.zeros(numbers.shape, dtype=bool), np.full(numbers.shape, np.inf)
    return Sums(
        numbers, ~nowhere, nowhere, small, np.full(numbers.shape, 3.0), unbounded, np.where(small, 1.0, 0.0),
        np.where(small, SMALL - 1.0, np.inf),
    )  # fmt: skip


def test_what_withstands_elsewhere_is_attacked_where_the_sums_of_before_are_known():
    # First 3 + 2 + 18 = 23, of which 18 and 23 are shown: 3 + 2 = 5 is known. Then the 18 is corrected to 3, the whole to 8.
    # The other municipality is 3 + 2 + 3 = 8 from the beginning, with all its parts hidden: that alone is safe.
    first, then = sums_of([23, 8], [3, 2, 18, 3, 2, 3]), sums_of([8, 8], [3, 2, 3, 3, 2, 3])
    shown = hiding(first, NESTINGS)
    assert shown.safe
    before = {
        key: Before(np.where(hidden, np.nan, first[key].numbers), hidden, np.zeros_like(hidden))
        for key, hidden in shown.hidden.items()
    }
    found = hiding(then, NESTINGS, before, shown.safe)
    asked = {key: each.after(before[key]) for key, each in then.items()}
    system, places = system_of(asked, NESTINGS)
    hidden = np.concatenate([found.hidden[key].ravel() for key in then])
    assert not recoverable(with_earlier(replace(system, hidden=hidden), places, before)).any()
