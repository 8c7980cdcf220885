"""A year of the steering group: meetings, decisions with their reasons, tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

from making.entries.diary import COORDINATION, Diary
from store.kinds import AgendaItem, Decision, Meeting, Task
from store.kinds.strategy import Phase
from store.kinds.task import TaskKind, TaskState
from store.levels import Level

GROUP = "Lenkungsgruppe Sozial- und Gesundheitsplanung"
COMMITTEE = "Ausschuss für Soziales und Gesundheit"


def meet(diary: Diary, day: date, *items: str, body: str = GROUP, entered: date | None = None) -> Meeting:
    """entered: the day it was written down, if not on the day itself."""
    written = entered or day
    diary.on(written.year, written.month, written.day)
    meeting = diary.add(
        COORDINATION,
        Meeting,
        Level.COMMITTEES,
        body=body,
        title="Sitzung",
        day=day,
        begins="14:00",
        place="Kreishaus, Raum A 1.12",
    )
    for position, item in enumerate(items, 1):
        diary.add(COORDINATION, AgendaItem, meeting_id=meeting.id, position=position, title=item)
    return meeting


def decide(
    diary: Diary, meeting: Meeting, title: str, text: str, reasons: str, level: Level = Level.PUBLIC, **about: Any
) -> Decision:
    return diary.add(
        COORDINATION, Decision, level, title=title, body=meeting.body, day=meeting.day, text=text, reasons=reasons,
        meeting_id=meeting.id, **about,
    )  # fmt: skip


def enter_tasks(diary: Diary, first: Meeting, last: Meeting, strategies: dict[str, Any]) -> None:
    tasks = (
        ("Kreisregel dem Ausschuss vorlegen", TaskKind.MILESTONE, Phase.ANALYSIS, "Sozialamt", date(2026, 5, 12), TaskState.DONE, first, ""),
        ("Zahlen 2025 von Jobcenter und Meldebehörden anfordern", TaskKind.TASK, Phase.ANALYSIS, "Sozialamt", date(2026, 10, 31), TaskState.RUNNING, last, ""),
        ("Schuleingangsuntersuchung 2026 auswerten", TaskKind.TASK, Phase.ANALYSIS, "Gesundheitsamt", date(2027, 1, 31), TaskState.OPEN, last, ""),
        ("Ziele mit den Kommunen abstimmen", TaskKind.MILESTONE, Phase.GOALS, "Sozialamt", date(2027, 2, 15), TaskState.OPEN, last, ""),
        ("Impfbus: Einsatzplan 2027", TaskKind.TASK, Phase.ACTION, "Gesundheitsamt", date(2026, 12, 15), TaskState.RUNNING, last, "windeck"),
        ("Zwischenbericht Familienzentrum", TaskKind.MILESTONE, Phase.REPORT, "Jugendamt", date(2027, 3, 31), TaskState.OPEN, last, "siegburg"),
        ("Förderantrag Sprachkurs nachreichen", TaskKind.TASK, Phase.MEASURES, "Sozialamt", date(2026, 9, 30), TaskState.OPEN, first, "troisdorf"),
        ("Bericht an den Ausschuss", TaskKind.MILESTONE, Phase.REPORT, "Sozialamt", date(2026, 11, 26), TaskState.OPEN, last, ""),
    )  # fmt: skip
    for title, kind, phase, office, due, state, meeting, about in tasks:
        strategy = strategies.get(about)
        diary.add(
            COORDINATION, Task, Level.COMMITTEES, title=title, task_kind=kind, phase=phase, office=office, due=due, state=state,
            meeting_id=meeting.id, strategy_id=strategy.id if strategy else None,
        )  # fmt: skip
