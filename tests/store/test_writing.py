"""Every change is history, nothing is lost, two people do not overwrite each other; on SQLite and on PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from problem import DataError
from store import reading, writing
from store.history import What
from store.kinds import Decision, Goal, IndicatorStatus, Measure, Offer, Output, Question, Statement, Strategy
from store.levels import Level
from store.merging import ConflictError
from store.reading import MissingError
from store.rights import ForbiddenError
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
    writing.release(store, TOWN, Strategy, strategy.id, 3, Level.PUBLIC)
    writing.withdraw(store, TOWN, Strategy, strategy.id, 4)
    for actor in (TOWN, PUBLIC):
        for kind in (Strategy, Measure, Output):
            assert reading.entries(store, actor, kind) == []
    assert [each.id for each in reading.entries(store, TOWN, Strategy, withdrawn=True)] == [strategy.id]
    assert reading.entries(store, PUBLIC, Strategy, withdrawn=True) == []
    with pytest.raises(MissingError):
        reading.entry(store, PUBLIC, Measure, measure.id)
    writing.bring_back(store, TOWN, Strategy, strategy.id, 5)
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
    writing.release(store, COORDINATION, Strategy, strategy.id, 2, Level.PUBLIC)
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


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "12", True, 1.1e12])
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


def test_what_hangs_on_an_entry_never_moves_to_another(store):
    own = begun(store)
    other = writing.create(store, OTHER_TOWN, Strategy, title="Andere", areas=["0202-01"])
    other = writing.release(store, OTHER_TOWN, Strategy, other.id, 1, Level.PUBLIC)
    goal = writing.create(store, TOWN, Goal, strategy_id=own.id, text="Weniger")
    with pytest.raises(DataError) as told:
        writing.change(store, TOWN, Goal, goal.id, 1, strategy_id=other.id)
    assert codes(told) == ["entry_parent_fixed"]
    assert reading.entry(store, PUBLIC, Strategy, other.id).release_level is Level.PUBLIC


def test_a_goal_that_was_changed_meanwhile_is_not_released_unseen(store):
    strategy = writing.create(store, COORDINATION, Strategy, title="Gesund", areas=["0101-01"])
    goal = writing.create(store, COORDINATION, Goal, strategy_id=strategy.id, text="Mehr Impfungen")
    seen = reading.entry(store, COORDINATION, Strategy, strategy.id)
    writing.change(store, OFFICE, Goal, goal.id, 1, text="Ganz anderes")
    with pytest.raises(ConflictError):
        writing.release(store, COORDINATION, Strategy, strategy.id, seen.version, Level.PUBLIC)
    assert reading.entries(store, PUBLIC, Goal) == []
    lines = reading.history(store, COORDINATION, Strategy, strategy.id)
    assert [line.what for line in lines] == [What.BELOW, What.BELOW, What.CREATED]


def test_two_offices_change_two_goals_at_once(opened):
    """Each waits for the other; neither sees more of it than that."""
    store = opened()
    strategy = writing.create(store, COORDINATION, Strategy, title="Gesund", areas=["0101-01"])
    goals = [writing.create(store, COORDINATION, Goal, strategy_id=strategy.id, text=str(each)) for each in range(4)]
    writing.release(store, COORDINATION, Strategy, strategy.id, 5, Level.PUBLIC)
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda goal: writing.change(opened(), OFFICE, Goal, goal.id, 1, text="Neu"), goals))
    assert [each.version for each in done] == [2] * 4
    now = reading.entry(store, OFFICE, Strategy, strategy.id)
    assert (now.version, now.release_level) == (10, Level.COMMITTEES)


def test_a_statement_under_embargo_that_is_changed_can_be_moderated(store):
    said = writing.create(store, FACTION, Statement, text="Gut so.", indicator="A1")
    writing.release(store, FACTION, Statement, said.id, 1, Level.ADMINISTRATION)
    writing.release(store, COORDINATION, Statement, said.id, 2, Level.COMMITTEES, date(2030, 1, 1))
    writing.change(store, FACTION, Statement, said.id, 3, text="Doch nicht.")
    [waiting] = reading.entries(store, COORDINATION, Statement)
    assert (waiting.release_level, waiting.embargo) == (Level.ADMINISTRATION, None)


def test_the_county_s_own_words_are_not_the_municipality_s(store):
    said = writing.create(store, COORDINATION, Statement, text="Der Kreis meint.", area="0101-01")
    assert reading.entries(store, TOWN, Statement) == []
    writing.release(store, COORDINATION, Statement, said.id, 1, Level.PUBLIC)
    with pytest.raises(ForbiddenError):
        writing.change(store, TOWN, Statement, said.id, 2, text="Der Kreis meint nicht.")


def test_a_municipality_may_change_what_it_has_said_of_others(store):
    other = writing.create(store, OTHER_TOWN, Strategy, title="Andere", areas=["0202-01"])
    writing.release(store, OTHER_TOWN, Strategy, other.id, 1, Level.PUBLIC)
    said = writing.create(store, TOWN, Statement, text="Wir machen mit.", strategy_id=other.id)
    said = writing.change(store, TOWN, Statement, said.id, 1, text="Wir machen gern mit.")
    writing.withdraw(store, TOWN, Statement, said.id, said.version)


def test_an_entry_whose_area_is_gone_can_still_be_changed(store):
    strategy = begun(store)
    later = replace(store, municipality_of={"0202-01": "0202"})
    changed = writing.change(later, TOWN, Strategy, strategy.id, 1, phase="ziele")
    writing.withdraw(later, TOWN, Strategy, changed.id, 2)


def test_a_faction_has_its_question_back_and_the_answer_stays(store):
    asked = writing.create(store, FACTION, Question, text="Was zählt?")
    asked = writing.change(store, FACTION, Question, asked.id, 1, text="Was zählt hier?")
    writing.release(store, FACTION, Question, asked.id, 2, Level.ADMINISTRATION)
    writing.change(store, OFFICE, Question, asked.id, 3, answer="Menschen ab 65.")
    back = writing.put_back(store, FACTION, Question, asked.id, 4, earlier=1)
    assert (back.text, back.answer) == ("Was zählt?", "Menschen ab 65.")


def test_an_earlier_state_is_had_back_though_what_it_names_is_withdrawn(store):
    strategy = begun(store)
    goal = writing.create(store, TOWN, Goal, strategy_id=strategy.id, text="Weniger")
    measure = writing.create(store, TOWN, Measure, strategy_id=strategy.id, title="Treff", goal_id=goal.id)
    writing.change(store, TOWN, Measure, measure.id, 1, title="Treffpunkt")
    writing.withdraw(store, TOWN, Goal, goal.id, 1)
    assert writing.put_back(store, TOWN, Measure, measure.id, 2, earlier=1).title == "Treff"


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (Goal, "baseline_year", -20_000_000),
        (Goal, "baseline_year", 2201),
        (Offer, "latitude", 50789.0),
        (Offer, "longitude", -181.0),
    ],
)
def test_years_and_places_have_bounds(store, kind, name, value):
    needed = {"strategy_id": begun(store).id, "text": "x"} if kind is Goal else {"name": "x", "areas": ["0101-01"]}
    with pytest.raises(DataError) as told:
        writing.create(store, TOWN, kind, **needed, **{name: value})
    assert codes(told) == ["entry_no_number"]


def test_several_entries_stay_in_their_order(store):
    rows = [{"name": str(number), "areas": ["0101-01"]} for number in range(60)]
    writing.create_all(store, TOWN, Offer, rows)
    assert [each.name for each in reading.entries(store, TOWN, Offer)] == [str(number) for number in range(60)]
