"""All areas under one rule as a table with downloads."""

from __future__ import annotations

from functools import partial

import streamlit as st

from indicators.attention import Attention, Rule
from monitor.assumption_names import names_of
from monitor.attention import is_decided, is_what_if, rule_of
from monitor.release import Release
from monitor.results import attention_rows, reasons_in_words
from texts.assumptions import varied_words
from texts.attention import ONLY_COMPARED, WHAT_IF, decided_words, share_words
from texts.numbers import MISSING, german
from texts.rules import rule_short
from ui.about_view import about_attention
from ui.attention_standing import rule_words
from ui.downloads import about_notes, file_name, notes, offer_downloads
from ui.municipality import file_notes
from views.content import Content
from views.rules import rule_certainty
from views.view import AttentionView, areas_in

RANK = "Rang im Kreis"
HEADINGS = {"index": "Index", "status": "Status", "dynamics": "Dynamik"}

NUMBERS = {
    "mss": ("Index", 2),
    "county": ("ungünstige Kennzahlen", 0),
    "significance": ("Abstand in Standardfehlern", 1),
}


def show_attention_table(shown: Content, view: AttentionView, found: Attention) -> None:
    """The view's areas, flagged ones first, then by index; index, classes and all reasons."""
    release, level, year, rule = shown.release, view.level, view.year, view.applied
    st.header(f"Alle Gebiete{_where(release, view)}", anchor=False)
    areas = areas_in(release, level, view.municipality)
    words = reasons_in_words(release, level, year, rule, found, most=None)
    sure = rule_certainty(shown, level, year, rule, view.assumptions)
    rest = found.table.sort_values(by="index", ascending=False, kind="stable").index
    order = dict.fromkeys((*found.worst_first().index, *rest))  # as in the list of ranks
    table = found.table.loc[[area for area in order if area in areas]]
    readable = table[list(HEADINGS)].rename(columns=HEADINGS)
    readable.insert(0, release.level(level).name, [release.hierarchy.names[area] for area in table.index])
    readable.insert(1, "Aufmerksamkeit", ["ja" if flagged else "" for flagged in table["flagged"]])
    likely = sure.table.reindex(table.index)
    readable["Ergebnis"] = likely["word"].to_numpy()
    readable["hervorgehoben in"] = [share_words(share) for share in likely["probability"]]
    if view.municipality:
        readable[RANK] = likely["rank"].to_numpy()
    readable["Gründe"] = [words[area] for area in table.index]
    number, decimals = NUMBERS[view.rule]
    if view.rule != "mss":
        readable = readable.drop(columns=["Status", "Dynamik"]).rename(columns={"Index": number})
    printed = {number: decimals} | ({RANK: 0} if RANK in readable else {})
    styled = readable.style.format({name: partial(german, decimals=digits) for name, digits in printed.items()})
    st.dataframe(styled, hide_index=True, width="stretch", height=520, placeholder=MISSING)
    offer_downloads(
        attention_rows(release, level, year, rule, None, view.assumptions, found, sure).query("gebiet in @areas"),
        name=file_name(release, f"{_mark(release, rule)}aufmerksamkeit_{view.rule}_{level}_{year}", view.municipality),
        notes=[
            *_standing(release, view),
            *file_notes(release, view.municipality),
            varied_words(names_of(view.assumptions, rule_of(release, rule))),
            *notes(release, []),
            *about_notes(about_attention(release, view)),
        ],
    )


def _where(release: Release, view: AttentionView) -> str:
    return f" in {release.hierarchy.names[view.municipality]}" if view.municipality else ""


def _mark(release: Release, rule: str | Rule) -> str:
    return "WAS_WAERE_WENN_" if is_what_if(release, rule) else ""


def _standing(release: Release, view: AttentionView) -> list[str]:
    """What a file says of the rule: whether it is the decided one, and what it does."""
    said = rule_words(release, view).replace("**", "")
    if is_decided(release, view.applied):
        spec = release.county.attention
        short = rule_short(rule_of(release, view.applied))
        return [decided_words(spec.rule, short, spec.decided_by, spec.decided_on, spec.version), said]
    return [ONLY_COMPARED if view.what_if is None else WHAT_IF, said]
