"""The next step of an indicator on its way, for those who may decide it: only steps that lead on from where it stands."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from store import writing
from store.kinds import IndicatorStatus
from store.kinds.indicator_status import NEXT, Stage
from texts import participation as texts
from texts.entries import word
from ui.entries.attempt import carry_out
from ui.entries.desk import Desk
from ui.entries.fields import field_widget

FIELDS = ("decided_by", "decided_on", "audience", "decision_id")


def offer_step(desk: Desk, status: IndicatorStatus) -> None:
    if not desk.may("kennzahl entscheiden", status):
        return
    key = f"step-{status.id}-{status.version}"  # a step that is done begins the next one anew
    with st.popover(texts.STEP_TITLE, icon=":material/arrow_forward:"), st.form(key, border=False):
        steps = allowed_steps(status)
        stage = st.selectbox("Neuer Stand", steps, format_func=word, key=f"{key}-stage")
        values = {
            name: field_widget(desk, IndicatorStatus, name, getattr(status, name), f"{key}-{name}") for name in FIELDS
        }
        st.caption(f"{texts.STEP_NEEDS} {texts.HIDES}")
        if st.form_submit_button(texts.STEP, type="primary", key=f"{key}-save"):
            _write(desk, status, {"stage": stage, **values})


def allowed_steps(status: IndicatorStatus) -> list[Stage]:
    """In the order of the way; the step forward comes first."""
    order = list(Stage)
    return sorted(
        NEXT[status.stage], key=lambda stage: (order.index(stage) < order.index(status.stage), order.index(stage))
    )


def _write(desk: Desk, status: IndicatorStatus, values: dict[str, Any]) -> None:
    write = partial(writing.change, desk.store, desk.actor, IndicatorStatus, status.id, status.version, **values)
    carry_out(write)
