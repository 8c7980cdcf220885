"""Questions on the data and their answers; what nobody has answered stands on top for those who may."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from store import reading
from store.kinds import Question
from texts import participation as texts
from texts.sign_in import actor_words
from ui.entries.conflict import ask_which
from ui.entries.desk import Desk
from ui.entries.form import is_open, offer_edit, offer_new, open_form
from ui.participation.at_once import at_once
from ui.participation.handling import offer_handling, show_withdrawn
from ui.participation.said import head_html
from ui.participation.subjects import indicator_names, subject_words
from ui.plain import paragraphs
from views.participation.questions import Group, grouped, is_answered

FIELDS = ("text", "indicator", "area")
ANSWER_FIELDS = ("answer", "answered_by", "answered_on")
HEADINGS = {Group.OPEN: texts.OPEN_QUESTION, Group.WAITING: texts.WAITING, Group.ANSWERED: texts.ANSWERED}


def show_questions(desk: Desk) -> None:
    groups = grouped(desk.actor, reading.entries(desk.store, desk.actor, Question))
    indicators = indicator_names(desk)
    if desk.may("frage anlegen"):
        st.caption(texts.ASK_WORDS)
        offer_new(desk, Question, FIELDS, label=texts.ASK, key="new-question")
    if not groups:
        st.markdown(texts.NO_QUESTION)
    for group, questions in groups.items():
        st.header(f"{HEADINGS[group]} ({len(questions)})", anchor=False)
        for each in at_once(questions, group.value):
            _show(desk, each, indicators)
    show_withdrawn(desk, Question)


def _show(desk: Desk, question: Question, indicators: dict[str, str]) -> None:
    subject = subject_words(desk, question, indicators, {})
    with st.container(border=True, key=f"said-{question.id}"):
        asked = f"<div class='entered question'>{paragraphs(question.text)}</div>"
        st.html(f"{head_html(desk, question, subject)}{asked}{_answer_html(question)}")
        offer_handling(desk, question, FIELDS, partial(_offer_answer, desk, question))
        _show_answering(desk, question)


def _answer_html(question: Question) -> str:
    if not is_answered(question):
        return ""
    who = escape(texts.answered_words(question.answered_by, question.answered_on))
    return (
        f'<div class="answer"><p class="meta">{who}</p><div class="entered">{paragraphs(question.answer)}</div></div>'
    )


def _offer_answer(desk: Desk, question: Question) -> None:
    """The button; the form it opens stands below the others."""
    key = _key(question)
    if desk.may("frage antworten") and not is_open(key):
        label = texts.CHANGE_ANSWER if is_answered(question) else texts.ANSWER
        begun = _begun(desk, question)
        st.button(label, key=f"open-{key}", icon=":material/reply:", on_click=open_form, args=(key, begun))


def _show_answering(desk: Desk, question: Question) -> None:
    if not desk.may("frage antworten"):
        return
    key = _key(question)
    if is_open(key):
        offer_edit(desk, question, ANSWER_FIELDS, key=key)
    else:
        ask_which(desk, Question, key)


def _key(question: Question) -> str:
    return f"answer-{question.id}"


def _begun(desk: Desk, question: Question) -> dict[str, object]:
    """What the form begins with: the office and the day, where nobody has answered yet."""
    actor = desk.actor
    return {
        "id": question.id,
        "version": question.version,
        "answer": question.answer,
        "answered_by": question.answered_by or actor_words(actor.role.value, office=actor.office),
        "answered_on": question.answered_on or desk.store.today(),
    }
