"""A statement of a faction, an association or an office on an indicator, an area or a strategy."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import date_field, long_text, reference, text_line
from store.entry import Released


class Statement(Released):
    """It speaks for its owner, a body, and never for a person. At least one of indicator, area and strategy_id is filled."""

    __tablename__ = "statements"
    right: ClassVar[str] = "stellungnahme"

    text: Mapped[str] = long_text(needed=True)
    day: Mapped[date | None] = date_field()
    indicator: Mapped[str] = text_line()
    area: Mapped[str] = text_line()
    strategy_id: Mapped[str | None] = reference("strategies", needed=False)

    def about_areas(self) -> list[str]:
        return [self.area] if self.area else []
