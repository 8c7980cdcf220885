"""A measure of a strategy: what is done, where, by whom, until when and with what."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import choice, date_field, long_text, reference, text_line
from store.entry import Entry


class Progress(StrEnum):
    PLANNED = "geplant"
    RUNNING = "laeuft"
    DONE = "abgeschlossen"
    STOPPED = "abgebrochen"


class Measure(Entry):
    __tablename__ = "measures"
    right: ClassVar[str] = "strategie"
    parent: ClassVar[str] = "strategy_id"

    strategy_id: Mapped[str] = reference("strategies")
    goal_id: Mapped[str | None] = reference("goals", needed=False)
    title: Mapped[str] = text_line(needed=True)
    description: Mapped[str] = long_text()
    place: Mapped[str] = text_line()
    responsible: Mapped[str] = text_line()
    starts: Mapped[date | None] = date_field()
    ends: Mapped[date | None] = date_field()
    resources: Mapped[str] = long_text()
    state: Mapped[Progress] = choice(Progress)
