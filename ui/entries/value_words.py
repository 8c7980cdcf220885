"""The value of a field in words: names instead of ids."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from store.entry import Entry
from texts.entries import day_words, word
from texts.numbers import german_exact
from ui.entries.choices_of_fields import choices_of
from ui.entries.desk import Desk

NOTHING = "–"


def value_words(desk: Desk, kind: type[Entry], name: str, value: Any) -> str:
    """As text without markup; what has no name any more stays the id it was."""
    if value in (None, "", []):
        return NOTHING
    if isinstance(value, StrEnum):
        return word(value)
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, list):
        return ", ".join(desk.names.get(area, area) for area in value)
    if isinstance(value, float) and kind.fields()[name].kind == "number":
        return german_exact(value)
    choices = choices_of(desk, kind, name) or {}
    return choices.get(value) or desk.names.get(value, str(value)) if choices else str(value)
