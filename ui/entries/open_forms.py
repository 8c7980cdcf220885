"""The forms that are open in this session, and what each began with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from store.actor import Actor
from store.entry import Entry
from ui.entries.session_keys import OPEN


@dataclass
class OpenForm:
    """base: what was there when it was opened. numbers: field → how often it was begun anew, see `fields.widget_key`.

    kind, fields, fixed, actor: as it was drawn last, None and empty before that. is_left: its entry is gone, it is shown for
    the sake of what was typed.
    """

    base: dict[str, Any]
    numbers: dict[str, int] = field(default_factory=dict)
    kind: type[Entry] | None = None
    fields: tuple[str, ...] = ()
    fixed: dict[str, Any] = field(default_factory=dict)
    actor: Actor | None = None
    is_left: bool = False

    def number(self, name: str) -> int:
        return self.numbers.get(name, 1)


def opened() -> dict[str, OpenForm]:
    """Key of the form → the form."""
    found: dict[str, OpenForm] = st.session_state.setdefault(OPEN, {})
    return found


def open_form(key: str, base: Mapping[str, Any]) -> None:
    """Open a form, from a button of another page too. Where it is open already, the fields that begin with something else
    now are begun anew; what was typed into the others stays."""
    before = opened().get(key)
    numbers = {} if before is None else _renewed(before, base)
    opened()[key] = OpenForm(dict(base), numbers)


def is_open(key: str) -> bool:
    return key in opened()


def close_form(key: str) -> None:
    opened().pop(key, None)


def _renewed(before: OpenForm, base: Mapping[str, Any]) -> dict[str, int]:
    other = {name for name in {*before.base, *base} if before.base.get(name) != base.get(name)}
    return before.numbers | {name: before.number(name) + 1 for name in other}
