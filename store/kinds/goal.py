"""A goal of a strategy, with its place in the effect chain."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import choice, date_field, long_text, number_field, reference, text_line, year_field
from store.entry import Entry


class Effect(StrEnum):
    """The effect chain, in its order."""

    INPUT = "input"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Goal(Entry):
    """The baseline is a year and never a number: its value is looked up in the release that is shown, so that nothing is
    kept that a later release hides. target: in the unit of the indicator, to be reached on `due`."""

    __tablename__ = "goals"
    right: ClassVar[str] = "strategie"
    parent: ClassVar[str] = "strategy_id"

    strategy_id: Mapped[str] = reference("strategies")
    text: Mapped[str] = long_text(needed=True)
    effect: Mapped[Effect] = choice(Effect, Effect.OUTCOME)
    indicator: Mapped[str] = text_line()
    baseline_year: Mapped[int | None] = year_field()
    target: Mapped[float | None] = number_field()
    due: Mapped[date | None] = date_field()
