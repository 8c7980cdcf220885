"""Faults of our own: logged in full, told in German and without inner words."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

UNEXPECTED = (
    "Diese Seite lässt sich gerade nicht anzeigen: Im Programm ist ein Fehler aufgetreten. Bitte die Seite neu laden. Bleibt der "
    "Fehler, hilft die Stelle, die den Monitor betreibt; der Grund steht dort im Protokoll."
)

log = logging.getLogger(__name__)


def run_safely(run: Callable[[], None]) -> None:
    """Run what shows a page. Streamlit's own ways to stop or rerun a script are no faults and pass through."""
    try:
        run()
    except Exception:
        log.exception("A page failed.")
        st.error(UNEXPECTED, icon=":material/error:")
