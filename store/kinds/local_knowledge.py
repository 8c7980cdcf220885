"""What a municipality knows about a flag and no number says."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import area_list, long_text, text_line, year_field
from store.entry import Released


class LocalKnowledge(Released):
    """flag_rule, flag_year: the flag it is about, empty where it is about the area as such."""

    __tablename__ = "local_knowledge"
    right: ClassVar[str] = "ortskenntnis"

    text: Mapped[str] = long_text(needed=True)
    areas: Mapped[list[str]] = area_list()
    flag_rule: Mapped[str] = text_line()
    flag_year: Mapped[int | None] = year_field()

    def about_areas(self) -> list[str]:
        return self.areas
