"""A meeting of the steering group or of a committee."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import date_field, long_text, text_line
from store.entry import Released


class Meeting(Released):
    __tablename__ = "meetings"
    right: ClassVar[str] = "sitzung"

    body: Mapped[str] = text_line(needed=True)
    title: Mapped[str] = text_line()
    day: Mapped[date | None] = date_field(needed=True)
    begins: Mapped[str] = text_line()  # "14:00"
    place: Mapped[str] = text_line()
    note: Mapped[str] = long_text()
