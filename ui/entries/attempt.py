"""One try to write, and what is told when it does not work: in words, and with everything that was typed still there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from problem import DataError
from store.merging import ConflictError
from store.reading import MissingError
from store.rights import ForbiddenError
from store.store import StoreUnavailableError
from texts.problems import sentence
from ui.lists import show_list

Made = TypeVar("Made")
FORBIDDEN = "Das darf Ihre Rolle nicht. Wer was darf, steht auf der Seite Beteiligung."
MISSING = "Diesen Eintrag gibt es nicht mehr, oder er ist für Ihre Rolle nicht freigegeben."
UNAVAILABLE = (
    "Die Ablage ist gerade nicht erreichbar. Nichts ist verloren: Bitte in einem Augenblick noch einmal speichern."
)
CHANGED = "Der Eintrag hat sich inzwischen geändert. Bitte ansehen und dann noch einmal versuchen."
SAVED = "Gespeichert."
DONE = "entries-done"  # in the session


def attempt(write: Callable[[], Made]) -> Made | None:
    """What `write` returns, None where it was refused; the reason stands on the page then. ConflictError goes on."""
    try:
        made = write()
    except ForbiddenError:
        st.error(FORBIDDEN)
    except MissingError:
        st.error(MISSING)
    except StoreUnavailableError:
        st.error(UNAVAILABLE)
    except DataError as error:
        st.error("Bitte berichtigen:")
        show_list(map(sentence, error.problems))
    else:
        st.session_state[DONE] = SAVED
        return made
    return None


def carry_out(write: Callable[[], object]) -> None:
    """Write what a button stands for, and show the page anew. A change that came in between is told: it has not been seen."""
    try:
        done = attempt(write)
    except ConflictError:
        st.warning(CHANGED)
    else:
        if done is not None:
            st.rerun()


def say_what_is_done() -> None:
    """That something was saved, once, on the page that comes after. Streamlit's own toast has no name for screen readers, and
    lies over the head of the page."""
    if words := st.session_state.pop(DONE, ""):
        st.success(words, icon=":material/check:")
