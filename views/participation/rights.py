"""The table of rights as it is read: by what it is about, in the order of the table."""

from __future__ import annotations

from collections.abc import Mapping

from store.rights import ACTIONS


def actions_by_subject() -> Mapping[str, tuple[str, ...]]:
    """ "strategie" → ("strategie anlegen", …): the first word of an action is what it is about."""
    found: dict[str, tuple[str, ...]] = {}
    for action in ACTIONS:
        subject = action.partition(" ")[0]
        found[subject] = (*found.get(subject, ()), action)
    return found
