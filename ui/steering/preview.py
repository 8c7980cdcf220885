"""The report on the page, section by section as on paper. Everything in it is text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reports import committee_goals as goals
from reports import committee_rows as rows
from reports.committee_report import EMPTY, OwnWords
from texts.steering import NO_CAUSE, NOTHING_YET, STARTED, span_words, statuses_sentence
from ui.plain import paragraphs
from ui.steering.table import table_html
from views.content import Content
from views.steering.committee import Draft

GOALS = ("Ziel", "Gebiet und Kennzahl", "Ausgangswert", "Jetzt, mit 95-%-Bereich", "Zielwert", "Stand")


def preview_html(shown: Content, draft: Draft, words: OwnWords) -> str:
    release = shown.release
    indicators = {each.id: each.name for each in release.catalogue.values()}
    said = rows.statements(draft, release.hierarchy.names, indicators)
    sections = {
        "Was beschlossen wurde": _told(rows.decided(draft), "decided"),
        "Was erreicht wurde": _reached(draft),
        "Wie es weitergeht": _table(("Wann", "Art", "Was", "Strategie", "Zuständig"), rows.step_rows(draft), "steps"),
        "Stellungnahmen": _told(said, "statements"),
        "Was bisher geschah": _history(draft),
    }
    body = "".join(f"<h3>{escape(heading)}</h3>{html}" for heading, html in sections.items())
    closing = f"<h3>Schluss</h3>{paragraphs(words.closing)}" if words.closing.strip() else ""
    span = f'<p class="meta">{escape(span_words(draft.since, draft.today, draft.level))}</p>'
    return f'<div class="entered preview">{span}{paragraphs(words.introduction)}{body}{closing}</div>'


def _told(found: Sequence[rows.Told], name: str) -> str:
    return "".join(map(_one, found)) or _p(EMPTY[name])


def _one(told: rows.Told) -> str:
    reasons = f"<p><b>Begründung</b></p>{paragraphs(told.reasons)}" if told.reasons.strip() else ""
    under = f'<p class="meta">{escape(told.under)}</p>' if told.under else ""
    return f"<h4>{escape(told.title)}</h4>{under}{paragraphs(told.text)}{reasons}"


def _reached(draft: Draft) -> str:
    found = goals.strategies(draft)
    if not found:
        return _p(EMPTY["reached"])
    summary = statuses_sentence(goals.statuses(draft))
    return (_p(summary) if summary else "") + "".join(map(_strategy, found)) + _p(NO_CAUSE)


def _strategy(strategy: goals.StrategyRow) -> str:
    values = [[each.goal, each.where, *(value or "–" for value in _values(each))] for each in strategy.goals]
    table = table_html(GOALS, values, f"Ziele: {strategy.title}") if values else ""
    told = "".join(_p(f"{each.where}: {' '.join(each.sentences)}") for each in strategy.goals)
    items = "".join(f"<li>{escape(each)}</li>" for each in strategy.measures)
    measures = f"<p><b>Maßnahmen</b></p><ul>{items}</ul>" if items else ""
    phase = f'<p class="meta">Phase: {escape(strategy.phase)}</p>'
    nothing = "" if table or measures else _p(NOTHING_YET)
    return f"<h4>{escape(strategy.title)}</h4>{phase}{table}{told}{measures}{nothing}"


def _values(goal: goals.GoalRow) -> tuple[str, str, str, str]:
    return goal.baseline, goal.now, goal.target, goal.status


def _history(draft: Draft) -> str:
    found = rows.history_rows(draft)
    table = _table(("Tag", "Was", "Titel", "Wer"), found, "history")
    return table + _p(STARTED) if found else table


def _table(headings: Sequence[str], found: Sequence[Sequence[str]], name: str) -> str:
    return table_html(headings, found, headings[0]) if found else _p(EMPTY[name])


def _p(words: str) -> str:
    return f"<p>{escape(words)}</p>"
