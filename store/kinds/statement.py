"""A statement of a faction, an association or an office on an indicator, an area or a strategy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped

from problem import DataError, Problem
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

    def check_step(self, before: Mapping[str, Any] | None) -> None:
        if not self.withdrawn and not (self.indicator or self.area or self.strategy_id):
            raise DataError(Problem("statement_about_nothing"))

    def about_areas(self) -> list[str]:
        return [self.area] if self.area else []
