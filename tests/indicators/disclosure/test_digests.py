"""Names of blocks: the same for what is the same to an attacker, wherever it stands; and what is not attacked again."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse

from indicators.disclosure.digests import names_of_blocks
from indicators.disclosure.protect import protected
from indicators.disclosure.system import GIVEN, NEVER, System

# Two municipalities: total and three parts each, the smaller two parts hidden; the total of both is shown.
VALUES = np.array([60.0, 2, 8, 50, 90.0, 1, 9, 80, 150])
ROWS = np.array([[1.0, -1, -1, -1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, -1, -1, -1, 0], [-1, 0, 0, 0, -1, 0, 0, 0, 1]])
HIDDEN = np.array([0, 1, 1, 0, 0, 1, 1, 0, 0], dtype=bool)
SENSITIVE = np.array([0, 1, 0, 0, 0, 1, 0, 0, 0], dtype=bool)
SWAPPED = np.array([4, 5, 6, 7, 0, 1, 2, 3, 8])


@pytest.fixture
def system():
    size = VALUES.size
    return System(
        values=VALUES, relations=sparse.csr_array(ROWS), hidden=HIDDEN, need=np.where(HIDDEN, 3.0, 0.0),
        upper=np.full(size, np.inf), rule_low=np.zeros(size), rule_high=np.full(size, np.inf),
        tier=np.array([1, 0, 0, 0, 1, 0, 0, 0, 2]), cost=np.ones(size), layer=np.zeros(size, dtype=np.intp),
    )  # fmt: skip


def _names(system, sensitive=SENSITIVE):
    return names_of_blocks(system, sensitive).names


def _changed(system, name, cell, number):
    array = getattr(system, name).copy()
    array[cell] = number
    return replace(system, **{name: array})


def test_each_block_has_a_name(system):
    blocks, _, names = names_of_blocks(system, SENSITIVE)
    assert blocks.tolist() == [-1, 0, 0, -1, -1, 1, 1, -1, -1]
    assert len(set(names)) == 2 and all(len(name) == 32 for name in names)


def test_where_a_block_stands_does_not_matter(system):
    assert _names(system.part(SWAPPED), SENSITIVE[SWAPPED]) == _names(system)[::-1]


def test_how_many_other_blocks_and_layers_there_are_does_not_matter(system):
    # The first block alone, and beside the second one whose layers lie between its own.
    layered = replace(system, layer=np.array([0, 1, 5, 0, 0, 2, 3, 0, 0]))
    first, second = _names(layered)
    assert _names(layered.part(np.arange(4)), SENSITIVE[:4]) == [first]
    assert _names(replace(layered, layer=np.array([0, 1, 2, 0, 0, 7, 9, 0, 0]))) == [first, second]
    assert _names(replace(layered, layer=np.zeros(9, dtype=np.intp)))[0] != first


def test_a_relation_told_twice_does_not_matter(system):
    twice = replace(system, relations=sparse.vstack([system.relations, system.relations[[1, 0]]], format="csr"))
    assert _names(twice) == _names(system)


def test_a_shown_number_elsewhere_does_not_matter(system):
    # Whether the third part is shown for the first time or known already: an attacker knows it.
    assert _names(_changed(_changed(system, "values", 3, 70.0), "tier", 3, GIVEN)) == _names(system)


@pytest.mark.parametrize(
    ("name", "number"),
    [("values", 3.0), ("need", 5.0), ("upper", 9.0), ("rule_low", 1.0), ("rule_high", 2.0), ("lower", 1.0), ("tier", NEVER)],
)  # fmt: skip
def test_what_matters_to_an_attacker_changes_the_name_of_its_block_alone(system, name, number):
    before, after = _names(system), _names(_changed(system, name, 1, number))
    assert before[0] != after[0] and before[1] == after[1]


def test_one_more_relation_changes_the_name(system):
    more = np.vstack([ROWS, [0, 1, -1, 0, 0, 0, 0, 0, 0]])
    assert _names(replace(system, relations=sparse.csr_array(more)))[0] != _names(system)[0]


def test_who_is_hidden_for_its_own_sake_matters(system):
    assert _names(system, HIDDEN)[0] != _names(system)[0]


def test_a_block_that_asks_for_nothing_has_no_name(system):
    assert _names(replace(system, need=np.zeros(VALUES.size))) == []


def test_only_what_has_changed_is_attacked(system):
    # Nothing moves: the 2 and the 1 follow from what is shown.
    alone = replace(system, hidden=SENSITIVE, need=np.where(SENSITIVE, 3.0, 0.0))
    first = np.isin(np.arange(VALUES.size), [0, 1, 2, 3])
    assert np.flatnonzero(protected(alone)).tolist() == [1, 2, 5, 6]
    assert np.flatnonzero(protected(alone, changed=first)).tolist() == [1, 2, 5]
    assert np.flatnonzero(protected(alone, changed=np.zeros(VALUES.size, dtype=bool))).tolist() == [1, 5]


def test_both_halves_of_a_name_are_hashes_of_their_own(system):
    names = [name for name in names_of_blocks(system, SENSITIVE).names if name]
    assert names and all(name[:16] != name[16:] for name in names)
