"""The part of the time line that is looked at, and its rows by office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from views.steering.dated import Dated, Sort

BEFORE, AFTER = timedelta(days=183), timedelta(days=366)
MARGIN = timedelta(days=30)
NOBODY = "ohne Amt"
TOGETHER = "Gremien"  # meetings belong to all offices


def around(found: Iterable[Dated], today: date) -> tuple[Dated, ...]:
    """What touches the half year before today and the year after it."""
    first, last = window(today)
    return tuple(each for each in found if (each.begins or date.min) <= last and (each.ends or date.max) >= first)


def window(today: date) -> tuple[date, date]:
    return today - BEFORE, today + AFTER


def lane(item: Dated) -> str:
    """The heading it stands under."""
    if item.sort is Sort.MEETING:
        return TOGETHER
    return item.office or NOBODY


def place(name: str) -> tuple[bool, bool]:
    """Sorts the lanes of meetings to the top and those of nobody to the bottom."""
    return (name != TOGETHER, name == NOBODY)


def edges(found: Iterable[Dated], today: date) -> tuple[date, date]:
    """First and last day that are drawn: of everything that is entered, with a month to spare."""
    days = [day for each in found for day in (each.begins, each.ends) if day]
    return min([today, *days]) - MARGIN, max([today, *days]) + MARGIN


def offices(found: Iterable[Dated]) -> tuple[str, ...]:
    """The offices that are named, by name; the same name in other letters once."""
    known: dict[str, str] = {}
    for item in found:
        if item.office:
            known.setdefault(item.office.casefold(), item.office)
    return tuple(known[each] for each in sorted(known))
