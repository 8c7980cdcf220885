"""A decision with its reasons, as the register of decisions shows it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import date_field, long_text, reference, text_line
from store.entry import Released


class Decision(Released):
    """body: who decided. indicator, strategy_id: what it is about, where it is about one."""

    __tablename__ = "decisions"
    right: ClassVar[str] = "beschluss"

    title: Mapped[str] = text_line(needed=True)
    body: Mapped[str] = text_line(needed=True)
    day: Mapped[date | None] = date_field(needed=True)
    text: Mapped[str] = long_text(needed=True)
    reasons: Mapped[str] = long_text()
    meeting_id: Mapped[str | None] = reference("meetings", needed=False)
    strategy_id: Mapped[str | None] = reference("strategies", needed=False)
    indicator: Mapped[str] = text_line()
