"""Who works with which entries: the store of the data folder, and the role of this session."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from problem import DataError
from store.actor import Actor
from store.circle import is_own
from store.entry import Released
from store.place import address_of, has_begun, store_of
from store.rights import may
from store.store import Store, StoreUnavailableError
from texts.problems import sentence
from ui.data import data_folder
from ui.lists import show_list
from ui.sign_in.current import current_actor
from views.content import Content
from views.municipalities import municipality_of_areas

UNAVAILABLE = "Die Ablage der Eintragungen ist gerade nicht erreichbar. Bitte in einem Augenblick noch einmal laden."


@dataclass(frozen=True)
class Desk:
    """One who reads or writes, in the county that is shown."""

    store: Store
    actor: Actor
    shown: Content

    @property
    def names(self) -> dict[str, str]:
        """Area id → name."""
        return self.shown.release.hierarchy.names

    def may(self, action: str, entry: Released | None = None) -> bool:
        """Whether a button is worth showing; the store itself decides. entry: whose own counts, None for something new."""
        return may(action, self.actor.role, own=entry is None or is_own(self.actor, entry))


def open_desk(shown: Content) -> Desk:
    """The desk of this session. Raises StoreUnavailableError, OSError, and DataError for a broken first state."""
    return Desk(_store(address_of(data_folder()), shown), current_actor(), shown)


def is_begun() -> bool:
    """Whether there can be entries at all: a database of its own, a file, or a first state to begin with."""
    return has_begun(data_folder())


def desk_of(shown: Content) -> Desk | None:
    """The desk of this session, None where the store cannot be reached."""
    try:
        return open_desk(shown)
    except (StoreUnavailableError, DataError, OSError):
        return None


def desk_or_words(shown: Content) -> Desk | None:
    """The same for a page that is about entries: it says why there are none."""
    try:
        return open_desk(shown)
    except DataError as error:
        st.error(UNAVAILABLE)
        show_list(map(sentence, error.problems))
    except (StoreUnavailableError, OSError):
        st.error(UNAVAILABLE)
    return None


# Kept as long as the county stays as it is: where areas lie belongs to it.
@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Content: lambda shown: hash(shown.state)})
def _store(address: str, shown: Content) -> Store:
    return store_of(data_folder(), municipality_of_areas(shown))
