"""One widget for each kind of field."""

from __future__ import annotations

from typing import Any

import streamlit as st

from store.columns import SHORT, Field
from store.entry import Entry
from texts.entries import FIELDS, word
from texts.numbers import german_exact
from ui.entries.choices_of_fields import areas_to_choose, choices_of
from ui.entries.desk import Desk
from ui.entries.german_number import number_of

UNKNOWN_NUMBER = "?"  # no number at all: the store's check says so in its own words


def field_widget(desk: Desk, kind: type[Entry], name: str, value: Any, key: str) -> Any:
    """The value that is filled in, as the store takes it. value: what stands there at first, as a row has it."""
    field, label = kind.fields()[name], FIELDS[f"{kind.kind()}.{name}"]
    told = f"{label} *" if field.needed else label
    if (choices := choices_of(desk, kind, name)) is not None:
        return _choice(told, choices, value, key)
    return WIDGETS[field.kind](desk, field, told, value, f"{key}-{name}")


def _choice(label: str, choices: dict[str, str], value: Any, key: str) -> str:
    known = {"": "–", **choices}
    known.setdefault(value or "", value or "–")
    return str(
        st.selectbox(
            label, list(known), list(known).index(value or ""), format_func=known.__getitem__, key=f"{key}-{label}"
        )
    )


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
    return st.date_input(label, value, format="DD.MM.YYYY", key=key, min_value="1950-01-01", max_value="2100-12-31")


def _number(desk: Desk, field: Field, label: str, value: Any, key: str) -> Any:
    return number_of(str(st.text_input(label, "" if value is None else german_exact(value), key=key, max_chars=40)))


def _whole(desk: Desk, field: Field, label: str, value: Any, key: str) -> Any:
    return number_of(str(st.text_input(label, "" if value is None else str(value), key=key, max_chars=12)))


def _areas(desk: Desk, field: Field, label: str, value: Any, key: str) -> list[str]:
    known = areas_to_choose(desk)
    gone = {area: f"{area} (gibt es nicht mehr)" for area in value or [] if area not in known}
    all_areas = known | gone
    return list(
        st.multiselect(
            label, list(all_areas), value or [], format_func=all_areas.__getitem__, key=key,
            placeholder="Gebiete wählen",
        )
    )  # fmt: skip


WIDGETS = {"text": _text, "choice": _word, "day": _day, "number": _number, "whole": _whole, "areas": _areas}
