"""Who may do what: the table the store itself asks, in German."""

from __future__ import annotations

from html import escape

import streamlit as st

from store.actor import Role
from store.levels import Level
from store.rights import Scope, scope
from texts import rights as texts
from texts.entries import word
from ui.entries.desk import Desk
from ui.plain import plain
from ui.sign_in.head import who_words
from views.participation.rights import actions_by_subject


def show_rights(desk: Desk) -> None:
    mine = desk.actor.role
    st.markdown(f"**Ihre Rolle:** {plain(who_words(desk.actor))} ({texts.ROLES[mine]}).")
    st.header("Was jede Rolle darf", anchor=False)
    st.markdown(texts.OWN)
    st.html(table_html(mine))
    st.caption(texts.CHECKED)
    st.header("Für wen etwas freigegeben ist", anchor=False)
    levels = "".join(f"<dt>{escape(word(level))}</dt><dd>{escape(texts.LEVELS[level])}</dd>" for level in Level)
    st.html(f'<dl class="terms">{levels}</dl>')
    st.markdown(texts.EMBARGO)
    st.header("Die Rollen", anchor=False)
    roles = "".join(f"<dt>{escape(word(role))}</dt><dd>{escape(texts.ROLES[role])}</dd>" for role in Role)
    st.html(f'<dl class="terms">{roles}</dl>')


def table_html(mine: Role) -> str:
    """mine: the role whose column is marked, by words and not by colour alone."""
    heads = "".join(
        f'<th scope="col"{_marked(role, mine)}>{escape(word(role))}{"<br>(Ihre Rolle)" if role is mine else ""}</th>'
        for role in Role
    )
    bodies = "".join(_group(subject, actions, mine) for subject, actions in actions_by_subject().items())
    return f'<table class="register rights"><thead><tr><th scope="col">Was</th>{heads}</tr></thead>{bodies}</table>'


def _group(subject: str, actions: tuple[str, ...], mine: Role) -> str:
    head = (
        f'<tr><th scope="rowgroup" colspan="{len(Role) + 1}" class="group">{escape(texts.SUBJECTS[subject])}</th></tr>'
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(texts.action_words(action))}</th>'
        f"{''.join(_cell(scope(action, role), role, mine) for role in Role)}</tr>"
        for action in actions
    )
    return f"<tbody>{head}{rows}</tbody>"


def _cell(found: Scope, role: Role, mine: Role) -> str:
    return f"<td{_marked(role, mine)}>{texts.SCOPES[found]}</td>"


def _marked(role: Role, mine: Role) -> str:
    return ' class="mine"' if role is mine else ""
