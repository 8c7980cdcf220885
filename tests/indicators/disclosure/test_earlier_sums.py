"""What readers of earlier releases still know where numbers were corrected and areas drawn anew since; by hand."""

from dataclasses import replace

import numpy as np

from indicators.disclosure.earlier_sums import with_earlier
from indicators.disclosure.elimination import recoverable
from indicators.disclosure.sums import Before, Key, Nesting, Sums
from indicators.disclosure.system_of_sums import system_of
from indicators.hiding import hiding

SMALL = 5
WHOLE, AREAS, FORMER, PIECES = range(4)


def key(level):
    return Key("m", 1, level)


def sums_of(numbers, *, shown=True):
    numbers = np.array(numbers, dtype=np.float64)[:, None]
    small, nowhere, unbounded = numbers < SMALL, np.zeros(numbers.shape, dtype=bool), np.full(numbers.shape, np.inf)
    return Sums(
        numbers, np.full(numbers.shape, shown), nowhere, small, np.full(numbers.shape, 3.0), unbounded,
        np.where(small, 1.0, 0.0), np.where(small, SMALL - 1.0, np.inf),
    )  # fmt: skip


def known(numbers, hidden):
    hidden = np.array(hidden, dtype=bool)[:, None]
    return Before(np.array(numbers, dtype=np.float64)[:, None], hidden, np.zeros_like(hidden))


def within(inner, outer, *outer_of):
    return Nesting(inner, outer, np.array(outer_of))


def redrawn(c, whole_before):
    """Pieces a = 2, b = 10 + 3, c, d = 30; before: a and b hidden, c = 20 and d shown; now a + 10 + d and 3 + c."""
    pieces = [2, 10, 3, c, 30]
    sums = {
        key(WHOLE): sums_of([sum(pieces)]),
        key(AREAS): sums_of([42, 3 + c]),
        key(FORMER): sums_of([2, 13, c, 30], shown=False),
        key(PIECES): sums_of(pieces, shown=False).never_shown(),
    }
    nestings = (
        within(AREAS, WHOLE, 0, 0),
        within(PIECES, AREAS, 0, 0, 1, 1, 0),
        within(PIECES, FORMER, 0, 1, 1, 2, 3),
    )
    before = {
        key(WHOLE): known([whole_before], [False]),
        key(FORMER): known([np.nan, np.nan, 20, 30], [True, True, False, False]),
    }
    return hiding(sums, nestings, before).hidden[key(AREAS)].ravel().tolist()


def test_what_a_corrected_whole_said_of_former_areas_is_still_true():
    # c has been corrected from 20 to 25, the whole from 65 to 70. Of then: a + b = 65 - 20 - 30 = 15; all of it is true
    # today. Were 42 shown, 42 - 30 = 12 of these 15 would follow, and the piece of 3.
    assert redrawn(25, whole_before=65) == [True, True]


def test_without_a_correction_the_same_is_hidden():
    assert redrawn(20, whole_before=65) == [True, True]


def test_sums_of_a_first_release_are_not_forgotten_when_a_second_hides_more():
    # First 3 and 15 hidden, 20, 10 and the whole 48 shown: 3 + 15 = 18. Then 20 is corrected to 4 and hidden, as is the whole.
    sums = {key(WHOLE): sums_of([32]), key(AREAS): sums_of([3, 15, 4, 10])}
    before = {
        key(WHOLE): known([48], [True]),
        key(AREAS): known([np.nan, np.nan, 20, 10], [True, True, True, False]),
    }
    asked = {each: sums[each].after(before[each]) for each in sums}
    system, places = system_of(asked, (within(AREAS, WHOLE, 0, 0, 0, 0),))
    # Who is told the 15 now knows the 3.
    told = replace(system, hidden=np.array([True, True, False, True, False]))
    assert recoverable(with_earlier(told, places, before)).tolist() == [False, True, False, False, False]
    assert not recoverable(told).any()
