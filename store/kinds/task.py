"""A task or a milestone of the planning cycle, with an office and a day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import choice, date_field, long_text, reference, text_line
from store.entry import Released
from store.kinds.strategy import Phase


class TaskKind(StrEnum):
    TASK = "aufgabe"
    MILESTONE = "meilenstein"


class TaskState(StrEnum):
    OPEN = "offen"
    RUNNING = "laeuft"
    DONE = "erledigt"


class Task(Released):
    __tablename__ = "tasks"
    right: ClassVar[str] = "aufgabe"
    shared: ClassVar[bool] = True

    title: Mapped[str] = text_line(needed=True)
    task_kind: Mapped[TaskKind] = choice(TaskKind)
    phase: Mapped[Phase] = choice(Phase)
    office: Mapped[str] = text_line()
    due: Mapped[date | None] = date_field()
    state: Mapped[TaskState] = choice(TaskState)
    note: Mapped[str] = long_text()
    strategy_id: Mapped[str | None] = reference("strategies", needed=False)
    meeting_id: Mapped[str | None] = reference("meetings", needed=False)
