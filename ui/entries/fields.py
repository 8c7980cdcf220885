"""One widget for each kind of field."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from store.columns import SHORT, Field
from store.entry import Entry
from texts.entries import FIELDS, word
from texts.numbers import german_exact
from ui.entries.choices_of_fields import areas_to_choose, choices_of
from ui.entries.desk import Desk
from ui.entries.german_number import degrees_of, number_of

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)  # what the store takes, see `store.checks`
DEGREES = {"latitude", "longitude"}
GONE = "gibt es nicht mehr"


def field_widget(desk: Desk, kind: type[Entry], name: str, value: Any, key: str, number: int = 1) -> Any:
    """The value that is filled in, as the store takes it. value: what stands there at first, as a row has it, or as it was
    filled in. number: see `widget_key`."""
    field, label = kind.fields()[name], FIELDS[f"{kind.kind()}.{name}"]
    told = f"{label} *" if field.needed else label
    own_key = widget_key(key, name, number)
    if (choices := choices_of(desk, kind, name)) is not None:
        return _choice(desk, told, choices, value, own_key)
    widget = _degrees if name in DEGREES else WIDGETS[field.kind]
    return widget(desk, field, told, value, own_key)


def widget_key(key: str, name: str, number: int = 1) -> str:
    """Of a field in a form. number: how often it was begun anew; a widget of the same key would keep its first value."""
    return f"{key}-{name}" if number == 1 else f"{key}-{name}-{number}"


def _choice(desk: Desk, label: str, choices: dict[str, str], value: Any, key: str) -> str:
    known = {"": "–", **choices}
    known.setdefault(value or "", desk.names.get(value, value) or "–")
    return str(st.selectbox(label, list(known), list(known).index(value or ""), format_func=known.__getitem__, key=key))


def _text(desk: Desk, field: Field, label: str, value: Any, key: str) -> str:
    if field.longest <= SHORT:
        return str(st.text_input(label, value or "", key=key, max_chars=field.longest))
    return str(st.text_area(label, value or "", key=key, max_chars=field.longest, height=110))


def _word(desk: Desk, field: Field, label: str, value: Any, key: str) -> Any:
    assert field.choices is not None
    words = list(field.choices)
    at = words.index(field.choices(value)) if value else 0
    return st.selectbox(label, words, at, format_func=word, key=key)


def _day(desk: Desk, field: Field, label: str, value: Any, key: str) -> Any:
    first, last = min(FIRST_DAY, value or FIRST_DAY), max(LAST_DAY, value or LAST_DAY)
    return st.date_input(label, value, format="DD.MM.YYYY", key=key, min_value=first, max_value=last)


def _number(desk: Desk, field: Field, label: str, value: Any, key: str) -> Any:
    return number_of(_typed_number(label, value, key))


def _degrees(desk: Desk, field: Field, label: str, value: Any, key: str) -> Any:
    return degrees_of(_typed_number(label, value, key))


def _typed_number(label: str, value: Any, key: str) -> str:
    """value: a number, or the text that is none."""
    first = german_exact(value) if isinstance(value, int | float) else value or ""
    return str(st.text_input(label, first, key=key, max_chars=40))


def _whole(desk: Desk, field: Field, label: str, value: Any, key: str) -> Any:
    first = (
        f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value if value is not None else "")
    )
    return number_of(str(st.text_input(label, first, key=key, max_chars=12)))


def _areas(desk: Desk, field: Field, label: str, value: Any, key: str) -> list[str]:
    known = areas_to_choose(desk)
    gone = {area: desk.names.get(area, f"{area} ({GONE})") for area in value or [] if area not in known}
    all_areas = known | gone
    return list(
        st.multiselect(
            label, list(all_areas), value or [], format_func=all_areas.__getitem__, key=key,
            placeholder="Gebiete wählen",
        )
    )  # fmt: skip


WIDGETS = {"text": _text, "choice": _word, "day": _day, "number": _number, "whole": _whole, "areas": _areas}
