"""Base units that are cut by known shares: what one area shows of a unit, its other part tells as well."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.shares import WHOLE as PARTS
from indicators.disclosure.shares import Shares, share_relations
from indicators.disclosure.system import GIVEN, NEVER
from indicators.disclosure.system_of_sums import system_of
from indicators.disclosure.told_by_shares import hidden_against_shares, told_by_shares
from indicators.hiding import hiding
from tests.indicators.disclosure.test_earlier_sums import (
    AREAS,
    FORMER,
    PIECES,
    SMALL,
    WHOLE,
    key,
    known,
    sums_of,
    within,
)


def test_two_parts_of_a_unit_in_one_layer_tell_the_same():
    unit, share = np.array([-1, 0, 0, 1, 0, 0]), np.array([0.0, 0.25, 0.75, 1.0, 0.25, 0.75])
    rows = share_relations(unit, share, np.array([0, 0, 0, 0, 1, 1])).toarray() / PARTS
    assert rows.tolist() == [[0, 0.75, -0.25, 0, 0, 0], [0, 0, 0, 0, 0.75, -0.25]]
    # 12 children in the unit: 3 and 9.
    assert (rows @ [7, 3, 9, 12, 3, 9] == 0).all()


class Cut(NamedTuple):
    """Units 0 and up, of which the first is cut in two; the areas then (one per unit), and now (two for the first)."""

    numbers: np.ndarray
    share: float
    then: np.ndarray
    now: np.ndarray

    @property
    def in_parts(self):
        return np.r_[self.share * self.numbers[0], (1 - self.share) * self.numbers[0], self.numbers[1:]]

    @property
    def parts_then(self):
        return np.r_[self.then[0], self.then]

    @property
    def unit_rows(self):
        """Parts × units: what each part is of each unit."""
        rows = np.eye(self.numbers.size)
        return np.vstack([self.share * rows[0], (1 - self.share) * rows[0], rows[1:]])


def _sums(cut):
    sums = {
        key(WHOLE): sums_of([cut.numbers.sum()]),
        key(AREAS): sums_of(np.bincount(cut.now, cut.in_parts)),
        key(FORMER): sums_of(np.bincount(cut.then, cut.numbers), shown=False),
        key(PIECES): sums_of(cut.in_parts, shown=False).never_shown(),
    }
    nestings = (
        within(AREAS, WHOLE, *[0] * (cut.now.max() + 1)),
        within(PIECES, AREAS, *cut.now),
        within(PIECES, FORMER, *cut.parts_then),
    )
    shares = Shares(
        PIECES, np.r_[0, 0, [-1] * (cut.numbers.size - 1)], np.r_[cut.share, 1 - cut.share, cut.numbers[1:] * 0]
    )
    return sums, nestings, shares


def protected(cut):
    """What is hidden of the areas then, of those now, and of the whole then and now."""
    sums, nestings, shares = _sums(cut)
    of_then = np.bincount(cut.then, cut.numbers)
    first = hiding(
        {key(WHOLE): sums[key(WHOLE)], key(AREAS): sums_of(of_then)}, (within(AREAS, WHOLE, *[0] * of_then.size),)
    ).hidden
    whole, former = (first[key(level)].ravel() for level in (WHOLE, AREAS))
    before = {
        key(WHOLE): known(np.where(whole, np.nan, cut.numbers.sum()), whole),
        key(FORMER): known(np.where(former, np.nan, of_then), former),
    }
    now = hiding(sums, nestings, before, shares=shares).hidden
    return former, now[key(AREAS)].ravel(), whole[0], now[key(WHOLE)].ravel()[0]


def test_the_other_part_tells_what_was_beside_it():
    # Then 10 + 2 = 12. Now the halves of the 10 are areas of their own: 5 shown is 10, and 12 - 10 = 2.
    _, areas, _, _ = protected(Cut(np.array([10.0, 2, 30]), 0.5, np.array([0, 0, 1]), np.array([0, 1, 2, 2])))
    assert areas[:2].tolist() == [True, True]


def test_what_is_told_by_shares_alone():
    cut = Cut(np.array([10.0, 2, 30]), 0.5, np.array([0, 0, 1]), np.array([0, 1, 2, 2]))
    sums, nestings, shares = _sums(cut)
    before = {key(FORMER): known([12, 30], [False, False])}
    asked = {each: of.after(before[each]) if each in before else of for each, of in sums.items()}
    system, places = system_of(asked, nestings, shares)
    areas, pieces = places.at(key(AREAS)).ravel(), places.at(key(PIECES)).ravel()
    first = system.with_hidden(np.isin(np.arange(places.size), [areas[0], areas[2], pieces[2]]))
    # The first half is hidden, the second one shown: 5 is 10 in all, so that the first half, the piece of 2 and its area follow.
    assert told_by_shares(first)[[areas[0], areas[2], pieces[2]]].all()
    assert hidden_against_shares(first).tolist() == [areas[1]]
    everything = first.with_hidden(first.hidden | np.isin(np.arange(places.size), areas))
    assert hidden_against_shares(everything).size == 0
    with pytest.raises(UnprotectableError):
        hidden_against_shares(replace(first, tier=np.where(first.tier == NEVER, NEVER, GIVEN)))


@st.composite
def cuts(draw):
    size = draw(st.integers(3, 7))
    numbers = draw(st.lists(st.one_of(st.integers(1, 4), st.integers(0, 30)), min_size=size, max_size=size))
    areas = [
        np.unique(draw(st.lists(st.integers(0, 3), min_size=many, max_size=many)), return_inverse=True)[1]
        for many in (size, size + 1)
    ]
    return Cut(np.array(numbers, dtype=float), draw(st.sampled_from([0.5, 0.25, 0.375])), *areas)


@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@example(Cut(np.array([10.0, 2, 30]), 0.5, np.array([0, 0, 1]), np.array([0, 1, 2, 2])))
@given(cuts())
def test_a_reader_who_knows_the_shares_works_nothing_out(cut):
    try:
        former, areas, whole_then, whole_now = protected(cut)
    except UnprotectableError:
        assume(False)  # refused, so that nothing is shown
    units = cut.unit_rows
    told = [
        *(units[cut.parts_then == area].sum(axis=0) for area in np.flatnonzero(~former)),
        *(units[cut.now == area].sum(axis=0) for area in np.flatnonzero(~areas)),
        *([np.ones(cut.numbers.size)] * int(not (whole_then and whole_now))),
        np.zeros(cut.numbers.size),
    ]
    secrets = [
        *(units[cut.parts_then == area].sum(axis=0) for area in np.flatnonzero(former)),
        *(units[cut.now == area].sum(axis=0) for area in np.flatnonzero(areas)),
        *np.eye(cut.numbers.size)[1:][(cut.numbers[1:] > 0) & (cut.numbers[1:] < SMALL)],
    ]
    rank = np.linalg.matrix_rank(np.array(told))
    for secret in filter(np.any, secrets):
        assert np.linalg.matrix_rank(np.vstack([told, secret])) > rank
