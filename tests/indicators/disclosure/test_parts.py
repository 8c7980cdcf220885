"""A system in parts: the same as at once, on one core or several, and with the bases of another part."""

import pickle
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse

from indicators.disclosure import parts
from indicators.disclosure.protect import UnprotectableError, protected
from indicators.disclosure.system import GIVEN, NEVER, System

# Two municipalities of three parts; the sums of both are known already, so that nothing ties one to the other.
SMALL = np.isin(np.arange(8), [1, 5])


def protected_in_parts(system, sensitive, changed, apart=None):
    nobody = np.zeros(system.values.size, dtype=bool)
    return parts.protected_in_parts(system, sensitive, changed, nobody if apart is None else apart).hidden


@pytest.fixture
def two():
    rows = np.array([[1.0, -1, -1, -1, 0, 0, 0, 0], [0, 0, 0, 0, 1, -1, -1, -1]])
    return System(
        values=np.array([60.0, 2, 8, 50, 90.0, 1, 9, 80]), relations=sparse.csr_array(rows), hidden=SMALL,
        need=np.full(8, 3.0), upper=np.full(8, np.inf), rule_low=np.zeros(8), rule_high=np.full(8, np.inf),
        tier=np.array([GIVEN, 0, 0, 0, GIVEN, 0, 0, 0]), cost=np.array([9.0, 1, 1, 2, 9, 1, 1, 2]),
        layer=np.zeros(8, dtype=np.intp),
    )  # fmt: skip


@pytest.fixture
def each_alone(monkeypatch):
    """Every part is work of its own, and enough for processes of their own."""
    monkeypatch.setattr(parts, "LARGE", 1)
    monkeypatch.setattr(parts, "PROCESSES", 1)


def test_in_parts_it_is_the_same_as_at_once(two):
    assert np.flatnonzero(protected_in_parts(two, SMALL, SMALL)).tolist() == [1, 2, 5, 6]
    assert protected_in_parts(two, SMALL, SMALL).tolist() == protected(two).tolist()


def test_with_processes_of_their_own_as_well(two, each_alone):
    assert np.flatnonzero(protected_in_parts(two, SMALL, SMALL)).tolist() == [1, 2, 5, 6]


def test_where_no_process_can_be_started_it_is_done_here(two, each_alone, monkeypatch):
    def broken(*_, **__):
        raise BrokenProcessPool

    monkeypatch.setattr(parts, "ProcessPoolExecutor", broken)
    assert np.flatnonzero(protected_in_parts(two, SMALL, SMALL)).tolist() == [1, 2, 5, 6]


@pytest.mark.parametrize("alone", [False, True])
def test_what_cannot_be_protected_is_told_of_all_parts(two, alone, request):
    if alone:
        request.getfixturevalue("each_alone")
    known = replace(two, tier=np.where(SMALL, 0, GIVEN))
    with pytest.raises(UnprotectableError) as error:
        protected_in_parts(known, SMALL, SMALL)
    assert error.value.cells.tolist() == [1, 5]
    assert pickle.loads(pickle.dumps(error.value)).cells.tolist() == [1, 5]


def test_what_has_not_changed_is_left_as_it_is(two):
    first = np.arange(8) < 4
    assert np.flatnonzero(protected_in_parts(two, SMALL, first)).tolist() == [1, 2, 5]


def test_bases_of_another_part_are_looked_at_before_anything_is_refused(each_alone):
    # The 3 of 3 and 9 of 10 of `test_tables`: no sum ties counts and bases, and nobody is shown the bases.
    system = System(
        values=np.array([12.0, 3, 9, 13, 3, 10]),
        relations=sparse.csr_array(np.array([[1.0, -1, -1, 0, 0, 0], [0, 0, 0, 1, -1, -1]])),
        hidden=np.array([0, 1, 0, 0, 0, 0], dtype=bool), need=np.array([0, 2.0, 0, 0, 0, 0]),
        upper=np.array([13, 3, 10, np.inf, np.inf, np.inf]), rule_low=np.zeros(6), rule_high=np.full(6, np.inf),
        tier=np.array([GIVEN, NEVER, NEVER, GIVEN, NEVER, NEVER]), cost=np.ones(6), layer=np.zeros(6, dtype=np.intp),
        base=np.array([3, 4, 5, -1, -1, -1]),
    )  # fmt: skip
    assert protected_in_parts(system, system.hidden, system.hidden).tolist() == system.hidden.tolist()
    # That holds as long as nobody learns the bases, so that it is looked at anew each time.
    found = parts.protected_in_parts(system, system.hidden, system.hidden, np.zeros(6, dtype=bool))
    assert np.flatnonzero(~found.proven).tolist() == [1] == np.flatnonzero(~found.apart & system.hidden).tolist()
    shown = replace(system, tier=np.array([GIVEN, NEVER, NEVER, GIVEN, GIVEN, GIVEN]))
    with pytest.raises(UnprotectableError):
        protected_in_parts(shown, shown.hidden, shown.hidden)
