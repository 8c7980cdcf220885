"""Which sums of a release are hidden: as stored where nothing has changed, else worked out against what was shown before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from indicators.disclosure.fingerprint import fingerprint
from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.shares import Shares
from indicators.disclosure.sums import Before, Key, Nesting, Sums
from indicators.hiding import hiding
from monitor.memberships import former_areas
from monitor.release_file import Membership, StoredRelease, by_cell, known_after
from monitor.unplaced_wholes import all_left, once_placed, placed_before, unplaced_wholes
from problem import DataError, Problem

Hidden = Mapping[Key, np.ndarray]
NAMED = 5  # cells that are named where protection is impossible
ROUNDED = " ~"  # between a measure and the base to which the file says it is rounded


@dataclass(frozen=True)
class Protection:
    """hidden: which sums are not shown. stored: whether it was read from the file. file: what the file of this release holds.

    former: numbers of areas that are no longer there which readers know and which have not changed, NaN elsewhere.
    """

    hidden: Hidden
    stored: bool
    file: StoredRelease
    former: Mapping[Key, np.ndarray]


@dataclass(frozen=True)
class Axes:
    """What the arrays of sums are about. levels: ids by position; areas: level → ids; years: all years.

    former: groups of areas that are no longer there, the level of each and their ids, by the positions that follow; those
    beyond are of pieces that nobody sees, and of what lies in no part. membership: what the areas are made of, see
    `StoredRelease`.
    """

    levels: Sequence[str]
    areas: Mapping[str, pd.Index]
    years: Sequence[int]
    former: Sequence[tuple[str, pd.Index]] = ()
    membership: Membership = field(default_factory=dict)

    def is_published(self, key: Key) -> bool:
        return key.level < len(self.levels)

    def is_former(self, key: Key) -> bool:
        return 0 <= key.level - len(self.levels) < len(self.former)

    def level_of(self, key: Key) -> str:
        """Id of a level that is or was published."""
        return self.former[key.level - len(self.levels)][0] if self.is_former(key) else self.levels[key.level]

    def areas_of(self, key: Key) -> pd.Index:
        if self.is_former(key):
            return self.former[key.level - len(self.levels)][1]
        return self.areas[self.levels[key.level]]


def protect(
    sums: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    axes: Axes,
    stored: StoredRelease | None,
    shares: Shares | None = None,
) -> Protection:
    """The protection of a release. Raises DataError in German words where a number cannot be protected.

    stored: the last one; areas that are no longer there have names of their own (see `memberships.renamed`). shares: of base
    units that are cut.
    """
    name = _named(fingerprint(sums, nestings, shares), axes)
    before = _before(sums, axes, stored)
    if stored is not None and stored.fingerprint == name:
        file = replace(stored, membership=axes.membership)
        # A sum without a row was never to be shown; a row that is not shown is hidden.
        hidden = {key: before[key].hidden if key in before else each.hidden for key, each in sums.items()}
        return Protection(hidden, stored.membership == axes.membership, file, _known_of_former(sums, axes, before))
    left, safe = all_left(sums, nestings, axes.levels, axes.areas), frozenset() if stored is None else stored.safe
    try:
        found = hiding(sums, nestings, before, safe, placed_before(left, stored), shares)
    except UnprotectableError as error:
        raise _refused(error, sums, nestings, axes) from error
    cells = known_after(_cells(sums, found.hidden, axes), stored, former_areas(axes.membership))
    return Protection(
        found.hidden,
        False,
        StoredRelease(name, cells, axes.membership, found.safe, unplaced_wholes(left), once_placed(left, stored)),
        _known_of_former(sums, axes, before),
    )


def told_kinds(stored: StoredRelease) -> list[tuple[str, int, str]]:
    """Measure, number of pooled years and level of everything that the file says something of."""
    kinds = stored.cells[["measure", "pool", "level"]].drop_duplicates()
    found = {(str(name).partition(ROUNDED)[0], int(pool), str(level)) for name, pool, level in kinds.to_numpy()}
    return sorted(found)


def _named(numbers: str, axes: Axes) -> str:
    """The fingerprint of the numbers with what they are about: the same numbers of other areas or years are another release,
    and what the file says of the former ones is not said of these."""
    about = [
        list(axes.levels), {level: [*map(str, areas)] for level, areas in axes.areas.items()}, [*map(int, axes.years)],
        [(level, [*map(str, areas)]) for level, areas in axes.former], axes.membership,
    ]  # fmt: skip
    text = json.dumps(about, sort_keys=True)
    return hashlib.blake2b(f"{numbers} {text}".encode(), digest_size=16).hexdigest()


def _known_of_former(sums: Mapping[Key, Sums], axes: Axes, before: Mapping[Key, Before]) -> dict[Key, np.ndarray]:
    found = {key: before[key].numbers for key in before if axes.is_former(key)}
    return {key: np.where(numbers == sums[key].numbers, numbers, np.nan) for key, numbers in found.items()}


def _before(sums: Mapping[Key, Sums], axes: Axes, stored: StoredRelease | None) -> dict[Key, Before]:
    """What the stored release says of the sums there are now; keys that it does not know are left out."""
    rows: dict[tuple[str, int, str], dict[str, pd.DataFrame]] = {}
    for (name, pool, level), of_name in (by_cell(stored) if stored is not None else {}).items():
        rows.setdefault((name.partition(ROUNDED)[0], pool, level), {})[name] = of_name
    found = {}
    for key, each in ((key, each) for key, each in sums.items() if axes.is_published(key) or axes.is_former(key)):
        if of_key := rows.get((key.measure, key.pool, axes.level_of(key))):
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


def _refused(error: UnprotectableError, sums: Mapping[Key, Sums], nestings: Sequence[Nesting], axes: Axes) -> DataError:
    """Which numbers would be given away by what must stay shown; of what lies in no part, the wholes."""
    start, problems = 0, []
    wholes = {nesting.unplaced: nesting.outer for nesting in nestings}
    for key, each in ((key._replace(level=wholes.get(key.level, key.level)), each) for key, each in sums.items()):
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
