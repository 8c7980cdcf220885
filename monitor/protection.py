"""Which sums of a release are hidden: as stored where nothing has changed, else worked out against what was shown before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.disclosure.fingerprint import fingerprint
from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.sums import Before, Key, Nesting, Sums
from indicators.gate import hidden_sums
from monitor.release_file import StoredRelease, by_cell, known_after
from problem import DataError, Problem

Hidden = Mapping[Key, np.ndarray]
NAMED = 5  # cells that are named where protection is impossible
ROUNDED = " ~"  # between a measure and the base to which the file says it is rounded


@dataclass(frozen=True)
class Protection:
    """hidden: which sums are not shown. name: fingerprint of numbers and rules. stored: whether it was read from the file.

    cells: what the file of this release holds.
    """

    hidden: Hidden
    name: str
    stored: bool
    cells: pd.DataFrame


@dataclass(frozen=True)
class Axes:
    """What the arrays of sums are about. levels: ids by position; areas: level → ids; years: all years.

    Positions beyond the levels are of pieces that nobody sees.
    """

    levels: Sequence[str]
    areas: Mapping[str, pd.Index]
    years: Sequence[int]

    def is_published(self, key: Key) -> bool:
        return key.level < len(self.levels)

    def areas_of(self, key: Key) -> pd.Index:
        return self.areas[self.levels[key.level]]


def protect(
    sums: Mapping[Key, Sums], nestings: Sequence[Nesting], axes: Axes, stored: StoredRelease | None
) -> Protection:
    """The protection of a release. Raises DataError in German words where a number cannot be protected."""
    name = fingerprint(sums, nestings)
    if stored is not None and stored.fingerprint == name:
        return Protection(_stored_hidden(sums, axes, stored), name, True, stored.cells)
    try:
        hidden = hidden_sums(sums, nestings, _before(sums, axes, stored))
    except UnprotectableError as error:
        raise _refused(error, sums, axes) from error
    return Protection(hidden, name, False, known_after(_cells(sums, hidden, axes), stored))


def _stored_hidden(sums: Mapping[Key, Sums], axes: Axes, stored: StoredRelease) -> dict[Key, np.ndarray]:
    """A sum without a row was never to be shown; a row that is not shown is hidden."""
    before = _before(sums, axes, stored)
    return {key: before[key].hidden if key in before else each.hidden for key, each in sums.items()}


def _before(sums: Mapping[Key, Sums], axes: Axes, stored: StoredRelease | None) -> dict[Key, Before]:
    """What the stored release says of the sums there are now; keys that it does not know are left out."""
    rows: dict[tuple[str, int, str], dict[str, pd.DataFrame]] = {}
    for (name, pool, level), of_name in (by_cell(stored) if stored is not None else {}).items():
        rows.setdefault((name.partition(ROUNDED)[0], pool, level), {})[name] = of_name
    found = {}
    for key, each in ((key, each) for key, each in sums.items() if axes.is_published(key)):
        if of_key := rows.get((key.measure, key.pool, axes.levels[key.level])):
            found[key] = _before_of(key, of_key, each.numbers.shape, axes)
    return found


def _before_of(key: Key, rows: Mapping[str, pd.DataFrame], shape: tuple[int, ...], axes: Axes) -> Before:
    """rows: by the name of the measure, as it is and rounded; of what the last release did not publish at all, nothing is
    marked as shown."""
    numbers, hidden, rounded = np.full(shape, np.nan), np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    last = {name for name, of_name in rows.items() if of_name["shown"].any()} or set(rows)
    for name, of_name in rows.items():
        row, column = _places(of_name, key, axes)
        there = (row >= 0) & (column >= 0)
        place, shown = (row[there], column[there]), of_name["shown"].to_numpy()[there]
        told, coarse = of_name["number"].to_numpy()[there], name != key.measure
        exact = np.isfinite(told) & ((told == 0) | (not coarse))  # a rounded 0 is one
        numbers[place] = np.where(exact, told, numbers[place])
        if name in last:
            hidden[place] = ~shown
            rounded[place] = shown & ~exact
    return Before(numbers, hidden, rounded)


def _places(rows: pd.DataFrame, key: Key, axes: Axes) -> tuple[np.ndarray, np.ndarray]:
    areas = axes.areas_of(key).get_indexer(pd.Index(rows["area"]))
    return areas, pd.Index(axes.years).get_indexer(pd.Index(rows["year"]))


def _name(key: Key, sums: Sums) -> str:
    """What the file calls the measure: readers who saw it rounded do not know its numbers."""
    return f"{key.measure}{ROUNDED}{sums.rounding}" if sums.rounding else key.measure


def _cells(sums: Mapping[Key, Sums], hidden: Hidden, axes: Axes) -> pd.DataFrame:
    """One row per published sum, in a fixed order."""
    parts = []
    for key in sorted(filter(axes.is_published, sums)):
        published = sums[key].shown
        row, column = np.nonzero(published)
        shown = ~hidden[key][published]
        numbers = sums[key].displayed[published]
        parts.append(
            pd.DataFrame(
                {
                    "measure": _name(key, sums[key]),
                    "pool": np.int64(key.pool),
                    "level": axes.levels[key.level],
                    "area": axes.areas_of(key)[row].astype(str),
                    "year": np.asarray(axes.years, dtype=np.int64)[column],
                    "shown": shown,
                    "number": np.where(shown, numbers, np.nan),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _refused(error: UnprotectableError, sums: Mapping[Key, Sums], axes: Axes) -> DataError:
    """Which numbers would be given away by what must stay shown."""
    start, problems = 0, []
    for key, each in sums.items():
        inside = error.cells[(error.cells >= start) & (error.cells < start + each.numbers.size)] - start
        start += each.numbers.size
        if inside.size:
            row, column = np.unravel_index(inside, each.numbers.shape)
            facts = {
                "measures": [key.measure],
                "years": sorted({int(axes.years[position]) for position in column}),
                "level": axes.levels[key.level] if axes.is_published(key) else "",
            }
            areas = list(dict.fromkeys(str(area) for area in axes.areas_of(key)[row])) if axes.is_published(key) else []
            problems.append(Problem("protection_impossible", areas=areas[:NAMED], facts=facts))
    return DataError(*problems)
