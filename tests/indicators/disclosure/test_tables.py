"""Tables by hand: what follows from shown numbers, and what must be hidden besides."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from scipy import sparse

from indicators.disclosure.attacks import of_outsider
from indicators.disclosure.elimination import recoverable
from indicators.disclosure.identities import identities
from indicators.disclosure.intervals import Knowledge, extents
from indicators.disclosure.protect import UnprotectableError, protected
from indicators.disclosure.system import GIVEN, NEVER, System
from indicators.primary import Rule


def _two_way(rows, columns):
    """Members of all cells of a table, its row sums, its column sums and its total."""
    cells = np.eye(rows * columns)
    grid = cells.reshape(rows, columns, -1)
    return np.vstack([cells, grid.sum(axis=1), grid.sum(axis=0), cells.sum(axis=0)])


def _hidden(table, positions):
    hidden = np.zeros(table.system.values.size, dtype=bool)
    hidden[list(positions)] = True
    return hidden


def _intervals(system):
    below, above = extents(system, of_outsider(system), np.full(system.values.size, np.inf))
    return system.values + below, system.values + above


def test_two_hidden_cells_in_every_line_are_not_enough(table):
    # Row 2 hides three cells, column 3 as well, all other lines two. The sums of rows 1 and 2 less those of columns 1 and 2
    # leave row 2, column 3: all other hidden cells of these rows lie in these columns, and the other way round.
    inner = np.arange(10, 26).reshape(4, 4)
    places = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)]
    of = table(_two_way(4, 4), inner.ravel())
    hidden = np.zeros((4, 4), dtype=bool)
    hidden[tuple(zip(*places, strict=True))] = True
    assert (hidden.sum(axis=0) >= 2).all() and (hidden.sum(axis=1) >= 2).all()
    system = of.system.with_hidden(_hidden(of, np.flatnonzero(hidden)))
    assert np.flatnonzero(recoverable(system)).tolist() == [1 * 4 + 2]
    low, high = _intervals(system)
    assert (low[6], high[6]) == (16, 16)


def test_two_groupings_safe_alone_are_not_together(table):
    # One grouping publishes K + A + B = 30, the other one A = 20 and B = 7: 30 − 20 − 7 = 3.
    inner = {"K": 3, "A": 20, "B": 7}
    one, other = [[1, 1, 1]], [[0, 1, 0], [0, 0, 1]]
    of = table([*one, *other, [1, 0, 0]], list(inner.values()))
    system = of.system.with_hidden(_hidden(of, [3]))
    assert np.flatnonzero(recoverable(system)).tolist() == [3]
    for alone in (one, other):
        part = table([[1, 0, 0], *alone], list(inner.values()))
        assert not recoverable(part.system.with_hidden(_hidden(part, [0]))).any()
    asked = replace(of.system, hidden=_hidden(of, [3]), need=np.where(np.arange(7) < 4, 3.0, 0.0))
    assert protected(asked)[:4].tolist() == [False, False, True, True]  # the smaller partner


def test_the_fewest_cells_that_protect_one_of_a_four_by_two_table(table):
    # 18 2, 14 19, 12 10, 11 14: the 2 needs a rectangle, as no pair of further cells protects it (all are tried).
    of = table(_two_way(4, 2), [18, 2, 14, 19, 12, 10, 11, 14])
    hidden = protected(of.system)[: of.size]
    assert hidden.sum() == 4 and hidden[1]
    others = np.delete(np.arange(of.size), 1)
    assert all(recoverable(of.system.with_hidden(_hidden(of, [1, *pair])))[1] for pair in combinations(others, 2))


def test_halves_of_persons_protect_nobody():
    # x + y = 1, y + z = 1, x + z = 1 + w with w at most 1; true are x = z = 1, y = 0, w = 1.
    # w = 0 would need x = z = ½: a linear program takes that for possible, people do not come in halves.
    relations = sparse.csr_array(np.array([[1.0, 1, 0, 0], [0, 1, 1, 0], [1, 0, 1, -1]]))
    values = np.array([1.0, 0, 1, 1])
    everywhere = np.ones(4, dtype=bool)
    system = System(
        values, relations, everywhere, np.ones(4), np.array([9.0, 9, 9, 1]), np.zeros(4), np.full(4, np.inf),
        np.zeros(4, dtype=np.intp), np.ones(4), np.zeros(4, dtype=np.intp),
    )  # fmt: skip
    below, above = extents(system, of_outsider(system), np.ones(4))
    assert (above - below).tolist() == [0, 0, 0, 0]
    assert not recoverable(system).any()  # addition and subtraction alone do not tell it
    unbounded = Knowledge(np.full(4, 9.0), np.full(4, 9.0))
    below, above = extents(system, unbounded, np.ones(4))
    assert ((above - below) >= 1).all()  # without that bound whole persons could move as well


def test_a_cell_that_cannot_grow_may_shrink(table):
    # 5 of 5 and 1 of 4 together: whoever is the 1 must not learn the sum; the 5 cannot be more, but less.
    of = table([[1, 0], [0, 1], [1, 1]], [5, 1], [5, 4], Rule(threshold=4, minimum_base=0, interval=3))
    assert protected(of.system)[:3].tolist() == [True, True, True]


def test_a_hard_cell_is_helped_first_and_helps_the_others(table):
    # The 5 of its group needs another group's sum in any case; what is hidden for it serves the cells below.
    members = [*np.eye(4), [1, 1, 0, 0], [0, 0, 1, 1], [1, 1, 1, 1]]
    of = table(members, [2, 0, 40, 50], tiers=[0, 0, 0, 0, 1, 1, 2])
    hidden = protected(of.system)[:7]
    assert hidden.tolist() == [True, False, True, False, True, True, False]


def test_the_total_goes_last(table):
    of = table([*np.eye(3), [1, 1, 1]], [2, 20, 30])
    assert protected(of.system)[:4].tolist() == [True, True, False, False]


@pytest.mark.parametrize(("interval", "partner"), [(5, 1), (6, 1), (7, 2)])
def test_the_partner_leaves_as_much_room_as_asked(table, interval, partner):
    # 1 + 5 = 6 can be 0 … 6 and no more.
    of = table([*np.eye(3), [1, 1, 1]], [1, 5, 30], rule=Rule(minimum_base=0, interval=interval))
    assert np.flatnonzero(protected(of.system)[:4]).tolist() == [0, partner]


def test_a_partner_that_must_be_large_leaves_a_small_count_no_choice(table):
    # Of 1 + 3 = 4 the 3 would be hidden for the other's sake, so that it is no 2: whoever sees that knows the 1.
    of = table([*np.eye(3), [1, 1, 1]], [1, 3, 30])
    assert np.flatnonzero(protected(of.system)[:4]).tolist() == [0, 2]


def test_where_parts_do_not_suffice_the_total_is_hidden(table):
    of = table([*np.eye(2), [1, 1]], [2, 0])
    assert protected(of.system)[:3].tolist() == [True, False, True]


def test_a_total_that_stays_public_and_tells_a_count_is_refused(table):
    of = table([*np.eye(2), [1, 1]], [2, 0], tiers=[0, 0, GIVEN])
    public = replace(of.system, hidden=_hidden(of, [0]))
    with pytest.raises(UnprotectableError) as error:
        protected(public)
    assert error.value.cells.tolist() == [0]


@pytest.mark.parametrize(("bases", "released"), [(NEVER, True), (GIVEN, False)])
def test_bases_that_nobody_is_shown_bound_nothing_by_themselves(bases, released):
    # 12 of 13 are shown: 3 of 3 and 9 of 10. Nobody but the first 3 can be one less, if everybody knows the 3 and the 10 …
    values = np.array([12.0, 3, 9, 13, 3, 10])
    system = System(
        values=values,
        relations=sparse.csr_array(np.array([[1.0, -1, -1, 0, 0, 0], [0, 0, 0, 1, -1, -1]])),
        hidden=np.array([0, 1, 0, 0, 0, 0], dtype=bool),
        need=np.array([0, 2.0, 0, 0, 0, 0]),
        upper=np.array([13, 3, 10, np.inf, np.inf, np.inf]),
        rule_low=np.zeros(6),
        rule_high=np.full(6, np.inf),
        tier=np.array([GIVEN, NEVER, NEVER, GIVEN, bases, bases]),
        cost=np.ones(6),
        layer=np.zeros(6, dtype=np.intp),
        base=np.array([3, 4, 5, -1, -1, -1]),
    )
    # … else they may as well be 4 of 4 and 8 of 9, or 1 of 1 and 11 of 12.
    if released:
        assert protected(system).tolist() == system.hidden.tolist()
    else:
        with pytest.raises(UnprotectableError) as error:
            protected(system)
        assert error.value.cells.tolist() == [1]


def test_what_is_hidden_for_another_needs_no_more_room_than_there_is():
    # A block of 2 children, 2 of whom are counted, has moved out of an area of 20: 18 are left, as everybody could see. That
    # they are 18 to 20 is all that can be asked.
    system = System(
        values=np.array([20.0, 18, 2]), relations=sparse.csr_array(np.array([[1.0, -1, -1]])),
        hidden=np.array([False, False, True]), need=np.array([0, 3.0, 1.0]), upper=np.array([np.inf, np.inf, 2]),
        rule_low=np.zeros(3), rule_high=np.full(3, np.inf), tier=np.array([GIVEN, 0, NEVER]), cost=np.ones(3),
        layer=np.zeros(3, dtype=np.intp),
    )  # fmt: skip
    assert protected(system).tolist() == [False, True, True]
    with pytest.raises(UnprotectableError) as error:  # were the 18 small themselves, the 3 would be asked for
        protected(system, np.array([False, True, True]))
    assert error.value.cells.tolist() == [1]


def test_a_number_that_was_shown_before_protects_nobody(table):
    of = table([*np.eye(3), [1, 1, 1]], [2, 20, 30], tiers=[0, GIVEN, 0, 1])
    assert protected(of.system)[:4].tolist() == [True, False, True, False]


def test_nothing_small_nothing_hidden(table):
    of = table([*np.eye(3), [1, 1, 1]], [10, 20, 30])
    assert not protected(of.system).any()


def test_no_secondary_cell_could_be_shown_again(table):
    of = table(_two_way(4, 4), [2, 9, 8, 30, 7, 1, 12, 9, 14, 15, 2, 11, 8, 20, 9, 1])
    hidden = protected(of.system)
    secondary = np.flatnonzero(hidden & ~of.system.hidden)
    assert secondary.size
    for cell in secondary:
        fewer = hidden.copy()
        fewer[cell] = False
        assert (protected(replace(of.system, hidden=fewer), of.system.hidden) & ~fewer).any(), cell


def test_two_persons_alone_in_their_quarters_and_the_sum_of_both(table):
    # 1 + 1 = 2: each would know the other from the sum, so all three are hidden; that is all one can do.
    of = table([*np.eye(2), [1, 1]], [1, 1])
    assert protected(of.system)[:3].tolist() == [True, True, True]


def test_whoever_is_alone_learns_nothing_about_the_other(table):
    # 1 + 2 = 3 hides enough from outsiders, but the 1 would know the 2; with the 9 hidden as well nobody knows.
    assert protected(table([*np.eye(3), [1, 1, 1]], [1, 2, 9]).system)[:4].tolist() == [True, True, True, False]
    # 1 + 1 + 1 = 3: who knows that there is somebody everywhere would know all, so that the sum is hidden.
    assert protected(table([*np.eye(3), [1, 1, 1]], [1, 1, 1]).system)[:4].tolist() == [True, True, True, True]


def _level(**measures):
    return np.array([np.array(each, dtype=float) for each in measures.values()])


def test_parts_of_a_whole_are_found_in_the_numbers():
    level = _level(a=[1, 5, 0, 7, 2], total=[5, 9, 9, 8, 5], other=[3, 3, 8, 1, 9], b=[4, 4, 9, 1, 3])
    relation = identities([level])
    assert len(relation) == 1 and (relation[0] / relation[0, 1]).tolist() == [-1, 1, 0, -1]


def test_an_identity_is_found_beside_measures_of_other_years():
    nan = np.nan
    a, b = [1, 5, 0, 7, 2], [4, 4, 9, 1, 3]
    level = _level(a=a + a, b=b + b, total=[5, 9, 9, 8, 5] * 2, new=[nan] * 5 + [3, 3, 8, 1, 9])
    assert len(identities([level])) == 1


def test_few_cells_prove_nothing():
    assert identities([_level(a=[1], b=[2], c=[3])]).shape == (0, 3)
    assert identities([_level(a=[1, 2], b=[2, 3], c=[3, 5])]).shape == (0, 3)


def test_a_measure_that_lies_almost_nowhere_is_no_sum_of_others():
    # x counts one person in one of ten areas, and so does y: that is an accident.
    x = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert identities([_level(x=x, y=x, n=[5, 7, 1, 9, 3, 8, 2, 6, 4, 11])]).shape == (0, 3)


def test_decimals_are_no_counts():
    assert identities([_level(a=[1.5, 2, 3, 4, 7], b=[1.5, 2, 3, 4, 7])]).shape == (0, 2)
