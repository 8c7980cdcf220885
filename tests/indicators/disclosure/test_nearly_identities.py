"""Totals of categories in numbers of which a few are wrong: a wrong one elsewhere hides nothing from anybody."""

import numpy as np

from indicators.disclosure.identities import identities
from indicators.disclosure.sums import Key, Sums
from indicators.disclosure.system_of_sums import system_of


def boys_girls_children(areas, wrong):
    random = np.random.default_rng(5)
    boys, girls = random.integers(0, 90, (2, areas)).astype(float)
    children = boys + girls
    children[:wrong] += 1
    return boys, girls, children


def found(areas, wrong):
    return identities([np.vstack(boys_girls_children(areas, wrong))]).tolist()


def test_a_few_wrong_numbers_do_not_hide_that_measures_add_up():
    assert found(60, 0) == found(60, 1) == found(60, 2) == [[-1, -1, 1]]


def test_what_is_contradicted_in_every_fifth_area_is_none():
    assert found(60, 12) == []


def test_where_it_is_wrong_nothing_follows():
    numbers = dict(zip(("boys", "girls", "children"), boys_girls_children(60, 1), strict=True))
    system, places = system_of({Key(name, 1, 0): Sums.unseen(each[:, None]) for name, each in numbers.items()}, ())
    assert np.abs(system.relations @ system.values).max() == 0
    held = set(system.relations.tocsr().indices.tolist())
    for name in numbers:
        cells = places.at(Key(name, 1, 0)).ravel()
        assert cells[0] not in held and set(cells[1:].tolist()) <= held
