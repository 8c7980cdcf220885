"""A form that is opened once more while it is open."""

import pytest
import streamlit as st

from ui.entries.fields import widget_key
from ui.entries.open_forms import close_form, open_form, opened


@pytest.fixture(autouse=True)
def session(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})


def test_only_what_begins_with_something_else_is_begun_anew():
    open_form("offer", {"areas": ["a"], "latitude": 50.1})
    open_form("offer", {"areas": ["b"], "latitude": 50.1, "note": "x"})
    form = opened()["offer"]
    assert [form.number(name) for name in ("areas", "latitude", "note", "name")] == [2, 1, 2, 1]
    assert form.base == {"areas": ["b"], "latitude": 50.1, "note": "x"}
    open_form("offer", {"areas": ["a"], "latitude": 50.1, "note": "x"})
    assert opened()["offer"].number("areas") == 3  # nothing of the first "a" comes back


def test_the_same_once_more_changes_nothing():
    open_form("offer", {"areas": ["a"]})
    open_form("offer", {"areas": ["a"]})
    assert opened()["offer"].number("areas") == 1


def test_a_form_that_was_closed_begins_at_one():
    open_form("offer", {"areas": ["a"]})
    open_form("offer", {"areas": ["b"]})
    close_form("offer")
    open_form("offer", {"areas": ["c"]})
    assert opened()["offer"].number("areas") == 1


def test_the_first_key_has_no_number():
    assert [widget_key("offer", "name", number) for number in (1, 2)] == ["offer-name", "offer-name-2"]
