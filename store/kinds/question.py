"""A question on the data, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import date_field, long_text, text_line
from store.entry import Released


class Question(Released):
    """answer, answered_by, answered_on: filled by those alone who may answer."""

    __tablename__ = "questions"
    right: ClassVar[str] = "frage"
    special: ClassVar[Mapping[str, str]] = dict.fromkeys(("answer", "answered_by", "answered_on"), "antworten")

    text: Mapped[str] = long_text(needed=True)
    indicator: Mapped[str] = text_line()
    area: Mapped[str] = text_line()
    answer: Mapped[str] = long_text()
    answered_by: Mapped[str] = text_line()
    answered_on: Mapped[date | None] = date_field()

    def about_areas(self) -> list[str]:
        return [self.area] if self.area else []
