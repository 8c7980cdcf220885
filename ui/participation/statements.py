"""Statements of bodies, and what municipalities know of their areas; what waits for moderation stands on top."""

from __future__ import annotations

import streamlit as st

from store import reading
from store.circle import owner_of
from store.kinds import LocalKnowledge, Statement
from texts import participation as texts
from texts.entries import home_words
from ui.choices import here
from ui.entries.desk import Desk
from ui.entries.form import offer_new
from ui.municipality import municipality_of
from ui.participation.at_once import at_once
from ui.participation.handling import show_withdrawn
from ui.participation.narrow import narrow
from ui.participation.said import show_card
from ui.participation.subjects import area_names, indicator_names, strategy_titles, subject_words
from views.participation.moderation import waiting_first
from views.participation.narrowing import Subject, about, knowledge_about

FIELDS = ("text", "day", "indicator", "area", "strategy_id")
KNOWLEDGE_FIELDS = ("text", "areas", "flag_year")


def show_statements(desk: Desk) -> None:
    statements = reading.entries(desk.store, desk.actor, Statement)
    knowledge = reading.entries(desk.store, desk.actor, LocalKnowledge)
    indicators, strategies = indicator_names(desk), strategy_titles(desk)
    subject = _subject(desk, [*statements, *knowledge], indicators, strategies)
    waiting, rest = waiting_first(desk.actor, about(_newest_first(statements), subject))
    if waiting:
        st.header(texts.waiting_words(len(waiting)), anchor=False)
    for handed_in in at_once(waiting, "waiting"):
        _show(desk, handed_in, indicators, strategies)
    st.header("Stellungnahmen", anchor=False)
    _offer_writing(desk, subject)
    if not rest:
        st.markdown(texts.NO_STATEMENT)
    for each in at_once(rest, "statements"):
        _show(desk, each, indicators, strategies)
    show_withdrawn(desk, Statement)
    _show_knowledge(desk, knowledge_about(knowledge, subject), subject)


def show_one_kind(desk: Desk, statements: list[Statement]) -> None:
    """Statements below something else, without filters."""
    indicators, strategies = indicator_names(desk), strategy_titles(desk)
    for each in at_once(_newest_first(statements), "statements"):
        _show(desk, each, indicators, strategies)


def _subject(
    desk: Desk, entries: list[Statement | LocalKnowledge], indicators: dict[str, str], strategies: dict[str, str]
) -> Subject:
    municipality = municipality_of(desk.shown.release)
    columns = st.columns(3)
    with columns[0]:
        indicator = narrow("Kennzahl", "kennzahl", {each: f"{name} ({each})" for each, name in indicators.items()})
    with columns[1]:
        area = narrow("Gebiet", "gebiet", area_names(desk, entries, here("gebiet")))
    with columns[2]:
        strategy = narrow("Strategie", "strategie", strategies)
    if municipality:
        st.caption(texts.only_municipality_words(desk.names[municipality]))
    return Subject(indicator, area, strategy, municipality)


def _newest_first(statements: list[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda each: (str(each.day or ""), each.id), reverse=True)


def _offer_writing(desk: Desk, subject: Subject) -> None:
    if not desk.may("stellungnahme anlegen"):
        return
    st.caption(texts.BODY_SPEAKS.format(body=home_words(owner_of(desk.actor), desk.names)))
    first = {
        "day": desk.store.today(), "indicator": subject.indicator, "area": subject.area, "strategy_id": subject.strategy
    }  # fmt: skip
    offer_new(desk, Statement, FIELDS, label=texts.WRITE_STATEMENT, key="new-statement", first=first)


def _show_knowledge(desk: Desk, known: list[LocalKnowledge], subject: Subject) -> None:
    st.header("Ortskenntnis der Kommunen", anchor=False)
    st.caption(texts.KNOWLEDGE)
    if desk.may("ortskenntnis anlegen"):
        first = {"areas": [subject.area] if subject.area else []}
        offer_new(desk, LocalKnowledge, KNOWLEDGE_FIELDS, label=texts.WRITE_KNOWLEDGE, key="new-knowledge", first=first)
    if not known:
        st.markdown(texts.NO_KNOWLEDGE)
    for each in at_once(known, "knowledge"):
        _show(desk, each, {}, {})
    show_withdrawn(desk, LocalKnowledge)


def _show(
    desk: Desk, entry: Statement | LocalKnowledge, indicators: dict[str, str], strategies: dict[str, str]
) -> None:  # fmt: skip
    subject = subject_words(desk, entry, indicators, strategies)
    if isinstance(entry, Statement):
        show_card(desk, entry, entry.text, subject, FIELDS, entry.day)
    else:
        flagged = f" · zur Auffälligkeit {entry.flag_year}" if entry.flag_year else ""
        show_card(desk, entry, entry.text, f"{subject}{flagged}", KNOWLEDGE_FIELDS)
