"""An output figure of a measure: what it has delivered in a year, against what was planned."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import number_field, reference, text_line, year_field
from store.entry import Entry


class Output(Entry):
    """name: what is counted ("Beratungen"). A figure that is not known is empty, never 0."""

    __tablename__ = "outputs"
    right: ClassVar[str] = "strategie"
    parent: ClassVar[str] = "measure_id"

    measure_id: Mapped[str] = reference("measures")
    name: Mapped[str] = text_line(needed=True)
    year: Mapped[int | None] = year_field(needed=True)
    planned: Mapped[float | None] = number_field()
    reached: Mapped[float | None] = number_field()
