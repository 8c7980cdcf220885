"""What withstands apart: two municipalities that only the years of their own sums tie to each other, which nobody is shown."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse

from indicators.disclosure import parts
from indicators.disclosure.certificates import certificates, certified, withstanding_apart
from indicators.disclosure.moves import Moves
from indicators.disclosure.parts import protected_in_parts
from indicators.disclosure.protect import protected
from indicators.disclosure.system import GIVEN, NEVER, System

# The county's 100 are known. First municipality: 60 = 2 + 8 + 50, of which 2 and 8 are hidden: each is 0 to 10, whoever knows
# the 60 or not. Second one: 40 = 1 + 9 + 30, of which the 1 alone is hidden: it follows from the 40, which nobody is shown.
COUNTY, FIRST, SECOND = 0, np.array([1, 2, 3, 4]), np.array([5, 6, 7, 8])
HIDDEN = np.isin(np.arange(9), [2, 3, 6])
NOBODY = np.zeros(9, dtype=bool)


@pytest.fixture
def system():
    rows = np.array([[1.0, -1, 0, 0, 0, -1, 0, 0, 0], [0, 1, -1, -1, -1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1, -1, -1, -1]])
    return System(
        values=np.array([100.0, 60, 2, 8, 50, 40, 1, 9, 30]), relations=sparse.csr_array(rows), hidden=HIDDEN,
        need=np.full(9, 3.0), upper=np.full(9, np.inf), rule_low=np.zeros(9), rule_high=np.full(9, np.inf),
        tier=np.array([GIVEN, NEVER, 0, 0, 0, NEVER, 0, 0, 0]), cost=np.ones(9), layer=np.zeros(9, dtype=np.intp),
        interface=np.isin(np.arange(9), [1, 5]),
    )  # fmt: skip


def _apart(system):
    return withstanding_apart(system, system.hidden, system.hidden, Moves.none())


def _certificates(system):
    return certificates(system.of_neighbours, system.hidden, _apart(system))


def _certified(system, known):
    return np.flatnonzero(certified(system.of_neighbours, system.hidden, known) & system.hidden).tolist()


def test_together_nothing_more_need_be_hidden(system):
    # The 1 may be 0 with 39 in its municipality and 61 in the other one.
    assert protected(system).tolist() == HIDDEN.tolist()


def test_only_the_first_municipality_withstands_whoever_knows_its_years(system):
    assert np.flatnonzero(_apart(system)).tolist() == [2, 3]


def test_its_certificate_holds_whatever_the_other_one_draws(system):
    known = _certificates(system)
    assert len(known) == 1 and _certified(system, known) == [2, 3]
    other = replace(
        system, values=np.array([100.0, 60, 2, 8, 50, 40, 4, 6, 30]), hidden=HIDDEN | np.isin(np.arange(9), [7])
    )
    assert _certified(other, known) == [2, 3]


@pytest.mark.parametrize(
    "changed", [{"values": np.array([100.0, 60, 3, 7, 50, 40, 1, 9, 30])}, {"hidden": HIDDEN & (np.arange(9) != 3)}]
)
def test_it_does_not_hold_for_other_numbers_or_another_pattern(system, changed):
    assert _certified(replace(system, **changed), _certificates(system)) == []


def test_a_certificate_names_the_cells_that_do_not_withstand(system):
    # 0 to 10 is enough for the 2 and not for the 8, the second one of its block.
    wide = replace(system, need=np.where(np.arange(9) == 3, 20.0, 3.0))
    known = _certificates(wide)
    assert [entry.partition(":")[2] for entry in known] == ["1"]
    assert _certified(wide, known) == [2]


def test_what_is_certified_is_not_attacked(system, monkeypatch):
    attacked = []

    def watching(inside, sensitive, changed, apart):
        attacked.append(sorted(inside.values[changed]))
        return original(inside, sensitive, changed, apart)

    original = parts.protection
    monkeypatch.setattr(parts, "protection", watching)
    apart = certified(system.of_neighbours, HIDDEN, _certificates(system))
    found = protected_in_parts(system, HIDDEN, HIDDEN & ~apart, apart)
    assert attacked == [[1]] and found.hidden.tolist() == HIDDEN.tolist()
    assert np.flatnonzero(found.apart & HIDDEN).tolist() == [2, 3]


def test_without_an_interface_everything_withstands_apart(system):
    alone = replace(system, interface=NOBODY)
    assert protected_in_parts(alone, HIDDEN, HIDDEN, NOBODY).apart[HIDDEN].all()
