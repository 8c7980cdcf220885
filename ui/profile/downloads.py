"""The profile to take home: made only when somebody asks for it."""

from __future__ import annotations

import streamlit as st

from reports.file_names import report_name
from reports.frame import Options
from reports.jobs import PROFILE, Order, jobs
from reports.profile_report import profile_pdf
from texts.report_command import FILE_NAMES
from ui.address import app_address
from ui.handout.button import download
from ui.media_types import PDF, PPTX, XLSX
from views.content import Content
from views.profile.profile import Profile


def offer_profile(shown: Content, profile: Profile) -> None:
    name, address = report_name(shown.release, FILE_NAMES[PROFILE], profile.area, profile.year), app_address()

    def made(landscape: bool) -> bytes:
        return profile_pdf(shown, profile.area, profile.year, Options(landscape=landscape, address=address))

    def office(form: str) -> bytes:
        order = Order(PROFILE, form, (profile.area,), profile.year, Options(address=address))
        return jobs(shown, order)[0].make()

    with st.container(horizontal=True, key="profile-downloads"):
        download("Als PDF, hoch", lambda: made(False), f"{name}.pdf", PDF)
        download("Als PDF, quer", lambda: made(True), f"{name}_quer.pdf", PDF)
        download("Als Folie (PPTX)", lambda: office("pptx"), f"{name}.pptx", PPTX)
        download("Als Excel", lambda: office("xlsx"), f"{name}.xlsx", XLSX)
