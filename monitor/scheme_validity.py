"""From drafts to valid versions, of one municipality or of several at once: all of them, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from geodata.layer import cuts_of, parts_of_areas
from geodata.scheme import Scheme, Status
from monitor.scheme_folder import with_last_days
from monitor.scheme_store import Entry, SchemeStore
from monitor.schemes import validated
from problem import DataError, Problem

TAKEN_BACK = "doch nicht gültig: nicht alle Kommunen ließen sich speichern"


def all_validated(
    drafts: Sequence[Scheme],
    schemes: Sequence[Scheme],
    delivered_of: Callable[[str], Scheme],
    day: dt.date,
    who: str,
    note: str,
) -> list[Scheme]:
    """The drafts as they are once they hold. Raises DataError with the reasons of all that cannot.

    schemes: all there are. delivered_of: municipality → its areas as they came with the data.
    """
    valid: list[Scheme] = []
    problems: list[Problem] = []
    for draft in drafts:
        try:
            delivered = delivered_of(draft.municipality)
            valid.append(validated(draft, day, who, note, other_versions(schemes, draft), delivered))
            _refuse_other_cuts(valid[-1], schemes)
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(*problems)
    return valid


def save_all(
    store: SchemeStore, drafts: Sequence[tuple[Scheme, int]], valid: Sequence[Scheme], who: str, what: str
) -> None:
    """Save every version as valid, or none: where one cannot be saved, those before are drafts again."""
    saved: list[tuple[Scheme, Entry]] = []
    try:
        for (draft, after), final in zip(drafts, valid, strict=True):
            saved.append((draft, store.save(final, who, what, after)))
    except (DataError, OSError):
        for draft, entry in saved:
            store.save(draft, who, TAKEN_BACK, entry.number)
        raise


def other_versions(schemes: Sequence[Scheme], scheme: Scheme) -> list[Scheme]:
    """The municipality's other versions."""
    return [each for each in schemes if each.municipality == scheme.municipality and each.version != scheme.version]


def with_these(schemes: Sequence[Scheme], valid: Sequence[Scheme]) -> list[Scheme]:
    """All schemes with these ones, of different municipalities."""
    drawn = {each.municipality for each in valid}
    others = [each for each in schemes if each.municipality not in drawn]
    return [*others, *(each for new in valid for each in with_last_days([*other_versions(schemes, new), new]))]


def _refuse_other_cuts(valid: Scheme, schemes: Sequence[Scheme]) -> None:
    published = [each for each in schemes if each.status is not Status.DRAFT]
    try:
        parts_of_areas(valid, cuts_of([*published, valid]))
    except ValueError as error:
        facts = {"units": ", ".join(valid.cut_units[:5])}
        raise DataError(Problem("scheme_cut_again", areas=[valid.municipality], facts=facts)) from error
