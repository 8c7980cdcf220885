"""One parent with its parts, in one year: what an outsider can work out by subtraction."""

import numpy as np

from indicators.primary import small
from indicators.secondary import Sums, protect


def _protected(parts, whole=None, threshold=3, groups=None):
    """Hidden cells of [whole], [groups] and parts after protection; groups: position of each part's group."""
    parts = np.array(parts, dtype=float)[:, None]
    counts, parents = [parts], []
    if groups is not None:
        groups = np.array(groups)
        middle = np.zeros((groups.max() + 1, 1))
        np.add.at(middle, groups, parts)
        counts, parents = [middle, *counts], [groups]
    top = np.array([[parts.sum() if whole is None else whole]])
    counts, parents = [top, *counts], [np.zeros(len(counts[0]), dtype=int), *parents]
    primary = [small(level, threshold) for level in counts]
    sums = Sums(counts, [cells.copy() for cells in primary], [cells.copy() for cells in primary], parents)
    protect(sums)
    return [cells[:, 0].tolist() for cells in sums.hidden]


def test_nothing_small_nothing_hidden():
    assert _protected([10, 20, 30]) == [[False], [False, False, False]]


def test_a_single_hidden_part_gets_the_smallest_partner():
    # 60 − 20 − 38 would give the 2
    assert _protected([2, 20, 38]) == [[False], [True, True, False]]


def test_two_small_parts_need_a_larger_partner():
    # 1 + 1 = 2 and both are known to lie between 1 and 2: they would be 1 and 1
    assert _protected([1, 1, 20, 30]) == [[False], [True, True, True, False]]


def test_zeros_are_no_partner_while_others_are_left():
    assert _protected([0, 2, 9, 30]) == [[False], [False, True, True, False]]


def test_where_no_partner_is_left_the_parent_is_hidden():
    assert _protected([2, 1]) == [[True], [True, True]]


def test_a_hidden_parent_is_not_the_sum_of_visible_parts():
    # Group 0 has 2 and 1: no partner, so it is hidden itself, then group 1 as its partner, and a part of group 1.
    hidden = _protected([2, 1, 10, 20], groups=[0, 0, 1, 1])
    assert hidden == [[False], [True, True], [True, True, True, False]]


def test_an_undelivered_part_protects_its_sibling():
    # The parent delivered 60 itself; one part is unknown to everyone.
    assert _protected([2, np.nan, 38], whole=60) == [[False], [True, False, False]]
