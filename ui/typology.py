"""The 4×3 field of status and dynamics with the areas in it."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.attention import Attention
from indicators.composite import Dynamics, Status
from monitor.release import Release
from ui.data import Content
from ui.flags import flags_of
from ui.view import AttentionView

LISTED = 8  # names that are read at once; of more, all with one click

STYLE = """
<style>
.feld { border-collapse: separate; border-spacing: 4px; width: 100%; table-layout: fixed; }
.feld th { text-align: left; font-weight: 600; padding: 0.3rem 0.5rem; }
.feld td { vertical-align: top; padding: 0.5rem 0.6rem; border-radius: 4px; color: #16212a; background: #f4f6f7; }
.feld td.auffaellig { outline: 3px solid #16212a; outline-offset: -3px; background: #fdf3e1; }
.feld .zahl { font-size: 1.5rem; font-weight: 700; display: block; }
.feld .namen { font-size: 0.9rem; line-height: 1.35; }
.feld summary { cursor: pointer; font-size: 0.9rem; color: #0b4f6c; text-decoration: underline; }
.feld summary:focus-visible { outline: 3px solid #0b4f6c; }
</style>
"""


def show_field(shown: Content, view: AttentionView) -> None:
    """Status in rows, dynamics in columns; each cell with its number of areas and their names. By the MSS rule, with other
    parameters where the view has some."""
    st.header("Status und Dynamik nach der MSS-Regel", anchor=False)
    rule = view.applied if view.rule == "mss" else "mss"
    found = flags_of(shown, view.level, view.year, rule)
    if found is None or not found.table["status"].any():
        st.caption(
            "Für diese Ebene gibt es keine Statusklassen: Es sind zu wenige Gebiete, oder der Kreis nennt keine."
        )
        return
    release = shown.release
    heads = "".join(f'<th scope="col">Dynamik {escape(dynamics)}</th>' for dynamics in Dynamics)
    rows = "".join(
        f'<tr><th scope="row">Status {escape(status)}</th>'
        + "".join(_cell(release, found, status, dynamics) for dynamics in Dynamics)
        + "</tr>"
        for status in Status
    )
    st.html(
        f'{STYLE}<table class="feld"><thead><tr><th aria-hidden="true"></th>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )
    st.caption(
        "Gezählt sind alle Gebiete des Kreises. Kräftig umrandet: besonderer Aufmerksamkeitsbedarf nach der MSS-Regel."
    )


def _cell(release: Release, found: Attention, status: Status, dynamics: Dynamics) -> str:
    table = found.table
    areas = table.index[(table["status"] == status) & (table["dynamics"] == dynamics)]
    flagged = status is Status.VERY_LOW or (status is Status.LOW and dynamics is Dynamics.NEGATIVE)
    listed = escape(", ".join(str(release.hierarchy.names[area]) for area in areas))
    shown = f'<span class="namen">{listed}</span>'
    if len(areas) > LISTED:
        shown = f"<details><summary>alle {len(areas)} Gebiete</summary>{shown}</details>"
    css = ' class="auffaellig"' if flagged else ""
    return f'<td{css}><span class="zahl">{len(areas)}</span>{shown}</td>'
