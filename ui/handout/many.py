"""A button for many reports at once, with a bar that fills while the page can be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from reports.jobs import Job
from texts.problems import sentence
from texts.report_pages import making_words, ready_words
from ui.handout.batch import Batch, start

EVERY = 1.0  # seconds between two looks


def offer_many(label: str, name: str, jobs: Callable[[], Sequence[Job]], key: str) -> None:
    """label: of the button that begins; name: of the archive; jobs: made when it is pressed."""
    kept = f"batch-{key}"
    if st.button(label, key=f"{kept}-start", icon=":material/folder_zip:", disabled=_is_running(kept)):
        if (before := st.session_state.get(kept)) is not None:
            before.stopped.set()
        st.session_state[kept] = start(jobs())
    batch = st.session_state.get(kept)
    if batch is None:
        return
    if batch.is_running:
        _watch(kept)
    else:
        _show_end(batch, name, kept)


@st.fragment(run_every=EVERY)
def _watch(kept: str) -> None:
    batch: Batch | None = st.session_state.get(kept)
    if batch is None or not batch.is_running:
        st.rerun()
    st.progress(batch.done / max(batch.total, 1), making_words(batch.done, batch.total))
    if st.button("Abbrechen", key=f"{kept}-stop"):
        batch.stopped.set()
        del st.session_state[kept]
        st.rerun()


def _show_end(batch: Batch, name: str, kept: str) -> None:
    for problem in batch.problems:
        st.error(sentence(problem), icon=":material/error:")
    if batch.archive:
        st.caption(ready_words(batch.total))
        st.download_button("Archiv herunterladen (ZIP)", batch.archive, f"{name}.zip", "application/zip",
                           on_click="ignore", key=f"{kept}-download", icon=":material/download:")  # fmt: skip


def _is_running(kept: str) -> bool:
    batch = st.session_state.get(kept)
    return batch is not None and batch.is_running
