"""The 4×3 field of status and dynamics with the areas in it."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from indicators.attention import Attention
from indicators.composite import Dynamics, Status
from monitor.release import Release
from texts.municipality import field_words
from ui.flags import flags_of
from views.content import Content
from views.view import AttentionView, areas_in

LISTED = 8  # names that are read at once; of more, all with one click

STYLE = """
<style>
.feld { border-collapse: separate; border-spacing: 4px; width: 100%; table-layout: fixed; }
.feld th { text-align: left; font-weight: 600; padding: 0.3rem 0.5rem; }
.feld td { vertical-align: top; padding: 0.5rem 0.6rem; border-radius: 4px; color: #16212a; background: #f4f6f7; }
.feld td.auffaellig { outline: 3px solid #16212a; outline-offset: -3px; background: #fdf3e1; }
.feld .zahl { font-size: 1.5rem; font-weight: 700; display: block; }
.feld .zahl small { font-size: 0.9rem; font-weight: 400; color: #4a5963; }
.feld .eigene { font-size: 0.95rem; font-weight: 650; line-height: 1.35; display: block; }
.feld td.ohne .zahl, .feld td.ohne .namen, .feld td.ohne summary { color: #4a5963; }
.feld .namen { font-size: 0.9rem; line-height: 1.35; }
.feld summary { cursor: pointer; font-size: 0.9rem; color: #0b4f6c; text-decoration: underline; }
.feld summary:focus-visible { outline: 3px solid #0b4f6c; }
</style>
"""


def show_field(shown: Content, view: AttentionView) -> None:
    """Status in rows, dynamics in columns; each cell with its number of areas and their names. By the MSS rule, with other
    parameters where the view has some. The areas of a chosen municipality stand out before all others of the county."""
    st.header("Status und Dynamik nach der MSS-Regel", anchor=False)
    rule = view.applied if view.rule == "mss" else "mss"
    found = flags_of(shown, view.level, view.year, rule)
    if found is None or not found.table["status"].any():
        st.caption(
            "Für diese Ebene gibt es keine Statusklassen: Es sind zu wenige Gebiete, oder der Kreis nennt keine."
        )
        return
    release = shown.release
    own = areas_in(release, view.level, view.municipality) if view.municipality else pd.Index([])
    heads = "".join(f'<th scope="col">Dynamik {escape(dynamics)}</th>' for dynamics in Dynamics)
    rows = "".join(
        f'<tr><th scope="row">Status {escape(status)}</th>'
        + "".join(_cell(release, found, status, dynamics, own) for dynamics in Dynamics)
        + "</tr>"
        for status in Status
    )
    st.html(
        f'{STYLE}<table class="feld"><thead><tr><th aria-hidden="true"></th>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )
    st.caption(f"{_counted(release, view, own)} Kräftig umrandet: besonderer Aufmerksamkeitsbedarf nach der MSS-Regel.")


def _counted(release: Release, view: AttentionView, own: pd.Index) -> str:
    if not view.municipality:
        return "Gezählt sind alle Gebiete des Kreises."
    name, plural = release.hierarchy.names[view.municipality], release.level(view.level).plural
    return field_words(name, plural, len(own), len(release.areas(view.level)))


def _cell(release: Release, found: Attention, status: Status, dynamics: Dynamics, own: pd.Index) -> str:
    table = found.table
    areas = table.index[(table["status"] == status) & (table["dynamics"] == dynamics)]
    flagged = status is Status.VERY_LOW or (status is Status.LOW and dynamics is Dynamics.NEGATIVE)
    inside = _of_municipality(release, areas, own) if len(own) else _of_county(release, areas)
    foreign = len(own) > 0 and not areas.isin(own).any()
    css = f"{'auffaellig ' if flagged else ''}{'ohne' if foreign else ''}".strip()
    return f'<td class="{css}">{inside}</td>' if css else f"<td>{inside}</td>"


def _of_county(release: Release, areas: pd.Index) -> str:
    names = f'<span class="namen">{_listed(release, areas)}</span>'
    if len(areas) > LISTED:
        names = f"<details><summary>alle {len(areas)} Gebiete</summary>{names}</details>"
    return f'<span class="zahl">{len(areas)}</span>{names}'


def _of_municipality(release: Release, areas: pd.Index, own: pd.Index) -> str:
    """Its own areas by name, the others of the county behind a click."""
    here, others = areas[areas.isin(own)], areas[~areas.isin(own)]
    names = f'<span class="eigene">{_listed(release, here)}</span>' if len(here) else ""
    rest = f'<span class="namen">{_listed(release, others)}</span>'
    more = f"<details><summary>{_others_words(len(others))} im Kreis</summary>{rest}</details>" if len(others) else ""
    return f'<span class="zahl">{len(here)} <small>von {len(areas)} im Kreis</small></span>{names}{more}'


def _others_words(number: int) -> str:
    return f"{number} {'weiteres Gebiet' if number == 1 else 'weitere Gebiete'}"


def _listed(release: Release, areas: pd.Index) -> str:
    return escape(", ".join(str(release.hierarchy.names[area]) for area in areas))
