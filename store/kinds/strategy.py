"""A strategy: what is to become better in one area or several."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import area_list, choice, long_text, text_line, year_field
from store.entry import Released


class Phase(StrEnum):
    """The planning cycle, in its order."""

    ANALYSIS = "analyse"
    GOALS = "ziele"
    MEASURES = "massnahmen"
    ACTION = "umsetzung"
    REPORT = "bericht"


class Strategy(Released):
    """reasons: why these areas, filled in from the flag (rule and year of the flag beside) and then in the author's words."""

    __tablename__ = "strategies"
    right: ClassVar[str] = "strategie"
    shared: ClassVar[bool] = True

    title: Mapped[str] = text_line(needed=True)
    areas: Mapped[list[str]] = area_list()
    reasons: Mapped[str] = long_text()
    flag_rule: Mapped[str] = text_line()
    flag_year: Mapped[int | None] = year_field()
    phase: Mapped[Phase] = choice(Phase)

    def about_areas(self) -> list[str]:
        return self.areas
