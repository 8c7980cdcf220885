"""Areas with a measure that has begun: of every entry, and nothing of what is withdrawn or only planned."""

import pytest

from store import writing
from store.kinds import Measure, Strategy
from store.levels import Level
from store.measured import measured_areas
from tests.store.made import made, made_below
from tests.store.people import COORDINATION, TOWN


@pytest.mark.parametrize(
    ("state", "counts"), [("geplant", False), ("laeuft", True), ("abgeschlossen", True), ("abgebrochen", True)]
)
def test_a_plan_does_not_count(store, state, counts):
    strategy = made(store, Strategy, COORDINATION, areas=["0101-01", "0202"])
    made_below(store, Measure, strategy, title="M", state=state)
    assert measured_areas(store) == (frozenset({"0101-01", "0202"}) if counts else frozenset())


def test_whoever_may_read_them(memory):
    for area, level in (("0101-01", Level.DRAFT), ("0101-02", Level.ADMINISTRATION), ("0202-01", Level.PUBLIC)):
        made_below(memory, Measure, made(memory, Strategy, TOWN, level, areas=[area]), title="M", state="laeuft")
    made(memory, Strategy, COORDINATION, Level.PUBLIC, areas=["0202"])  # without any measure
    assert measured_areas(memory) == {"0101-01", "0101-02", "0202-01"}


@pytest.mark.parametrize("kind", [Strategy, Measure])
def test_what_was_withdrawn_counts_no_more(memory, kind):
    strategy = made(memory, Strategy, COORDINATION)
    measure = made_below(memory, Measure, strategy, title="M", state="laeuft")
    found = {Strategy: strategy, Measure: measure}[kind]
    writing.withdraw(memory, COORDINATION, kind, found.id, found.version)
    assert measured_areas(memory) == frozenset()
