"""The report of a view of an attention rule, behind one button on its page."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from monitor.attention import indicators_of, kind_of
from monitor.release import Release
from reports.area_report import MAPS, area_report
from reports.file_names import report_name
from reports.frame import Options
from reports.jobs import PROFILE, Job, Order, jobs
from reports.workbook import workbook
from texts.report_command import FILE_NAMES
from texts.report_pages import PARTS
from ui.about_view import about_attention
from ui.address import app_address
from ui.handout.button import download
from ui.handout.many import offer_many
from ui.media_types import PDF, XLSX
from views.content import Content
from views.view import AttentionView, areas_in


def offer_report(shown: Content, view: AttentionView) -> None:
    """What it holds, and the files: the view as it is, of the chosen municipality where one is chosen."""
    with st.popover("Als Bericht", icon=":material/picture_as_pdf:"):
        indicators = _choose_indicators(shown.release, view)
        left_out = _choose_parts()
        name = view_name(shown.release, view)

        def made(landscape: bool) -> bytes:
            options = Options(landscape, frozenset(left_out), address=app_address())
            return area_report(shown, view, options, indicators)

        with st.container(horizontal=True):
            download("PDF, hoch", lambda: made(False), f"{name}.pdf", PDF)
            download("PDF, quer", lambda: made(True), f"{name}_quer.pdf", PDF)
            download("Excel", lambda: view_workbook(shown, view), f"{name}.xlsx", XLSX)
        spec = shown.release.level(view.level)
        label = f"Steckbriefe aller {len(_areas(shown.release, view))} {spec.plural}"
        offer_many(label, f"Steckbriefe_{name}", lambda: _profiles(shown, view), key="profiles")


def view_name(release: Release, view: AttentionView) -> str:
    area = view.municipality or str(release.areas(release.whole.id)[0])
    kind = FILE_NAMES["municipality" if view.municipality else "county"]
    return report_name(release, kind, area, view.year, kind_of(release, view.applied) == "what_if")


def view_workbook(shown: Content, view: AttentionView) -> bytes:
    release, said = shown.release, about_attention(shown.release, view)
    return workbook(shown, view.level, view.year, said, _areas(release, view), view.applied)


def _choose_parts() -> list[str]:
    """What is left out; everything is in at first."""
    columns = st.columns(2)
    return [
        part
        for number, part in enumerate(PARTS)
        if not columns[number % 2].checkbox(PARTS[part], value=True, key=f"report-part-{part}")
    ]


def _choose_indicators(release: Release, view: AttentionView) -> Sequence[str]:
    names = {each: release.catalogue[each].name for each in indicators_of(release, view.applied)}
    return st.multiselect(f"Karten (bis zu {MAPS} Kennzahlen)", list(names), format_func=names.__getitem__,
                          max_selections=MAPS, placeholder="die häufigsten Gründe", key="report-maps")  # fmt: skip


def _areas(release: Release, view: AttentionView) -> pd.Index:
    return areas_in(release, view.level, view.municipality)


def _profiles(shown: Content, view: AttentionView) -> Sequence[Job]:
    order = Order(PROFILE, "pdf", tuple(_areas(shown.release, view)), view.year, Options(address=app_address()))
    return jobs(shown, order)
