"""The report to the committee as an accessible PDF: what was decided, what was reached, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from monitor.release import Release
from reports import committee_goals as goals
from reports import committee_rows as rows
from reports.about import about
from reports.entered_text import entered, entered_paragraphs
from reports.file_names import report_name
from reports.frame import Options, framed, printed
from texts.steering import (
    LEVELS,
    NO_CAUSE,
    NO_DECIDED,
    NO_HISTORY,
    NO_REACHED,
    NO_STATEMENTS,
    NO_STEPS,
    NOTHING_YET,
    REPORT,
    REPORT_FILE,
    REPORT_TITLE,
    STARTED,
    span_words,
    statuses_sentence,
)  # fmt: skip
from views.content import Content
from views.steering.committee import Draft

EMPTY = {"decided": NO_DECIDED, "reached": NO_REACHED, "steps": NO_STEPS, "statements": NO_STATEMENTS,
         "history": NO_HISTORY}  # fmt: skip


@dataclass(frozen=True)
class OwnWords:
    """What the one who makes the report adds."""

    introduction: str = ""
    closing: str = ""


def committee_report(
    shown: Content, draft: Draft, words: OwnWords | None = None, options: Options | None = None
) -> bytes:
    """PDF/UA-1. The numbers are those of the release that is shown, behind its gate."""
    chosen = options or Options(day=draft.today)
    return printed("committee", committee_data(shown, draft, words or OwnWords(), chosen), {}, chosen)


def committee_data(shown: Content, draft: Draft, words: OwnWords, options: Options) -> dict[str, Any]:
    """Everything the template prints, as text."""
    release = shown.release
    names = release.hierarchy.names
    indicators = {each.id: each.name for each in release.catalogue.values()}
    content = {
        "subtitle": span_words(draft.since, draft.today, draft.level),
        "introduction": entered_paragraphs(words.introduction),
        "closing": entered_paragraphs(words.closing),
        "decided": [_told(each) for each in rows.decided(draft)],
        "summary": statuses_sentence(goals.statuses(draft)),
        "reached": [_strategy(each) for each in goals.strategies(draft)],
        "no_cause": NO_CAUSE,
        "steps": _cells(rows.step_rows(draft)),
        "statements": [_told(each) for each in rows.statements(draft, names, indicators)],
        "history": _cells(rows.history_rows(draft)),
        "started": STARTED,
        "nothing_yet": NOTHING_YET,
        "empty": EMPTY,
    }
    view = {"teil": "bericht", "seit": draft.since.isoformat(), "stufe": draft.level.value}
    said = about(release, "steuerung", view, filters=[LEVELS[draft.level]], address=options.address)
    return framed(release, REPORT_TITLE, REPORT, said, options, content, {})


def committee_file_name(release: Release, draft: Draft) -> str:
    """Without its ending."""
    [whole] = release.areas(release.whole.id)
    return report_name(release, REPORT_FILE, str(whole), draft.today.year)


def _told(told: rows.Told) -> dict[str, Any]:
    return {
        "title": entered(told.title),
        "under": entered(told.under),
        "text": entered_paragraphs(told.text),
        "reasons": entered_paragraphs(told.reasons),
    }


def _strategy(found: goals.StrategyRow) -> dict[str, Any]:
    return {
        "title": entered(found.title),
        "phase": f"Phase: {found.phase}",
        "goals": [_goal(each) for each in found.goals],
        "measures": [entered(each) for each in found.measures],
    }


def _goal(goal: goals.GoalRow) -> dict[str, Any]:
    values = {name: entered(getattr(goal, name)) for name in ("goal", "where", "baseline", "now", "target", "status")}
    return values | {"sentences": [entered(each) for each in goal.sentences]}


def _cells(table: list[list[str]]) -> list[list[str]]:
    return [[entered(cell) for cell in row] for row in table]
