"""What happened to every entry: who, when, what, before and after."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from store.actor import Role
from store.entry import Base
from store.enums import word_of


class What(StrEnum):
    CREATED = "angelegt"
    CHANGED = "geaendert"
    WITHDRAWN = "zurueckgezogen"
    BROUGHT_BACK = "zurueckgeholt"
    PUT_BACK = "frueherer_stand"
    RELEASED = "freigegeben"
    BELOW = "zugehoeriges"


class Change(Base):
    """One version of one entry. before, after: its whole row, before is None for the first one. at: UTC, ISO 8601.

    The key itself keeps two people from making the same version. account: of who was signed in; its name can be erased,
    the role stays.
    """

    __tablename__ = "history"

    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[str] = mapped_column(String(32), index=True)
    what: Mapped[What] = mapped_column(word_of(What))
    role: Mapped[Role] = mapped_column(word_of(Role))
    home: Mapped[str] = mapped_column(String(300))
    office: Mapped[str] = mapped_column(String(300), default="")
    account: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"), nullable=True, index=True)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), nullable=True)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
