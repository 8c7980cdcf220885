"""How a list of words is kept in a column: as its value, which the database checks."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Enum


def word_of(words: type[StrEnum], name: str = "") -> Enum:
    """A column type that holds the words' values, and nothing else. name: of the check, where a table has two of a kind."""
    return Enum(
        words,
        name=name or words.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )
