"""The register of decisions: search, read, take along; enter and change for those who may."""

from __future__ import annotations

from html import escape

import streamlit as st

from reports.register import register_csv, register_rows, register_xlsx
from store import reading
from store.kinds import Decision
from texts import participation as texts
from texts.entries import day_words
from ui.choices import here, put
from ui.downloads import file_name
from ui.entries.desk import Desk
from ui.entries.form import offer_new
from ui.frame import notice_of
from ui.media_types import XLSX
from ui.participation.at_once import at_once
from ui.participation.handling import offer_handling, show_withdrawn
from ui.participation.narrow import narrow, narrow_by_words
from ui.participation.subjects import indicator_names, strategy_titles, subject_words
from ui.plain import paragraphs
from views.participation.register import Search, found_decisions, years_of

FIELDS = ("title", "body", "day", "text", "reasons", "meeting_id", "strategy_id", "indicator")
ONE = "beschluss"  # in the link: the decision that is changed


def show_register(desk: Desk) -> None:
    decisions = reading.entries(desk.store, desk.actor, Decision)
    indicators, strategies = indicator_names(desk), strategy_titles(desk)
    st.caption(texts.REGISTER)
    if desk.may("beschluss anlegen"):
        offer_new(
            desk, Decision, FIELDS, label=texts.ENTER_DECISION, key="new-decision", first={"day": desk.store.today()}
        )
    found = found_decisions(decisions, _search(decisions, indicators))
    if not found:
        st.markdown(texts.NO_DECISION)
    else:
        st.markdown(f"**{texts.found_words(len(found), len(decisions))}**")
        _offer_files(desk, found, indicators, strategies)
    for each in at_once(found, "decisions"):
        _show(desk, each, subject_words(desk, each, indicators, strategies))
    show_withdrawn(desk, Decision)


def _search(decisions: list[Decision], indicators: dict[str, str]) -> Search:
    named = {each.indicator for each in decisions if each.indicator}
    columns = st.columns([2, 1, 1])
    with columns[0]:
        words = narrow_by_words(texts.SEARCH, "worte")
    with columns[1]:
        year = narrow("Jahr", "beschlussjahr", {str(year): str(year) for year in years_of(decisions)})
    with columns[2]:
        known = {each: f"{indicators.get(each, each)} ({each})" for each in indicators if each in named}
        known |= {each: each for each in named if each not in known}
        if here("kennzahl") in indicators:
            known.setdefault(here("kennzahl"), f"{indicators[here('kennzahl')]} ({here('kennzahl')})")
        indicator = narrow("Kennzahl", "kennzahl", known)
    return Search(words, int(year or 0), indicator)


def _offer_files(desk: Desk, found: list[Decision], indicators: dict[str, str], strategies: dict[str, str]) -> None:
    """What was found, as files; made when somebody asks."""
    release = desk.shown.release
    rows = register_rows(found, indicators, strategies, desk.store.today())
    name, title = file_name(release, "Beschluesse"), f"{release.county.name}: Beschlüsse"
    notice = notice_of(desk.shown)
    with st.container(horizontal=True):
        st.download_button(
            "Als CSV herunterladen", lambda: register_csv(rows), f"{name}.csv", "text/csv", on_click="ignore",
            key="decisions-csv",
        )  # fmt: skip
        st.download_button(
            "Als Excel herunterladen", lambda: register_xlsx(rows, title, notice), f"{name}.xlsx", XLSX,
            on_click="ignore", key="decisions-xlsx",
        )  # fmt: skip


def _show(desk: Desk, decision: Decision, about: str) -> None:
    """Forms and history only for the one that is asked for: of a hundred decisions they would take their time."""
    with st.container(border=True, key=f"said-{decision.id}"):
        st.html(decision_html(desk, decision, about))
        if not desk.may("beschluss ändern", decision):
            return
        if here(ONE) == decision.id:
            offer_handling(desk, decision, FIELDS)
        else:
            st.button(
                "Bearbeiten und freigeben", key=f"one-{decision.id}", icon=":material/edit:", on_click=put,
                args=(ONE, decision.id),
            )  # fmt: skip


def decision_html(desk: Desk, decision: Decision, about: str) -> str:
    """Title, body and day, text, reasons."""
    reasons = f"<h4>{texts.REASONS}</h4>{paragraphs(decision.reasons)}" if decision.reasons else ""
    where = " · ".join(part for part in (decision.body, day_words(decision.day), about) if part)
    return (
        f'<h3 dir="auto">{escape(decision.title)}</h3><p class="meta">{escape(where)}</p>'
        f"<div class='entered'>{paragraphs(decision.text)}{reasons}</div>{_state(desk, decision)}"
    )


def _state(desk: Desk, decision: Decision) -> str:
    told = texts.state_words(decision.release_level, decision.embargo, desk.store.today())
    return f'<p class="meta"><span class="state">{escape(told)}</span></p>'
