"""The county's rules side by side: which areas all of them, two or one see."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from monitor.attention import RULES, rules_of
from monitor.release import Release
from texts.attention import agreement_sentence, capitalised, rules_words
from texts.rules import RULE_NAMES
from views.agreement_layer import agreed
from views.content import Content
from views.rules import result_or_none
from views.view import AttentionView, areas_in

LISTED = 30  # areas of one group
YES = '<span class="yes" role="img" aria-label="ja"></span>'
NO = '<span class="no" role="img" aria-label="nein">–</span>'
NOT_JUDGED = '<span class="no">nicht bewertet</span>'


def show_rules(shown: Content, view: AttentionView) -> None:
    """A sentence and a table of the flagged areas, by how many rules flag them; the rules as the county has them."""
    release = shown.release
    rules = [name for name in RULES if name in rules_of(release)]
    if len(rules) < 2:
        return
    st.header("Die Regeln nebeneinander", anchor=False)
    here = areas_in(release, view.level, view.municipality)
    table = agreed(shown, view.level, view.year).loc[here]
    counts = [int((table["flagged_by"] == number).sum()) for number in range(len(rules) + 1)]
    st.markdown(agreement_sentence(counts, release.level(view.level).plural))
    if sum(counts[1:]):
        results = {rule: result_or_none(shown, view.level, view.year, rule) for rule in rules}
        judged = {rule: found.table["evaluated"] for rule, found in results.items() if found is not None}
        st.html(
            rules_html(release, view.level, table, pd.DataFrame(judged).reindex(index=here, columns=rules).eq(True))
        )
    st.caption(
        "Die Regeln stehen hier so, wie der Kreis sie festgelegt hat. Wo sie sich widersprechen, hängt das Ergebnis an der Wahl "
        "der Regel. Die Karte oben zeigt die Einigkeit mit „Karte: wie viele Regeln einig sind“."
    )


def rules_html(release: Release, level: str, table: pd.DataFrame, judged: pd.DataFrame) -> str:
    """Groups from all rules down to one. table: see `views.agreement_layer.agreed`; judged: areas × rules that are shown."""
    rules = [str(rule) for rule in judged]
    heads = "".join(f'<th scope="col">{escape(RULE_NAMES[rule])}</th>' for rule in rules)
    groups = "".join(_group(release, table, judged, number) for number in range(len(rules), 0, -1))
    return (
        f'<table class="agreed"><thead><tr><th scope="col">{escape(release.level(level).name)}</th>{heads}</tr></thead>'
        f"{groups}</table>"
    )


def _group(release: Release, table: pd.DataFrame, judged: pd.DataFrame, number: int) -> str:
    rules, members = list(judged), table[table["flagged_by"] == number]
    if members.empty:
        return ""
    words = f"{capitalised(rules_words(number, len(rules)))} ({len(members)})"
    heading = f'<tr class="group"><th scope="rowgroup" colspan="{len(rules) + 1}">{words}</th></tr>'
    rows = "".join(
        f'<tr><th scope="row">{escape(str(release.hierarchy.names[area]))}</th>'
        + "".join(f"<td>{_cell(bool(members.loc[area, rule]), bool(judged.loc[area, rule]))}</td>" for rule in rules)
        + "</tr>"
        for area in members.index[:LISTED]
    )
    more = len(members) - LISTED
    rest = f'<tr><td colspan="{len(rules) + 1}">und {more} weitere</td></tr>' if more > 0 else ""
    return f"<tbody>{heading}{rows}{rest}</tbody>"


def _cell(flagged: bool, judged: bool) -> str:
    return (YES if flagged else NO) if judged else NOT_JUDGED
