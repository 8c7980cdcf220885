"""Reminders: what is overdue, and what is due in the next days; of one's own office first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from views.steering.dated import Dated

SOON = timedelta(days=30)


@dataclass(frozen=True)
class Reminders:
    """own: of the reader's office; others: of all other offices, and what names none. Each by day, the oldest first."""

    own: tuple[Dated, ...]
    others: tuple[Dated, ...]


def reminders(found: Iterable[Dated], office: str, today: date) -> Reminders:
    """office: of the reader, "" for none: then everything is among the others."""
    due = sorted(
        (each for each in found if _is_due(each, today)), key=lambda each: (each.day or date.max, each.title.casefold())
    )
    own = [each for each in due if is_of_office(each, office)]
    return Reminders(tuple(own), tuple(each for each in due if each not in own))


def is_of_office(item: Dated, office: str) -> bool:
    """Whether an office is responsible, alone or with others ("Sozialamt, Gesundheitsamt")."""
    named = [item.office, *item.office.split(",")]
    return bool(office) and office.strip().casefold() in [each.strip().casefold() for each in named]


def _is_due(item: Dated, today: date) -> bool:
    return not item.is_done and item.day is not None and item.day <= today + SOON
