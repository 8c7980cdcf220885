"""What all entries have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import Boolean, Date, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from store.columns import Field
from store.enums import word_of
from store.levels import Level

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables of the store."""

    metadata = MetaData(naming_convention=NAMES)


class Entry(Base):
    """One thing that somebody has entered. Objects that the store hands out are detached: to change one, ask the store.

    version: 1, 2, …; every change is one more. withdrawn: nothing is deleted, this is how it disappears from lists.
    right: its lines in the rights table. parent: the field that names the entry it belongs to, "" for none; what belongs
    to another entry is seen and changed by those who see and may change that one. special: fields that need another line of
    the table than "ändern".
    """

    __abstract__ = True
    right: ClassVar[str] = ""
    parent: ClassVar[str] = ""
    special: ClassVar[Mapping[str, str]] = {}

    id: Mapped[str] = mapped_column(String(32), primary_key=True, sort_order=-9)
    version: Mapped[int] = mapped_column(Integer, sort_order=-8)
    withdrawn: Mapped[bool] = mapped_column(Boolean, default=False, sort_order=-7)

    @classmethod
    def kind(cls) -> str:
        return str(cls.__tablename__)

    @classmethod
    def fields(cls) -> dict[str, Field]:
        """Names of the fields that people fill in, in the order of the table."""
        columns = cls.__table__.columns
        return {column.name: column.info["field"] for column in columns if "field" in column.info}

    def action_for(self, name: str) -> str:
        """The line of the rights table that a change of this field needs."""
        return self.special.get(name, "ändern")

    def check_step(self, before: Mapping[str, Any] | None) -> None:
        """Raises DataError where the way from the row `before` (None for a new entry) to this one is not allowed."""

    def row(self) -> dict[str, Any]:
        """All columns as plain values, as the history and a backup hold them."""
        return {name: plain(getattr(self, name)) for name in self.__table__.columns.keys()}  # noqa: SIM118


class Released(Entry):
    """An entry with readers of its own. owner: home of who made it. municipality: area id of the one it is about, "" for
    none or several. embargo: first day on which `release_level` holds. shared: what the county makes about one municipality
    alone is that municipality's own too; not so where a body speaks for itself."""

    __abstract__ = True
    shared: ClassVar[bool] = False

    owner: Mapped[str] = mapped_column(String(300), sort_order=-6)
    municipality: Mapped[str] = mapped_column(String(60), default="", sort_order=-5)
    release_level: Mapped[Level] = mapped_column(word_of(Level), default=Level.DRAFT, sort_order=-4)
    embargo: Mapped[date | None] = mapped_column(Date, default=None, nullable=True, sort_order=-3)

    def about_areas(self) -> list[str]:
        """Ids of the areas it is about; they decide the municipality."""
        return []


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
