"""What the sample county has entered: the same on every rebuild, believable, and seen by those it is for."""

import subprocess
import sys

import pytest

from store import reading
from store.actor import COUNTY, PUBLIC, Actor, Role
from store.kinds import Decision, IndicatorStatus, Strategy
from store.place import store_of
from tests.sample_county import SAMPLE, sample_release
from views.content import content_of
from views.municipalities import municipality_of_areas
from views.progress.progress import progress_of
from views.strategies.record import records
from views.strategies.sums import sums_of

EITORF = Actor(Role.MUNICIPALITY, "05382016")
COORDINATION = Actor(Role.COORDINATION, COUNTY)


@pytest.fixture(scope="module")
def shown():
    return content_of(sample_release())


@pytest.fixture(scope="module")
def store(shown):
    return store_of(SAMPLE, municipality_of_areas(shown))


def test_a_rebuild_gives_the_same_bytes(tmp_path):
    file = tmp_path / "anfang.jsonl"
    subprocess.run([sys.executable, str(SAMPLE / "build_entries.py"), "--out", str(file)], check=True)
    assert file.read_bytes() == (SAMPLE / "entries" / "anfang.jsonl").read_bytes()


def test_a_third_of_the_flagged_areas_has_a_strategy(shown, store):
    found = records(store, EITORF)
    sums = sums_of(shown, "quartier", 2024, found, store.today())
    assert len(sums.flagged) == 11
    assert set(sums.with_strategy) == {"05382060-04", "05382076-03", "05382016-02", "05382068-09"}


def test_a_draft_is_its_owners_alone(store):
    drafts = [each for each in reading.entries(store, EITORF, Strategy) if each.title.startswith("Eitorf")]
    assert len(drafts) == 1
    for actor in (COORDINATION, PUBLIC):
        assert not [each for each in reading.entries(store, actor, Strategy) if each.title.startswith("Eitorf")]


def test_every_indicator_of_the_catalogue_is_decided_and_in_use(store):
    statuses = [each for each in reading.entries(store, PUBLIC, IndicatorStatus) if each.indicator]
    assert {each.indicator for each in statuses} == set(sample_release().catalogue)
    assert {(each.stage.value, each.audience.value, each.decided_on.isoformat()) for each in statuses} == {
        ("in_nutzung", "oeffentlich", "2026-05-12")
    }


def test_a_year_of_decisions(store):
    days = sorted(each.day.isoformat() for each in reading.entries(store, COORDINATION, Decision))
    assert (days[0], days[-1], len(days)) == ("2025-11-20", "2026-09-17", 5)


def test_some_strategies_work_and_some_do_not(shown, store):
    statuses = {
        record.strategy.title: [
            progress_of(
                shown, area, goal.indicator, goal.baseline_year, goal.target, goal.due.year, started=record.started
            ).status
            for goal in record.goals if goal.indicator for area in record.strategy.areas
        ]
        for record in records(store, COORDINATION)
    }  # fmt: skip
    assert statuses["Sprache von Anfang an"] == ["erreicht"]
    assert statuses["Gesund in die Schule"] == ["auf dem Weg", "entfernt sich"]
    assert statuses["Ankommen und arbeiten"] == ["entfernt sich"]
    assert statuses["Früh beginnen"] == ["nicht unterscheidbar"]
