"""Who may draw the areas of a municipality: the line "sozialraum zeichnen" of the rights table."""

from __future__ import annotations

from geodata.scheme import Scheme
from monitor.scheme_store import Entry, SchemeStore
from problem import DataError, Problem
from store.rights import may
from ui.sign_in.configured import can_sign_in
from ui.sign_in.current import current_actor


def may_draw(municipality: str) -> bool:
    """Where nobody can sign in at all, everybody who reaches the app may: as the commands let everybody who has the folder."""
    if not can_sign_in():
        return True
    actor = current_actor()
    return may("sozialraum zeichnen", actor.role, own=actor.home == municipality)


class GuardedSchemes:
    """A store of schemes that saves for those alone who may draw; whatever page asks it."""

    def __init__(self, kept: SchemeStore) -> None:
        self._kept = kept

    def schemes(self) -> list[Scheme]:
        return self._kept.schemes()

    def history(self, municipality: str) -> list[Entry]:
        return self._kept.history(municipality)

    def state(self, municipality: str, version: int, number: int) -> Scheme:
        return self._kept.state(municipality, version, number)

    def save(self, scheme: Scheme, who: str, what: str, after: int) -> Entry:
        """Raises DataError (scheme_forbidden) where this role may not."""
        demand_drawing(scheme.municipality)
        return self._kept.save(scheme, who, what, after)


def demand_drawing(municipality: str) -> None:
    """Raises DataError (scheme_forbidden) where this role may not draw the areas of a municipality."""
    if not may_draw(municipality):
        raise DataError(Problem("scheme_forbidden"))
