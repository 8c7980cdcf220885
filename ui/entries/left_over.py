"""Somebody has withdrawn what is being edited here: the page has no place for the form any more. What was typed stays at the
head of the page until it is put away."""

from __future__ import annotations

import streamlit as st

from store import reading
from store.entry import Entry
from store.kinds import KINDS
from store.store import StoreUnavailableError
from texts.entries import FIELDS
from texts.entries import KINDS as WORDS
from ui.entries.attempt import MISSING
from ui.entries.conflict import Both
from ui.entries.desk import Desk, desk_of
from ui.entries.fields import field_widget, widget_key
from ui.entries.open_forms import OpenForm, close_form, opened
from ui.entries.session_keys import CONFLICTS
from ui.entries.value_words import value_words
from ui.plain import show_plain
from views.content import Content

TOLD = f"{MISSING} Ihre Eingabe ist nicht gespeichert. Sie steht noch hier, damit Sie sie übernehmen können."
PUT_AWAY = "Text verwerfen"


def show_left_over(shown: Content) -> None:
    """Nothing as long as every open form has its entry."""
    if not (opened() or st.session_state.get(CONFLICTS)) or (desk := desk_of(shown)) is None:
        return
    try:
        forms = {key: form for key, form in opened().items() if _has_lost_its_entry(desk, form)}
        questions = {key: both for key, both in _questions().items() if _is_gone(desk, KINDS[both.kind], both.id)}
    except StoreUnavailableError:
        return  # the page says so
    for key, form in forms.items():
        if form.actor == desk.actor and (form.is_left or _is_filled_in(key, form)):
            _show_form(desk, key, form)
        else:
            close_form(key)
    for key, both in questions.items():
        _show_question(desk, key, both)


def _questions() -> dict[str, Both]:
    found: dict[str, Both] = st.session_state.get(CONFLICTS, {})
    return found


def _has_lost_its_entry(desk: Desk, form: OpenForm) -> bool:
    """The entry that is changed, or the one that the new entry was to belong to."""
    if form.kind is None:
        return False
    if "id" in form.base:
        return _is_gone(desk, form.kind, form.base["id"])
    if parent := form.fixed.get(form.kind.parent):
        [key] = form.kind.__table__.columns[form.kind.parent].foreign_keys
        return _is_gone(desk, KINDS[key.column.table.name], parent)
    return False


def _is_gone(desk: Desk, kind: type[Entry], entry_id: str) -> bool:
    """As the pages see it: what was withdrawn is in no list, for its owners neither."""
    return not reading.entries(desk.store, desk.actor, kind, id=entry_id)


def _is_filled_in(key: str, form: OpenForm) -> bool:
    """Whether the page before this one has drawn it: what was typed on another page is forgotten already."""
    return any(widget_key(key, name, form.number(name)) in st.session_state for name in form.fields)


def _show_form(desk: Desk, key: str, form: OpenForm) -> None:
    """The same widgets in the same form, as these alone still have what nobody has sent yet."""
    assert form.kind is not None
    form.is_left = True
    with st.container(key=f"left-{key}"):
        st.warning(TOLD, icon=":material/link_off:")
        with st.form(f"form-{key}", enter_to_submit=False):
            st.markdown(f"**{WORDS[form.kind.kind()]}**")
            for name in form.fields:
                first = form.base.get(name)
                form.base[name] = field_widget(desk, form.kind, name, first, key, form.number(name))
            if st.form_submit_button(PUT_AWAY, key=f"put-away-{key}"):
                close_form(key)
                st.rerun()


def _show_question(desk: Desk, key: str, both: Both) -> None:
    kind = KINDS[both.kind]
    with st.container(border=True, key=f"left-conflict-{key}"):
        st.warning(TOLD, icon=":material/link_off:")
        for name in both.fields:
            st.caption(FIELDS[f"{both.kind}.{name}"])
            show_plain(value_words(desk, kind, name, both.mine[name]))
        if st.button(PUT_AWAY, key=f"put-away-conflict-{key}"):
            del st.session_state[CONFLICTS][key]
            st.rerun()
