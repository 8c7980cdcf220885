"""Flags through the years: who entered, who left, since when."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from monitor.attention import is_decided, rule_of
from monitor.release import Release
from texts.attention import changed_sentence, since_flagged
from ui.attention_reasons import line_html
from views.content import Content
from views.rules import rule_history
from views.view import AttentionView, areas_in

LISTED = 40
YES = '<span class="yes" role="img" aria-label="ja"></span>'


def show_years(shown: Content, view: AttentionView) -> None:
    """Against the year before, and every area that was flagged in any year the same procedure can judge."""
    st.header("Veränderung über die Jahre", anchor=False)
    release = shown.release
    history = rule_history(shown, view.level, view.year, view.applied)
    years = [int(year) for year in history.flags]
    if len(years) < 2:
        st.markdown("Es gibt kein früheres Jahr, das nach demselben Verfahren gerechnet ist.")
        return
    here = areas_in(release, view.level, view.municipality)
    table, flags = history.table.loc[here], history.flags.reindex(here)
    names = release.hierarchy.names
    for heading, column in (("Neu", "entered"), ("Nicht mehr", "left")):
        changed = [str(names[area]) for area in table.index[table[column]]]
        st.html(line_html(changed_sentence(f"{heading} gegenüber {years[-2]}", changed)))
    if flags.to_numpy().any():
        st.html(years_html(release, view.level, flags, table))
    st.caption(_which(release, view, years))


def years_html(release: Release, level: str, flags: pd.DataFrame, table: pd.DataFrame) -> str:
    """flags: areas × years; table: `flag_history`. Flagged now first, those flagged longest before all others."""
    ever = flags[flags.any(axis=1)]
    order = pd.DataFrame({"now": ~ever.iloc[:, -1], "count": -ever.sum(axis=1)}).sort_values(
        ["now", "count"], kind="stable"
    )
    heads = "".join(f'<th scope="col">{year}</th>' for year in flags)
    rows = "".join(_row(release, area, flags, table) for area in order.index[:LISTED])
    more = len(ever) - LISTED
    rest = f'<tr><td colspan="{flags.shape[1] + 2}">und {more} weitere</td></tr>' if more > 0 else ""
    return (
        f'<table class="years"><caption>In welchen Jahren ein Gebiet hervorgehoben war</caption><thead><tr>'
        f'<th scope="col">{escape(release.level(level).name)}</th>{heads}<th scope="col">hervorgehoben</th></tr></thead>'
        f"<tbody>{rows}{rest}</tbody></table>"
    )


def _row(release: Release, area: str, flags: pd.DataFrame, table: pd.DataFrame) -> str:
    row = table.loc[area]
    entered, left = bool(row["entered"]), bool(row["left"])
    cells = "".join(f"<td>{YES if flagged else ''}</td>" for flagged in flags.loc[area])
    since = since_flagged(float(row["since"]), int(flags.columns[0]), entered=entered) or ("nicht mehr" if left else "")
    css = ' class="came"' if entered or left else ""
    return f'<tr{css}><th scope="row">{escape(str(release.hierarchy.names[area]))}</th>{cells}<td>{since}</td></tr>'


def _which(release: Release, view: AttentionView, years: list[int]) -> str:
    if is_decided(release, view.applied):
        which = f"nach Verfahren {rule_of(release, view.applied).version} des Kreises"
    else:
        which = "nach derselben, nicht beschlossenen Regel"
    return (
        f"Alle Jahre von {years[0]} bis {years[-1]} sind {which} gerechnet, mit den Zahlen ihres Jahres. Ein anderes Verfahren "
        "wäre keine Veränderung der Gebiete; solche Jahre werden nicht verglichen."
    )
