"""Where schemes are kept: whatever keeps them, every change is history and every earlier state can be had back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from geodata.scheme import Scheme


@dataclass(frozen=True)
class Entry:
    """One saved state of one version. number: 1, 2, … within the version. who: an office. what: what was done, German."""

    municipality: str
    version: int
    number: int
    when: datetime
    who: str
    what: str


class SchemeStore(Protocol):
    """A municipality's schemes by version, each a series of states of which the last one counts."""

    def schemes(self) -> list[Scheme]:
        """The last state of every version of every municipality, by municipality and version. An older valid version is
        told as replaced, with its last day. Raises DataError naming every state that cannot be read."""
        ...

    def history(self, municipality: str) -> list[Entry]:
        """All states of a municipality, the newest first."""
        ...

    def state(self, municipality: str, version: int, number: int) -> Scheme:
        """A state as it was saved; KeyError where there is none."""
        ...

    def save(self, scheme: Scheme, who: str, what: str, after: int) -> Entry:
        """Save a new state of a version. after: number of the state it was made from, 0 for the first one of a version.

        Raises DataError (scheme_changed_meanwhile) where there is a later state by now: nothing is overwritten.
        """
        ...
