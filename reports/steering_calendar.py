"""Which events a calendar holds: one meeting with its agenda, or everything with a day that a reader may see."""

from __future__ import annotations

from datetime import datetime

from reports.calendar import Entry, calendar
from store.kinds import Meeting, Task
from store.kinds.task import TaskKind, TaskState
from texts.entries import word
from texts.steering import SORTS
from views.steering.everything import Everything

NAME = "Sozialraum-Monitor: Steuerung"


def meeting_calendar(found: Everything, meeting: Meeting, notice: str, made: datetime) -> bytes:
    """One meeting. found: what the reader may see; notice: that the county is invented, "" for a real one."""
    return calendar([_meeting(found, meeting, notice)], NAME, made)


def whole_calendar(found: Everything, notice: str, made: datetime) -> bytes:
    """Every meeting, task and milestone with a day; what is done says so in its title."""
    meetings = [_meeting(found, each, notice) for each in found.meetings if each.day]
    tasks = [_task(found, each, notice) for each in found.tasks if each.due]
    return calendar([*meetings, *tasks], NAME, made)


def _meeting(found: Everything, meeting: Meeting, notice: str) -> Entry:
    assert meeting.day is not None  # the store holds it
    items = [f"{each.position}. {each.title}" for each in found.agenda_of(meeting)]
    agenda = "\n".join(["Tagesordnung:", *items]) if items else ""
    title = f"{meeting.body}: {meeting.title}" if meeting.title else meeting.body
    return Entry(
        _id(meeting), meeting.version, title, meeting.day, meeting.day, meeting.begins, meeting.place,
        _text(agenda, meeting.note, notice), SORTS["sitzung"],
    )  # fmt: skip


def _task(found: Everything, task: Task, notice: str) -> Entry:
    assert task.due is not None  # asked for before
    sort = SORTS["meilenstein" if task.task_kind is TaskKind.MILESTONE else "aufgabe"]
    title = f"{sort}: {task.title}{' (erledigt)' if task.state is TaskState.DONE else ''}"
    strategy = found.titles.get(task.strategy_id or "", "")
    lines = (
        f"Zuständig: {task.office}" if task.office else "",
        f"Phase: {word(task.phase)}",
        f"Strategie: {strategy}" if strategy else "",
        task.note,
        notice,
    )
    return Entry(_id(task), task.version, title, task.due, task.due, text=_text(*lines), category=sort)


def _id(entry: Meeting | Task) -> str:
    return f"{entry.kind()}-{entry.id}"


def _text(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
