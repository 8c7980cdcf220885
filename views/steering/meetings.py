"""Which meeting comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.kinds import Meeting


def next_meeting(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The first one today or later; None where none is entered."""
    ahead = [each for each in meetings if each.day is not None and each.day >= today]
    return min(ahead, key=lambda each: (each.day or date.max, each.begins, each.id), default=None)
