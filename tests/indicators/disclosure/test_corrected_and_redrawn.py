"""Corrected and drawn anew between two releases: a reader who keeps the first, and is even told what was corrected."""

from typing import NamedTuple

import numpy as np
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from indicators.disclosure.protect import UnprotectableError
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


class Ground(NamedTuple):
    """Pieces: their numbers in the first release and now, and the area each lies in then and now."""

    first: np.ndarray
    now: np.ndarray
    area_then: np.ndarray
    area_now: np.ndarray


def _areas(pieces):
    return st.lists(st.integers(0, 4), min_size=pieces, max_size=pieces).map(
        lambda areas: np.unique(areas, return_inverse=True)[1]
    )


@st.composite
def grounds(draw):
    size = draw(st.integers(4, 8))
    first = np.array(draw(st.lists(st.one_of(st.integers(1, 4), st.integers(0, 30)), min_size=size, max_size=size)))
    change = np.array(draw(st.lists(st.sampled_from([0, 0, 0, 0, -2, 3, 8]), min_size=size, max_size=size)))
    return Ground(first.astype(float), np.maximum(first + change, 0.0), draw(_areas(size)), draw(_areas(size)))


def hidden_in_both(ground):
    """What is hidden of the former areas and the whole in the first release, of the areas and the whole now."""
    of_then, of_now = np.bincount(ground.area_then, ground.first), np.bincount(ground.area_now, ground.now)
    first = hiding(
        {key(WHOLE): sums_of([ground.first.sum()]), key(AREAS): sums_of(of_then)},
        (within(AREAS, WHOLE, *[0] * of_then.size),),
    ).hidden
    whole, former = (first[key(level)].ravel() for level in (WHOLE, AREAS))
    sums = {
        key(WHOLE): sums_of([ground.now.sum()]),
        key(AREAS): sums_of(of_now),
        key(FORMER): sums_of(np.bincount(ground.area_then, ground.now), shown=False),
        key(PIECES): sums_of(ground.now, shown=False).never_shown(),
    }
    nestings = (
        within(AREAS, WHOLE, *[0] * of_now.size),
        within(PIECES, AREAS, *ground.area_now),
        within(PIECES, FORMER, *ground.area_then),
    )
    before = {
        key(WHOLE): known(np.where(whole, np.nan, ground.first.sum()), whole),
        key(FORMER): known(np.where(former, np.nan, of_then), former),
    }
    now = hiding(sums, nestings, before).hidden
    return former, whole, now[key(AREAS)].ravel(), now[key(WHOLE)].ravel()


def told(ground, former, whole_then, areas, whole_now):
    """One row per sum the reader knows, over the pieces of then and of now."""
    size, everywhere = ground.first.size, np.ones(ground.first.size)
    then = [*(ground.area_then == area for area in np.flatnonzero(~former)), *([everywhere] * int(~whole_then[0]))]
    now = [*(ground.area_now == area for area in np.flatnonzero(~areas)), *([everywhere] * int(~whole_now[0]))]
    nothing = np.zeros(size)
    unchanged = np.eye(size)[ground.first == ground.now]
    rows = [*(np.r_[row, nothing] for row in then), *(np.r_[nothing, row] for row in now)]
    return np.array([*rows, *(np.r_[row, -row] for row in unchanged), np.zeros(2 * size)])


def secrets(ground, former, areas):
    """Hidden areas of then and of now, and small pieces of now; one row each."""
    nothing = np.zeros(ground.first.size)
    small = np.eye(ground.first.size)[(ground.now > 0) & (ground.now < SMALL)]
    return [
        *(np.r_[ground.area_then == area, nothing] for area in np.flatnonzero(former)),
        *(np.r_[nothing, ground.area_now == area] for area in np.flatnonzero(areas)),
        *(np.r_[nothing, row] for row in small),
    ]


def _ground(first, now, area_then, area_now):
    return Ground(np.array(first, dtype=float), np.array(now, dtype=float), np.array(area_then), np.array(area_now))


# The first two were worked out while the sums of then ended with the first correction.
@example(_ground([13, 4, 4, 19, 23, 4], [12, 4, 4, 19, 23, 4], [1, 1, 2, 0, 1, 0], [1, 3, 3, 3, 0, 2]))
@example(_ground([2, 4, 2, 1, 22, 2], [2, 4, 2, 1, 26, 2], [1, 3, 2, 2, 2, 0], [0, 3, 2, 2, 1, 3]))
@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(grounds())
def test_the_reader_works_nothing_out(ground):
    try:
        former, whole_then, areas, whole_now = hidden_in_both(ground)
    except UnprotectableError:
        assume(False)  # refused, so that nothing is shown
    rows = told(ground, former, whole_then, areas, whole_now)
    rank = np.linalg.matrix_rank(rows)
    for secret in secrets(ground, former, areas):
        assert np.linalg.matrix_rank(np.vstack([rows, secret])) > rank
