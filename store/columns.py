"""The kinds of fields an entry has. What is checked of a field stands with its column (`info["field"]`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Date, Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import MappedColumn, mapped_column

from store.enums import word_of

SHORT = 300
LONG = 20_000
YEARS = (1900, 2200)


@dataclass(frozen=True)
class Field:
    """kind: "text", "choice", "day", "number", "whole", "areas" or "reference". longest: characters. needed: may not be empty.
    least, most: bounds of a number."""

    kind: str
    longest: int = 0
    needed: bool = False
    choices: type[StrEnum] | None = None
    least: float = -1e12
    most: float = 1e12


def text_line(needed: bool = False) -> MappedColumn[str]:
    """One line of text, at most 300 characters."""
    return mapped_column(String(SHORT), default="", info={"field": Field("text", SHORT, needed)})


def long_text(needed: bool = False) -> MappedColumn[str]:
    """Text of several lines, at most 20,000 characters."""
    return mapped_column(Text, default="", info={"field": Field("text", LONG, needed)})


def choice(choices: type[StrEnum], default: StrEnum | None = None, name: str = "") -> MappedColumn[Any]:
    first = default or next(iter(choices))
    return mapped_column(word_of(choices, name), default=first, info={"field": Field("choice", choices=choices)})


def date_field(needed: bool = False) -> MappedColumn[date | None]:
    return mapped_column(Date, default=None, nullable=True, info={"field": Field("day", needed=needed)})


def number_field(needed: bool = False, least: float = -1e12, most: float = 1e12) -> MappedColumn[float | None]:
    field = Field("number", needed=needed, least=least, most=most)
    return mapped_column(Float, default=None, nullable=True, info={"field": field})


def whole_field(needed: bool = False, least: int = 0, most: int = 10_000) -> MappedColumn[int | None]:
    field = Field("whole", needed=needed, least=least, most=most)
    return mapped_column(Integer, default=None, nullable=True, info={"field": field})


def year_field(needed: bool = False) -> MappedColumn[int | None]:
    return whole_field(needed, *YEARS)


def area_list() -> MappedColumn[list[str]]:
    """Ids of areas, at least one."""
    return mapped_column(JSON, default=list, info={"field": Field("areas", needed=True)})


def reference(to: str, needed: bool = True) -> MappedColumn[Any]:
    """Id of another entry, kept by a foreign key."""
    return mapped_column(
        String(32), ForeignKey(f"{to}.id"), nullable=not needed, default=None, index=True,
        info={"field": Field("reference", needed=needed)},
    )  # fmt: skip
