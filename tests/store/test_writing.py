"""Every change is history, nothing is lost, two people do not overwrite each other; on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from problem import DataError
from store import reading, writing
from store.history import What
from store.kinds import Decision, Goal, IndicatorStatus, Measure, Output, Question, Statement, Strategy
from store.levels import Level
from store.merging import ConflictError
from store.reading import MissingError
from tests.store.people import COORDINATION, FACTION, OFFICE, OTHER_TOWN, PUBLIC, TOWN


def begun(store, **values):
    return writing.create(store, TOWN, Strategy, **{"title": "Früh beginnen", "areas": ["0101-01"], **values})


def codes(error):
    return [problem.code for problem in error.value.problems]


def test_every_version_can_be_read_and_had_back(store):
    first = begun(store, reasons="Viele Kinder")
    second = writing.change(store, TOWN, Strategy, first.id, 1, reasons="Viele Kinder, wenig Plätze")
    assert (second.version, second.reasons) == (2, "Viele Kinder, wenig Plätze")
    back = writing.put_back(store, TOWN, Strategy, first.id, 2, earlier=1)
    assert (back.version, back.reasons) == (3, "Viele Kinder")
    lines = reading.history(store, TOWN, Strategy, first.id)
    assert [line.what for line in lines] == [What.PUT_BACK, What.CHANGED, What.CREATED]
    assert [line.at for line in lines] == ["2025-06-01T12:00:00.000000+00:00"] * 3
    assert [(line.role.value, line.home) for line in lines] == [("kommune", "0101")] * 3
    assert (lines[1].before["reasons"], lines[1].after["reasons"]) == ("Viele Kinder", "Viele Kinder, wenig Plätze")
    assert lines[2].before is None


def test_days_and_choices_come_back_as_they_were(store):
    strategy = begun(store)
    goal = writing.create(
        store, TOWN, Goal, strategy_id=strategy.id, text="Weniger", effect="impact", target=12.5, due=date(2027, 12, 31)
    )
    writing.change(store, TOWN, Goal, goal.id, 1, effect="output", due=None, target=None)
    back = writing.put_back(store, TOWN, Goal, goal.id, 2, earlier=1)
    found = reading.entry(store, TOWN, Goal, goal.id)
    for each in (back, found):
        assert (each.effect.value, each.due, each.target) == ("impact", date(2027, 12, 31), 12.5)


def test_what_is_withdrawn_is_gone_for_all_and_comes_back_with_all_that_hangs_on_it(store):
    strategy = begun(store)
    measure = writing.create(store, TOWN, Measure, strategy_id=strategy.id, title="Treffpunkt")
    writing.create(store, TOWN, Output, measure_id=measure.id, name="Treffen", year=2024, reached=12)
    writing.release(store, TOWN, Strategy, strategy.id, 1, Level.PUBLIC)
    writing.withdraw(store, TOWN, Strategy, strategy.id, 2)
    for actor in (TOWN, PUBLIC):
        for kind in (Strategy, Measure, Output):
            assert reading.entries(store, actor, kind) == []
    assert [each.id for each in reading.entries(store, TOWN, Strategy, withdrawn=True)] == [strategy.id]
    assert reading.entries(store, PUBLIC, Strategy, withdrawn=True) == []
    with pytest.raises(MissingError):
        reading.entry(store, PUBLIC, Measure, measure.id)
    writing.bring_back(store, TOWN, Strategy, strategy.id, 3)
    assert [each.name for each in reading.entries(store, PUBLIC, Output)] == ["Treffen"]


def test_two_people_change_different_fields_and_both_count(store):
    seen = begun(store)
    writing.change(store, TOWN, Strategy, seen.id, 1, title="Früher beginnen")
    both = writing.change(store, TOWN, Strategy, seen.id, 1, title="Früh beginnen", reasons="Weil es eilt")
    assert (both.version, both.title, both.reasons) == (3, "Früher beginnen", "Weil es eilt")


def test_two_people_change_one_field_and_the_second_is_asked(store):
    seen = begun(store)
    writing.change(store, TOWN, Strategy, seen.id, 1, title="Früher beginnen")
    with pytest.raises(ConflictError) as told:
        writing.change(store, TOWN, Strategy, seen.id, 1, title="Gemeinsam beginnen", reasons="Weil es eilt")
    assert told.value.fields == ["title"]
    assert told.value.mine == {"title": "Gemeinsam beginnen", "reasons": "Weil es eilt"}
    assert told.value.theirs.title == "Früher beginnen"
    now = reading.entry(store, TOWN, Strategy, seen.id)
    assert (now.version, now.title, now.reasons) == (2, "Früher beginnen", "")
    both = writing.change(store, TOWN, Strategy, seen.id, 2, **told.value.mine)
    assert (both.title, both.reasons) == ("Gemeinsam beginnen", "Weil es eilt")


def test_the_same_change_twice_is_one(store):
    seen = begun(store)
    for _ in range(2):
        now = writing.change(store, TOWN, Strategy, seen.id, 1, title="Früher beginnen")
    assert now.version == 2


def test_nobody_releases_or_withdraws_what_they_have_not_seen(store):
    seen = begun(store)
    writing.change(store, TOWN, Strategy, seen.id, 1, title="Etwas ganz anderes")
    for attempt in (
        lambda: writing.release(store, TOWN, Strategy, seen.id, 1, Level.PUBLIC),
        lambda: writing.withdraw(store, TOWN, Strategy, seen.id, 1),
        lambda: writing.put_back(store, TOWN, Strategy, seen.id, 1, 1),
    ):
        with pytest.raises(ConflictError):
            attempt()


def test_an_embargo_holds_until_its_day(store):
    seen = begun(store)
    writing.release(store, TOWN, Strategy, seen.id, 1, Level.PUBLIC, date(2025, 6, 2))
    assert reading.entries(store, PUBLIC, Strategy) == []
    assert len(reading.entries(store, FACTION, Strategy)) == 1
    later = replace(store, clock=lambda: datetime(2025, 6, 2, 12, tzinfo=UTC))
    assert len(reading.entries(later, PUBLIC, Strategy)) == 1


def test_a_statement_that_is_changed_is_moderated_again(store):
    said = writing.create(store, FACTION, Statement, text="Gut so.", indicator="A1")
    writing.release(store, FACTION, Statement, said.id, 1, Level.ADMINISTRATION)
    writing.release(store, COORDINATION, Statement, said.id, 2, Level.PUBLIC)
    assert [each.text for each in reading.entries(store, PUBLIC, Statement)] == ["Gut so."]
    writing.change(store, FACTION, Statement, said.id, 3, text="Doch nicht.")
    assert reading.entries(store, PUBLIC, Statement) == []
    assert [each.release_level for each in reading.entries(store, COORDINATION, Statement)] == [Level.ADMINISTRATION]


def test_a_strategy_whose_measure_an_office_changes_is_released_again(store):
    strategy = writing.create(store, COORDINATION, Strategy, title="Gesund", areas=["0101-01"])
    measure = writing.create(store, COORDINATION, Measure, strategy_id=strategy.id, title="Sprechstunde")
    writing.release(store, COORDINATION, Strategy, strategy.id, 1, Level.PUBLIC)
    writing.change(store, OFFICE, Measure, measure.id, 1, title="Sprechstunden")
    assert reading.entry(store, OFFICE, Strategy, strategy.id).release_level is Level.COMMITTEES


def test_a_municipality_sees_what_the_county_drafts_for_it_alone(store):
    one = writing.create(store, COORDINATION, Strategy, title="Eine", areas=["0101-01", "0101-02"])
    two = writing.create(store, COORDINATION, Strategy, title="Zwei", areas=["0101-01", "0202-01"])
    assert (one.municipality, two.municipality) == ("0101", "")
    assert [each.title for each in reading.entries(store, TOWN, Strategy)] == ["Eine"]
    assert reading.entries(store, OTHER_TOWN, Strategy) == []


def test_all_faults_are_told_at_once_and_nothing_is_kept(store):
    with pytest.raises(DataError) as told:
        begun(store, title="", areas=[], reasons="x" * 20_001, phase="irgendwann", flag_year=2024.5)
    assert codes(told) == ["entry_needed", "entry_needed", "entry_too_long", "entry_no_number", "entry_no_choice"]
    assert reading.entries(store, TOWN, Strategy) == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "12", True, 1e12])
def test_a_number_is_a_number(store, value):
    strategy = begun(store)
    with pytest.raises(DataError) as told:
        writing.create(store, TOWN, Goal, strategy_id=strategy.id, text="Weniger", target=value)
    assert codes(told) == ["entry_no_number"]


def test_areas_and_references_must_be_there_for_who_names_them(store):
    with pytest.raises(DataError) as told:
        begun(store, areas=["0101-01", "9999"])
    assert codes(told) == ["entry_area_unknown"]
    assert told.value.problems[0].areas == ["9999"]
    draft = begun(store)
    with pytest.raises(DataError) as told:
        writing.create(
            store, COORDINATION, Decision, title="x", body="x", day=date(2025, 1, 1), text="x", strategy_id=draft.id
        )
    assert codes(told) == ["entry_reference_unknown"]


def test_an_indicator_goes_its_way_step_by_step(store):
    status = writing.create(store, COORDINATION, IndicatorStatus, name="Altersarmut", purpose="Bedarf erkennen")
    with pytest.raises(DataError) as told:
        writing.change(store, COORDINATION, IndicatorStatus, status.id, 1, stage="in_nutzung")
    assert codes(told) == ["indicator_step_unknown"]
    writing.change(store, COORDINATION, IndicatorStatus, status.id, 1, stage="beraten")
    with pytest.raises(DataError) as told:
        writing.change(store, COORDINATION, IndicatorStatus, status.id, 2, stage="beschlossen")
    assert codes(told) == ["indicator_undecided"]
    decided = {"decided_by": "Sozialausschuss", "decided_on": date(2025, 5, 5)}
    status = writing.change(store, COORDINATION, IndicatorStatus, status.id, 2, stage="beschlossen", **decided)
    assert (status.stage.value, status.version) == ("beschlossen", 3)


def test_an_answer_leaves_the_question_as_it_was_asked(store):
    asked = writing.create(store, FACTION, Question, text="Was zählt hier?")
    writing.release(store, FACTION, Question, asked.id, 1, Level.ADMINISTRATION)
    answered = writing.change(store, OFFICE, Question, asked.id, 2, answer="Menschen ab 65.")
    assert (answered.text, answered.answer, answered.owner) == (
        "Was zählt hier?",
        "Menschen ab 65.",
        "politik:Fraktion A",
    )


def test_the_database_itself_keeps_references_and_words(store):
    measure = writing.create(store, TOWN, Measure, strategy_id=begun(store).id, title="Treffpunkt")
    for broken in (
        f"DELETE FROM strategies WHERE id = '{measure.strategy_id}'",
        "UPDATE measures SET state = 'fertig'",
    ):
        with pytest.raises(IntegrityError), store.writes() as session:
            session.execute(text(broken))
