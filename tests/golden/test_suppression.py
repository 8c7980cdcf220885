"""Cell suppression against sdcTable, GaussSuppression and τ-ARGUS: safe as their verifier says, and no more cells than they.

A pattern is not unique. So each of ours is attacked as the tables' own verifier does it, by elimination over fractions and
by linear programming, and only the number of secondary cells is compared.
"""

import json
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from scipy import sparse
from scipy.optimize import linprog

from indicators.disclosure.attacks import of_outsider
from indicators.disclosure.elimination import recoverable
from indicators.disclosure.intervals import extents
from indicators.disclosure.protect import protected
from indicators.disclosure.system import NEVER, System

CASES = ["gauss_z1", "gauss_z1_nozero", "sdctable_microdata1", "sdctable_singletons", "tauargus_simple2d"]
# The fewest secondary cells any program cited hides (for singletons: against whoever is alone in a cell).
CITED = {
    "gauss_z1": 3,
    "gauss_z1_nozero": 3,
    "sdctable_microdata1": 3,
    "sdctable_singletons": 1,
    "tauargus_simple2d": 12,
}


class Case:
    """One published table. The system's first cells are the published sums, then come inner counts that nobody sees."""

    def __init__(self, file):
        case = json.loads(file.read_text())
        self.patterns, self.facts = case.get("patterns", {}), case.get("facts", {})
        self.zeros, self.counts, self.published = set(case.get("known_zero", [])), case["inner"], case["published"]
        self.inner = [name for name in self.counts if name not in self.zeros]
        self.names = [each["id"] for each in self.published]
        self.primary = np.array([each["primary"] for each in self.published])
        self.members = np.array([[float(name in each["inner"]) for name in self.inner] for each in self.published])

    def system(self, need=1.0):
        values = np.array([each["value"] for each in self.published] + [self.counts[name] for name in self.inner])
        size, unseen = len(self.names), len(self.inner)
        sensitive = np.append(self.primary, np.zeros(unseen, dtype=bool))
        few = sensitive & (values > 0) & (values < 3)
        return System(
            values=values.astype(float),
            relations=sparse.csr_array(np.hstack([np.eye(size), -self.members])),
            hidden=sensitive,
            need=np.append(np.broadcast_to(need, size), np.zeros(unseen)),
            upper=np.full(size + unseen, np.inf),
            rule_low=np.where(few, 1.0, 0.0),
            rule_high=np.where(few, 2.0, np.inf),
            tier=np.append(self._tiers(), np.full(unseen, NEVER)).astype(np.intp),
            cost=1 + np.log1p(values) / 20,
            layer=np.zeros(size + unseen, dtype=np.intp),
        )

    def _tiers(self):
        """The more inner cells a sum holds, the later it is given up."""
        size = np.array([len(each["inner"]) for each in self.published])
        return np.searchsorted(np.unique(size), size)

    def hidden(self, names):
        return np.append(np.isin(self.names, names), np.zeros(len(self.inner), dtype=bool))

    def under(self, names, need=1.0):
        return self.system(need).with_hidden(self.hidden(names))


@pytest.fixture(params=CASES)
def name(request):
    return request.param


@pytest.fixture
def published(against):
    return against("suppression")


def _case(published, name):
    return Case(published.folder / f"{name}.json")


def _echelon(rows):
    """Reduced row echelon form over fractions: pairs of the column in which a row begins, and the row."""
    found = []
    for row in rows:
        row = _rest(found, row)
        start = next((place for place, number in enumerate(row) if number), None)
        if start is not None:
            row = [number / row[start] for number in row]
            found = [(place, _without(each, row, start)) for place, each in found] + [(start, row)]
    return found


def _without(row, other, place):
    factor = row[place]
    return [a - factor * b for a, b in zip(row, other, strict=True)] if factor else row


def _rest(echelon, row):
    row = [Fraction(number) for number in row]
    for place, other in echelon:
        row = _without(row, other, place)
    return row


def _follow(case, hidden):
    """Hidden cells that follow from the shown ones by addition and subtraction, over fractions."""
    rows = case.members.astype(int).tolist()
    shown = _echelon([row for row, is_hidden in zip(rows, hidden, strict=True) if not is_hidden])
    return [
        name
        for name, row, is_hidden in zip(case.names, rows, hidden, strict=True)
        if is_hidden and not any(_rest(shown, row))
    ]


def _widths(case, hidden):
    """Width of the feasible interval of every hidden cell, by linear programming over all inner counts."""
    values = np.array([each["value"] for each in case.published], dtype=float)

    def end(row, sign):
        return sign * linprog(sign * row, A_eq=case.members[~hidden], b_eq=values[~hidden], bounds=(0, None)).fun

    return np.array([
        end(row, -1) - end(row, 1) if _bounded(case, hidden, row) else np.inf for row in case.members[hidden]
    ])  # fmt: skip


def _bounded(case, hidden, row):
    """Whether every inner count of the row lies in a shown sum."""
    return bool((case.members[~hidden].any(axis=0) | (row == 0)).all())


def test_elimination_finds_what_the_verifier_finds_in_the_programs_patterns(published, name):
    case = _case(published, name)
    for pattern, names in case.patterns.items():
        found = recoverable(case.under(names))[: len(case.names)]
        expected = case.facts.get("recoverable", {}).get(pattern, [])
        published.check(f"{name}, {pattern}", found, np.isin(case.names, expected))
        assert sorted(_follow(case, case.hidden(names)[: len(case.names)])) == sorted(expected)


def test_elimination_finds_what_fractions_find_without_secondary_cells(published, name):
    case = _case(published, name)
    found = np.array(case.names)[recoverable(case.system())[: len(case.names)]]
    assert sorted(found) == sorted(_follow(case, case.primary))
    assert len(found) or name == "sdctable_singletons"  # there two hidden cells already protect each other


def test_intervals_of_the_programs_patterns_are_the_published_ones(published, name):
    case = _case(published, name)
    for pattern, cells in case.facts.get("intervals", {}).items():
        system = case.under(case.patterns[pattern])
        lowest, highest = extents(system, of_outsider(system), np.full(system.values.size, np.inf))
        for cell, (low, high) in cells.items():
            at = case.names.index(cell)
            published.check(cell, system.values[at] + [lowest[at], highest[at]], [low, high])


def test_intervals_of_the_programs_patterns_are_those_of_linear_programming(published, name):
    case = _case(published, name)
    for names in case.patterns.values():
        system, hidden = case.under(names), case.hidden(names)[: len(case.names)]
        lowest, highest = extents(system, of_outsider(system), np.full(system.values.size, np.inf))
        width = _widths(case, hidden)
        if name != "tauargus_simple2d":  # turnover with decimals: ours counts whole steps only
            published.check(name, (highest - lowest)[: len(case.names)][hidden], width)
        else:
            assert ((highest - lowest)[: len(case.names)][hidden] <= width + 1e-6).all()


@pytest.mark.parametrize("need", [1.0, 3.0])
def test_our_pattern_is_safe_and_hides_no_more_than_the_programs(published, name, need):
    case = _case(published, name)
    hidden = protected(case.system(need))[: len(case.names)]
    secondary = int((hidden & ~case.primary).sum())
    assert (hidden >= case.primary).all()
    assert _follow(case, hidden) == []
    assert (_widths(case, hidden) >= need - 1e-6).all()
    assert secondary <= 1.3 * CITED[name], f"{name}: {secondary} secondary cells, cited {CITED[name]}"
    if "min_secondary" in case.facts:
        assert secondary == case.facts["min_secondary"]


def test_turnover_keeps_its_protection_interval_of_fifteen_percent(published):
    case = _case(published, "tauargus_simple2d")
    value = np.array([each["value"] for each in case.published])
    need = np.where(case.primary, np.ceil(0.3 * value), 1.0)  # p% rule with p = 15: 15 % to either side
    hidden = protected(case.system(need))[: len(case.names)]
    secondary = int((hidden & ~case.primary).sum())
    assert _follow(case, hidden) == [] and (_widths(case, hidden) >= need[hidden] - 1e-6).all()
    assert secondary <= 1.3 * case.facts["n_secondary"], secondary


def test_fewer_cells_would_not_do(published):
    case = _case(published, "sdctable_microdata1")
    free = np.flatnonzero(~case.primary)
    fewer = case.facts["min_secondary"] - 1
    assert all(_follow(case, _also(case.primary, chosen)) for chosen in combinations(free, fewer))


def _also(hidden, positions):
    more = hidden.copy()
    more[list(positions)] = True
    return more


def test_singletons(published):
    """a = 1, b = 2, c = 1, d = 0 with their sum 4; a and c are hidden."""
    case = _case(published, "sdctable_singletons")
    cited, system = case.facts["n_secondary"], case.system()
    lowest, highest = extents(system, of_outsider(system), system.need)
    assert cited["plain"] == 0 and ((highest - lowest)[system.hidden] >= 1).all()  # nobody needs more against outsiders
    for need, name in ((1.0, "singleton"), (3.0, "threshold 3"), (5.0, "threshold 5")):
        hidden = protected(case.system(need))
        assert 1 <= int((hidden & ~system.hidden).sum()) <= cited[name], name
