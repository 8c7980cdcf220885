"""The strategies of the report to the committee in words: goals with their numbers, measures with what they delivered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.kinds import Measure, Output
from texts.entries import word
from texts.steering import measure_words, output_words
from views.progress.progress import ProgressView
from views.steering.committee import Draft
from views.steering.reached import Reached
from views.strategies.record import Record


@dataclass(frozen=True)
class GoalRow:
    """baseline, now, target: in words, "" where there is no number; status: one word, or "" with `sentences` telling why."""

    goal: str
    where: str
    baseline: str
    now: str
    target: str
    status: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class StrategyRow:
    """phase: in words; measures: each with its state and what it has delivered."""

    title: str
    phase: str
    goals: tuple[GoalRow, ...]
    measures: tuple[str, ...]


def strategies(draft: Draft) -> list[StrategyRow]:
    return [_strategy(each, draft) for each in draft.strategies]


def statuses(draft: Draft) -> list[str]:
    """One word per goal and area of which the data say something."""
    return [each.progress.status for each in draft.reached if isinstance(each.progress, ProgressView)]


def _strategy(record: Record, draft: Draft) -> StrategyRow:
    goals = tuple(_goal(each) for each in draft.reached if each.strategy_id == record.strategy.id)
    measures = tuple(_measure(each, record.outputs.get(each.id, ())) for each in record.measures)
    return StrategyRow(record.strategy.title, word(record.strategy.phase), goals, measures)


def _measure(measure: Measure, outputs: Iterable[Output]) -> str:
    counted = [output_words(each.name, each.year, each.reached, each.planned) for each in outputs]
    return measure_words(measure.title, word(measure.state), counted)


def _goal(found: Reached) -> GoalRow:
    told = found.progress
    if not isinstance(told, ProgressView):
        return GoalRow(found.goal.text, found.area, "", "", "", "", (told,))
    where = f"{found.area}: {told.indicator.name}"
    return GoalRow(
        found.goal.text, where, told.baseline, told.now, told.target, told.status, told.sentences
    )  # fmt: skip
