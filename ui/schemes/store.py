"""Where the schemes of the current data folder are kept, and what the page reads of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from geodata.scheme import Scheme, Status
from monitor.scheme_folder import FolderSchemes
from monitor.scheme_store import Entry, SchemeStore
from monitor.schemes import DELIVERED, delivered_scheme, drawn_level
from ui.data import data_folder
from ui.schemes.ground import delivered_hierarchy
from ui.schemes.rights import GuardedSchemes
from ui.schemes.undo import Steps, steps_of
from views.content import Content

DISCARDED = "Entwurf verworfen"


class Version(NamedTuple):
    """One version as it is now. entries: its states, the newest first; none of the version as delivered."""

    scheme: Scheme
    entries: Sequence[Entry] = ()

    @property
    def number(self) -> int:
        """Of the state, as `SchemeStore.save` wants it."""
        return self.entries[0].number if self.entries else 0

    @property
    def is_draft(self) -> bool:
        return self.scheme.status is Status.DRAFT

    @property
    def steps(self) -> Steps:
        return steps_of(self.entries)


def store() -> SchemeStore:
    return GuardedSchemes(FolderSchemes(data_folder()))


def delivered_of(shown: Content, municipality: str) -> Scheme:
    """The areas that came with the data, as version 0."""
    level = drawn_level(shown.release.county)
    assert level is not None
    return delivered_scheme(delivered_hierarchy(shown.release), level, municipality)


def versions_of(shown: Content, kept: SchemeStore, municipality: str) -> dict[int, Version]:
    """Number → version, the delivered one first; without drafts that were discarded."""
    entries = kept.history(municipality)
    own = [scheme for scheme in kept.schemes() if scheme.municipality == municipality]
    found = [Version(each, [entry for entry in entries if entry.version == each.version]) for each in own]
    replaced = any(scheme.status is Status.VALID and scheme.is_valid_on(dt.date.today()) for scheme in own)
    status = Status.REPLACED if replaced else Status.VALID
    delivered = Version(replace(delivered_of(shown, municipality), status=status))
    return {DELIVERED: delivered} | {each.scheme.version: each for each in found if not is_discarded(each)}


def is_discarded(version: Version) -> bool:
    return version.is_draft and bool(version.entries) and version.entries[0].what == DISCARDED
