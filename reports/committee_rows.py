"""What the report to the committee tells row by row, for the page and for paper alike. Everything is text as it was entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from store.kinds import Decision, Statement
from texts.entries import day_words, home_words
from texts.steering import SORTS, happening_words, when_words
from views.steering.chronology import Happening
from views.steering.committee import Draft
from views.steering.dated import Dated


@dataclass(frozen=True)
class Told:
    """Something that was said or decided. under: who, when, about what."""

    title: str
    under: str
    text: str
    reasons: str = ""


def decided(draft: Draft) -> list[Told]:
    return [_decision(each, draft.titles) for each in draft.decisions]


def statements(draft: Draft, names: Mapping[str, str], indicators: Mapping[str, str]) -> list[Told]:
    """names: area id → name; indicators: id → name."""
    return [_statement(each, draft, names, indicators) for each in draft.statements]


def step_rows(draft: Draft) -> list[list[str]]:
    """When, what kind, what, for which strategy, who."""
    return [_step(each, draft.titles, draft.today) for each in draft.steps]


def history_rows(draft: Draft) -> list[list[str]]:
    return [_happening(each) for each in draft.history]


def _decision(decision: Decision, titles: Mapping[str, str]) -> Told:
    strategy = titles.get(decision.strategy_id or "", "")
    about = f"zur Strategie „{strategy}“" if strategy else ""
    under = " · ".join(filter(None, (decision.body, day_words(decision.day), about)))
    return Told(decision.title, under, decision.text, decision.reasons)


def _statement(
    statement: Statement, draft: Draft, names: Mapping[str, str], indicators: Mapping[str, str]
) -> Told:  # fmt: skip
    about = (
        draft.titles.get(statement.strategy_id or "", ""),
        names.get(statement.area, ""),
        indicators.get(statement.indicator, ""),
    )
    subject = ", ".join(filter(None, about))
    under = " · ".join(filter(None, (day_words(statement.day), f"zu: {subject}" if subject else "")))
    return Told(home_words(statement.owner, dict(names)), under, statement.text)


def _step(item: Dated, titles: Mapping[str, str], today: date) -> list[str]:
    strategy = titles.get(item.strategy_id, "–")
    return [when_words(item.sort, item.day, today), SORTS[item.sort], item.title, strategy, item.office or "–"]


def _happening(found: Happening) -> list[str]:
    return [day_words(found.day), happening_words(found.kind, found.day), found.title, found.body or "–"]
