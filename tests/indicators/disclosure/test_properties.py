"""An attacker who writes down every table that agrees with what is shown finds no hidden count."""

from itertools import product

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.disclosure.elimination import recoverable
from indicators.disclosure.protect import protected
from indicators.primary import Rule

MOST_TABLES = 50_000
# The same examples in every run.
repeatable = settings(derandomize=True, deadline=None, max_examples=40)
few = settings(repeatable, max_examples=15)


@st.composite
def drawn(draw):
    """Members, inner counts, bases and rule of a table of areas × years or categories with random groupings."""
    areas, slices = draw(st.sampled_from([(2, 1), (3, 1), (4, 1), (5, 1), (2, 2), (3, 2), (2, 3), (3, 3)]))
    numbers = st.sampled_from([0, 1, 1, 2, 2, 3, 4, 5, 7])
    inner = np.array(draw(st.lists(numbers, min_size=areas * slices, max_size=areas * slices)))
    sets = [frozenset([area]) for area in range(areas)] if draw(st.sampled_from([True, True, True, False])) else []
    for _ in range(draw(st.integers(1, 2))):  # groupings, which may overlap
        groups = draw(st.lists(st.integers(0, 2), min_size=areas, max_size=areas))
        sets += [frozenset(np.flatnonzero(np.array(groups) == group)) for group in set(groups)]
    sets += [frozenset(range(areas))] if draw(st.booleans()) else []
    windows = [frozenset([each]) for each in range(slices)]
    if slices > 1 and draw(st.booleans()):  # pooled years, or the total of categories
        length = draw(st.integers(2, slices))
        windows += [frozenset(range(first, first + length)) for first in range(slices - length + 1)]
    members = [
        [float(area in places and each in window) for area, each in product(range(areas), range(slices))]
        for places, window in product(dict.fromkeys(sets), dict.fromkeys(windows))
    ]
    others = st.one_of(st.none(), st.lists(st.integers(0, 9), min_size=inner.size, max_size=inner.size))
    others = draw(others)
    threshold = draw(st.sampled_from([3, 3, 4]))
    rule = Rule(threshold, 0, draw(st.sampled_from([False, False, True])), draw(st.sampled_from([2, 3, 5])))
    # A base smaller than the threshold would be hidden itself, and bound nothing.
    return members, inner, None if others is None else np.maximum(inner + others, threshold), rule


def _all_tables(table, allowed):
    """Every table of inner counts whose published sums are all allowed; allowed: sums × numbers, bool."""
    numbers, (_, inner) = allowed.shape[1], table.members.shape
    largest = np.where(allowed, np.arange(numbers), -1).max(axis=1)
    caps = np.minimum(table.inner + 5, np.where(np.isnan(table.bases), np.inf, table.bases)).astype(int)
    found = np.zeros((1, 0), dtype=int)
    for place in range(inner):
        assume(len(found) * (caps[place] + 1) < MOST_TABLES)
        number = np.tile(np.arange(caps[place] + 1), len(found))
        found = np.column_stack([np.repeat(found, caps[place] + 1, axis=0), number])
        sums = found @ table.members[:, : place + 1].T.astype(int)
        complete = ~table.members[:, place + 1 :].any(axis=1)
        fits = np.where(complete, allowed[np.arange(table.size), np.minimum(sums, numbers - 1)], sums <= largest)
        found = found[fits.all(axis=1)]
    return found @ table.members.T.astype(int)


def _seen(table, hidden, of_hidden):
    """Allowed numbers of every sum: what is shown, and for hidden ones what the attacker takes for possible."""
    numbers = np.arange(int(table.values.max() + 6 * table.inner.size) + 1)
    shown = numbers == table.values[:, None]
    return np.where(hidden[:, None], of_hidden(numbers[None, :]), shown)


def _within_bases(table):
    upper = np.where(np.isnan(table.upper), np.inf, table.upper)[:, None]
    return lambda numbers: numbers <= upper


def _small(rule, numbers):
    return (numbers < rule.threshold) & (numbers >= (0 if rule.zeros_sensitive else 1))


def _by_the_signs(table, sensitive):
    """What somebody takes for possible who knows the rule and sees which counts are hidden for their own sake."""

    def possible(numbers):
        own = _small(table.rule, numbers) | _small(table.rule, table.upper[:, None] - numbers)
        return np.where(sensitive[:, None], own, ~own) & _within_bases(table)(numbers)

    return possible


def _beyond_help(table, sensitive, own=None):
    """Sums that the signs alone determine, whatever else is hidden, for somebody who guesses besides which counts are
    small, which have a small rest, and which are 0."""
    rests = (table.upper - table.values)[:, None]
    few = _small(table.rule, table.values)[:, None]

    def guessed(numbers):
        small = np.where(few, _small(table.rule, numbers), _small(table.rule, table.upper[:, None] - numbers))
        zero = (table.values[:, None] == 0) == (numbers == 0)
        full = (rests == 0) == (numbers == table.upper[:, None])
        return _by_the_signs(table, sensitive)(numbers) & np.where(sensitive[:, None], small, zero & full)

    return _determined(table, np.ones(table.size, dtype=bool), guessed, own)


def _sensitive(table):
    return table.system.hidden[: table.size]


def _determined(table, hidden, of_hidden, own=None):
    """Sums of which one number remains; own: position of a sum that the attacker knows."""
    seen = _seen(table, hidden, of_hidden)
    if own is not None:
        seen[own] = np.arange(seen.shape[1]) == table.values[own]
    possible = _all_tables(table, seen)
    return possible.max(axis=0) == possible.min(axis=0)


@repeatable
@given(drawn())
def test_an_outsider_cannot_confine_a_hidden_count(table, case):
    table = table(*case)
    hidden_cells = protected(table.system)
    hidden = hidden_cells[: table.size]
    assert (hidden >= _sensitive(table)).all()
    assert not recoverable(table.system.with_hidden(hidden_cells)).any()
    if hidden.any():
        possible = _all_tables(table, _seen(table, hidden, _within_bases(table)))[:, hidden]
        width = possible.max(axis=0) - possible.min(axis=0)
        need = table.system.need[: table.size][hidden]
        assert (width >= need).all(), (width, need)


@repeatable
@given(drawn())
def test_who_knows_the_rule_cannot_determine_what_hiding_could_protect(table, case):
    table = table(*case)
    hidden, sensitive = protected(table.system)[: table.size], _sensitive(table)
    if sensitive.any():
        by_signs = _by_the_signs(table, sensitive)
        known = sensitive & _determined(table, hidden, by_signs)
        if known.any():
            assert (known <= _beyond_help(table, sensitive)).all()


@repeatable
@given(drawn())
def test_who_is_the_only_one_in_a_cell_cannot_determine_another(table, case):
    table = table(*case)
    hidden, sensitive = protected(table.system)[: table.size], _sensitive(table)
    by_signs = _by_the_signs(table, sensitive)
    for own in np.flatnonzero(sensitive & ((table.values == 1) | (table.upper - table.values == 1))):
        others = sensitive & ~_same_person(table, own)
        assert not (others & _determined(table, hidden, _within_bases(table), own)).any()
        known = others & _determined(table, hidden, by_signs, own)
        if known.any():
            assert (known <= _beyond_help(table, sensitive, own)).all()


def _same_person(table, own):
    """Sums that count exactly whom this one counts, or have the same single rest of their base."""
    persons = table.members * table.inner
    same = (persons == persons[own]).all(axis=1)
    rests = table.members * np.nan_to_num(table.bases - table.inner)
    return same | (~np.isnan(table.upper) & (rests == rests[own]).all(axis=1) & (rests[own].sum() == 1))


@few
@given(drawn(), st.randoms(use_true_random=False))
def test_the_order_of_cells_does_not_matter_much(table, case, random):
    members, inner, bases, rule = case
    table_ = table(members, inner, bases, rule)
    first = protected(table_.system)
    assert (protected(table_.system) == first).all()
    order = random.sample(range(len(members)), len(members))
    again = protected(table([members[place] for place in order], inner, bases, rule).system)
    assert abs(int(again.sum()) - int(first.sum())) <= 2
