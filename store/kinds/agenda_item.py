"""An item on the agenda of a meeting."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import long_text, reference, text_line, whole_field
from store.entry import Entry


class AgendaItem(Entry):
    __tablename__ = "agenda_items"
    right: ClassVar[str] = "sitzung"
    parent: ClassVar[str] = "meeting_id"

    meeting_id: Mapped[str] = reference("meetings")
    position: Mapped[int | None] = whole_field(needed=True)
    title: Mapped[str] = text_line(needed=True)
    text: Mapped[str] = long_text()
