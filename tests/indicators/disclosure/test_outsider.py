"""What an outsider can work out: intervals by hand, and each against a program of its own."""

import numpy as np
import pytest
from scipy import sparse
from scipy.optimize import linprog

from indicators.disclosure.outsider import Published, feasible
from indicators.disclosure.states import Question

ANY = np.nan  # not shown


def _found(numbers, relations, width=1e6, least=-np.inf, most=np.inf):
    numbers = np.array(numbers, dtype=float)
    matrix = sparse.csr_array(np.array(relations, dtype=float).reshape(len(relations), numbers.size))
    question = Question(*(np.full(numbers.size, float(each)) for each in (width, least, most)))
    return feasible(Published(numbers, matrix), question)


def _intervals(*args, **more):
    found = _found(*args, **more)
    return [
        (round(low, 6) + 0, round(high, 6) + 0)
        for low, high in zip(found.lowest, found.highest, strict=True)
        if low == low
    ]


def test_two_parts_of_a_known_whole():
    assert _intervals([7, ANY, ANY], [[1, -1, -1]]) == [(0, 7), (0, 7)]


def test_the_only_part_that_is_not_shown_follows():
    assert _intervals([9, 4, ANY], [[1, -1, -1]]) == [(5, 5)]


def test_what_is_shown_has_no_interval():
    found = _found([9, 4, 5], [[1, -1, -1]])
    assert np.isnan(found.lowest).all() and np.isnan(found.highest).all() and found.contradictory.size == 0


def test_nothing_at_all():
    found = _found([], [])
    assert found.lowest.size == found.contradictory.size == 0


def test_a_table_of_two_by_two_with_all_its_margins():
    # rows 3 and 7, columns 4 and 6: a + b = 3, c + d = 7, a + c = 4, b + d = 6. With a from 0 to 3: b = 3 − a, c = 4 − a, d = 3 + a.
    rows = [
        [1, 0, 0, 0, -1, -1, 0, 0],
        [0, 1, 0, 0, 0, 0, -1, -1],
        [0, 0, 1, 0, -1, 0, -1, 0],
        [0, 0, 0, 1, 0, -1, 0, -1],
    ]
    assert _intervals([3, 7, 4, 6, ANY, ANY, ANY, ANY], rows) == [(0, 3), (0, 3), (1, 4), (3, 6)]


def test_a_part_cannot_exceed_its_whole():
    # Bases 10 (shown) and unknown; x + y = 15, 10 = x + rest, so x is at most 10 and y at least 5.
    rows = [[1, -1, -1, 0, 0], [0, -1, 0, 1, -1]]
    assert _intervals([15, ANY, ANY, 10, ANY], rows) == [(0, 10), (5, 15), (0, 10)]


def test_two_halves_are_nobody():
    # x + y = y + z = x + z = w and 1 = w + v: x = y = z = w/2, so w is even and nobody but v is there.
    rows = [[0, 1, 1, 0, -1, 0], [0, 0, 1, 1, -1, 0], [0, 1, 0, 1, -1, 0], [1, 0, 0, 0, -1, -1]]
    assert _intervals([1, ANY, ANY, ANY, ANY, ANY], rows) == [(0, 0), (0, 0), (0, 0), (0, 0), (1, 1)]


def test_what_only_halves_could_be_is_no_failure():
    # x + y = y + z = x + z = 1
    rows = [[1, 0, 0, -1, -1, 0], [0, 1, 0, 0, -1, -1], [0, 0, 1, -1, 0, -1]]
    assert _intervals([1, 1, 1, ANY, ANY, ANY], rows) == [(0.5, 0.5)] * 3


def test_windows_of_years_give_a_year_away():
    # Years a … g: a+b+c = 5, b+c+d = 5, c+d+e = 4, d+e+f = 1, e+f+g = 0. The last says e = f = g = 0, so d = 1,
    # c = 4 − 1 = 3, b = 5 − 3 − 1 = 1, a = 5 − 1 − 3 = 1.
    windows = [[-1 if at <= year < at + 3 else 0 for year in range(7)] for at in range(5)]
    rows = np.hstack([np.eye(5), np.array(windows)])
    shown = [5, 5, 4, 1, 0]
    assert _intervals([*shown, *[ANY] * 7], rows) == [(1, 1), (1, 1), (3, 3), (1, 1), (0, 0), (0, 0), (0, 0)]


def test_what_nothing_bounds_reaches_far():
    [(low, high)] = _intervals([ANY], [])
    assert low == 0 and high >= 1000
    # A hidden whole of a hidden part: at least what is shown, and no upper end.
    whole, part = _intervals([ANY, ANY, 40], [[1, -1, -1]])
    assert whole[0] == 40 and part[0] == 0 and min(whole[1], part[1]) >= 1000


def test_many_cells_that_are_all_nobody():
    # A whole of 0 with two parts each, and one pair with a whole of 1; asked while a number may be 0 to 2.
    wholes, pairs = 40, 80
    rows = np.hstack([np.eye(wholes), -np.kron(np.eye(wholes), np.ones((1, 2)))])
    shown = [0.0] * (wholes - 1) + [1.0]
    found = _intervals([*shown, *[ANY] * pairs], rows, width=1, least=0, most=2)
    assert found[:-2] == [(0, 0)] * (pairs - 2) and found[-2:] == [(0, 1), (0, 1)]


def test_a_wide_interval_is_told_to_be_wide_enough():
    found = _found([7000, ANY, ANY], [[1, -1, -1]], width=3)
    assert ((found.highest - found.lowest)[1:] > 3 - 1e-6).all()


def test_a_contradiction_is_left_out_and_the_rest_attacked():
    # 5 = x + y, 9 = x + y, 3 = v + w
    rows = [[1, 0, 0, -1, -1, 0, 0], [0, 1, 0, -1, -1, 0, 0], [0, 0, 1, 0, 0, -1, -1]]
    found = _found([5, 9, 3, ANY, ANY, ANY, ANY], rows)
    assert len(found.contradictory) == 1 and found.contradictory[0] in (0, 1)
    assert found.highest[5:].tolist() == pytest.approx([3, 3])
    assert found.highest[3] == pytest.approx([9, 5][found.contradictory[0]])


def test_less_than_nobody_is_a_contradiction():
    found = _found([5, 8, ANY], [[1, -1, -1]])
    assert found.contradictory.tolist() == [0] and found.highest[2] >= 1000


def test_rounded_parts_are_no_contradiction():
    # 10.1 = x + 4.2 and 6 = x: x was rounded
    found = _found([10.1, 4.2, 6, ANY], [[1, -1, 0, -1], [0, 0, 1, -1]])
    assert found.contradictory.size == 0 and 5.9 - 1e-6 <= found.lowest[3] <= found.highest[3] <= 6 + 1e-6


@pytest.mark.parametrize("seed", range(25))
def test_every_interval_is_that_of_its_own_program(seed):
    """A table with the sums of its areas, added up over two years as well; some cells hidden by chance."""
    random = np.random.default_rng(seed)
    numbers, relations = _random_table(random)
    hidden = random.random(numbers.size) < 0.55
    seen = np.where(hidden, np.nan, numbers)
    found = _found(seen, relations, width=1e9)
    for cell in np.flatnonzero(hidden):
        low, high = _by_itself(seen, relations, hidden, cell)
        assert found.lowest[cell] == pytest.approx(low, abs=1e-5)
        if high is not None:
            assert found.highest[cell] == pytest.approx(high, abs=1e-5)
        assert found.lowest[cell] - 1e-5 <= numbers[cell] <= found.highest[cell] + 1e-5


def _random_table(random):
    """Areas × years with the sum of all areas, and sums of two years of each; cells in one row, relations of margins."""
    areas, years = 4, 4
    single = random.integers(0, 6, (areas, years)).astype(float)
    table = np.vstack([single, single.sum(axis=0)])
    pooled = table[:, 1:] + table[:, :-1]
    cells = np.arange(table.size).reshape(table.shape)
    sums = table.size + np.arange(pooled.size).reshape(pooled.shape)
    rows = []
    for kind in (cells, sums):
        for column in kind.T:
            rows.append({column[-1]: 1.0, **dict.fromkeys(column[:-1], -1.0)})
    for area in range(areas + 1):
        for year in range(years - 1):
            rows.append({sums[area, year]: 1.0, cells[area, year]: -1.0, cells[area, year + 1]: -1.0})
    matrix = np.zeros((len(rows), table.size + pooled.size))
    for at, row in enumerate(rows):
        matrix[at, list(row)] = list(row.values())
    return np.concatenate([table.ravel(), pooled.ravel()]), matrix


def _by_itself(seen, relations, hidden, cell):
    """Lowest and highest whole number of one cell; None for no upper end."""
    right = -relations[:, ~hidden] @ seen[~hidden]
    goal = (np.flatnonzero(hidden) == cell).astype(float)
    ends_nowhere = linprog(-goal, A_eq=relations[:, hidden], b_eq=right).status == 3
    low, high = (linprog(sign * goal, A_eq=relations[:, hidden], b_eq=right, integrality=1) for sign in (1, -1))
    return low.fun, None if ends_nowhere else -high.fun


# Rounded numbers: known to lie between bounds


def _near(numbers, least, most, relations, width=1e6):
    arrays = [np.array(each, dtype=float) for each in (numbers, least, most)]
    matrix = sparse.csr_array(np.array(relations, dtype=float))
    question = Question(*(np.full(len(numbers), each) for each in (width, -np.inf, np.inf)))
    found = feasible(Published(arrays[0], matrix, *arrays[1:]), question)
    return list(zip(found.lowest.tolist(), found.highest.tolist(), strict=True)), found.contradictory


def test_parts_shown_as_20_and_30_of_a_whole_of_41():
    # 15 to 24 and 25 to 34: with 41 together 15 to 16 and 25 to 26.
    found, _ = _near([41, ANY, ANY], [0, 15, 25], [np.inf, 24, 34], [[1, -1, -1]])
    assert found[1:] == [(15, 16), (25, 26)]


def test_a_whole_shown_as_10_of_parts_shown_as_10():
    # The whole is 5 to 14, each part at least 5: 10 to 14, and 5 to 9.
    found, _ = _near([ANY, ANY, ANY], [5, 5, 5], [14, 14, 14], [[1, -1, -1]])
    assert found == [(10, 14), (5, 9), (5, 9)]


def test_what_nothing_else_bounds_keeps_its_bounds():
    found, _ = _near([ANY, ANY, 3], [15, 0, 0], [24, np.inf, np.inf], [[0, 1, -1]])
    assert found[:2] == [(15, 24), (3, 3)]


def test_rounded_parts_that_cannot_make_the_whole_contradict_it():
    found, contradictory = _near([50, ANY, ANY], [0, 5, 5], [np.inf, 14, 14], [[1, -1, -1]])
    assert contradictory.tolist() == [0] and found[1:] == [(5, 14), (5, 14)]


@pytest.mark.parametrize("seed", range(15))
def test_every_interval_within_bounds_is_that_of_its_own_program(seed):
    """As above, with half of what is not shown known to lie within the four numbers that are rounded to one."""
    random = np.random.default_rng(seed)
    numbers, relations = _random_table(random)
    hidden = random.random(numbers.size) < 0.7
    near = hidden & (random.random(numbers.size) < 0.5)
    shown = np.floor(numbers / 4 + 0.5) * 4
    least, most = np.where(near, np.maximum(shown - 2, 0), 0.0), np.where(near, shown + 1, np.inf)
    found, _ = _near(np.where(hidden, np.nan, numbers), least, most, relations, width=1e9)
    right = -relations[:, ~hidden] @ numbers[~hidden]
    bounds = np.column_stack([least[hidden], most[hidden]])
    for cell in np.flatnonzero(hidden):
        goal = (np.flatnonzero(hidden) == cell).astype(float)
        low = linprog(goal, A_eq=relations[:, hidden], b_eq=right, bounds=bounds, integrality=1)
        high = linprog(-goal, A_eq=relations[:, hidden], b_eq=right, bounds=bounds, integrality=1)
        assert found[cell][0] == pytest.approx(low.fun, abs=1e-5)
        if high.status == 0:
            assert found[cell][1] == pytest.approx(-high.fun, abs=1e-5)
