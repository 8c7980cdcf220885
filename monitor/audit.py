"""The audit: what an outsider could work out of a release, from its protected tables alone."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from scipy import sparse

from indicators.disclosure.elimination import recoverable
from indicators.disclosure.outsider import Intervals, feasible
from indicators.disclosure.shares import share_relations
from indicators.disclosure.sums import Key
from monitor.memberships import FORMER
from monitor.missing_years import measure_names
from monitor.outside import View, outside_view
from monitor.release import Release
from texts.unplaced import unplaced_in

CLOSE = 1e-4  # numbers of a linear program closer than this are one number
FORMER_LEVEL = "früherer Zuschnitt"
SINGLE = 1.0  # narrower intervals hold one whole number only


class What(Enum):
    """Which number becomes known."""

    HIDDEN = "hidden"  # of a count that is not shown for protection
    ROUNDED = "rounded"  # of a count that is shown, but only rounded
    SMALL = "small"  # so small that it must not be known, of a sum that nobody shows
    REST = "rest"  # the same, of all those of a whole who are no part of a numerator


class How(Enum):
    """How it follows from what is shown."""

    ELIMINATION = "elimination"  # by addition and subtraction
    BOUNDS = "bounds"  # because no other whole number is possible


@dataclass(frozen=True)
class Recovered:
    """One number that anybody can work out; which one it is, is not said.

    measure: what is counted, by its name. whole: of whom those are the rest, "" elsewhere. areas: names; several where it
    is the piece that they share. level: name of their level. pool: years added up, the last one is `year`.
    """

    what: What
    how: How
    measure: str
    whole: str
    areas: tuple[str, ...]
    level: str
    year: int
    pool: int


@dataclass(frozen=True)
class Audit:
    """shown, hidden: sums of people and things that are shown, and counts that are not for protection, each sum once.

    recovered: must be empty. narrowest: so wide at least is the interval in which each hidden count must lie; NaN where none is
    hidden. too_narrow: counts, hidden or rounded, with an interval narrower than their source asks. contradictory: sums
    that cannot hold together with the others. seconds: of work.
    """

    shown: int
    hidden: int
    recovered: tuple[Recovered, ...]
    narrowest: float
    too_narrow: int
    contradictory: int
    seconds: float


def audit(release: Release) -> Audit:
    """Attack everything that is shown: by exact elimination, and by the interval in which each hidden count must lie.

    A number is recovered if elimination determines it or if its interval holds one whole number only, be it hidden or shown
    rounded. Nobody to be found among nobody is no secret.
    """
    start = time.perf_counter()
    view = outside_view(release)
    found = feasible(view.published, view.question)
    exact = _eliminated(view, found)
    asked, width = _asked(view), found.highest - found.lowest
    single, hidden = _single(view, found), view.sums.hidden & ~_of_nobody(view, found)
    secret = hidden | (view.sums.rounded & (asked >= SINGLE))
    known = (secret & (single | exact)) | (single & _harmful(view, found))
    return Audit(
        shown=int(np.isfinite(view.sums.low).sum()),
        hidden=int(view.sums.hidden.sum()),
        recovered=tuple(_recovered(release, view, cell, bool(exact[cell])) for cell in np.flatnonzero(known)),
        narrowest=_narrowest(width[hidden], view.question.width[hidden]),
        too_narrow=int((width < asked - CLOSE)[secret].sum()),
        contradictory=len(found.contradictory),
        seconds=time.perf_counter() - start,
    )


def _eliminated(view: View, found: Intervals) -> np.ndarray:
    """Sums that follow by addition and subtraction, and by the shares of base units that are cut; without the relations that
    contradict others."""
    system = view.system
    kept = np.setdiff1d(np.arange(system.relations.shape[0]), found.contradictory)
    shares = share_relations(system.cut, system.share, system.layer)
    exact = recoverable(replace(system, relations=sparse.vstack([system.relations[kept], shares], format="csr")))
    return np.append(exact, np.zeros(len(view.rests), dtype=bool))


def _narrowest(width: np.ndarray, told: np.ndarray) -> float:
    """Intervals may be wider than they are told from a certain width on."""
    return float(np.minimum(width, told).round(3).min()) if width.size else float("nan")


def _single(view: View, found: Intervals) -> np.ndarray:
    """Sums that are not shown and can be one number only."""
    lowest = np.where(view.whole, np.ceil(found.lowest - CLOSE), found.lowest)
    highest = np.where(view.whole, np.floor(found.highest + CLOSE), found.highest)
    return np.asarray(highest - lowest < SINGLE * view.one)


def _harmful(view: View, found: Intervals) -> np.ndarray:
    """Sums that nobody shows, and that must not become known if they are single numbers."""
    sums = view.sums
    # Shares of persons need not reach the next whole number.
    margin = np.where(view.whole, SINGLE - CLOSE, CLOSE)
    within = (found.lowest > sums.least - SINGLE + CLOSE) & (found.highest < sums.most + margin)
    # Where parts of persons move, an interval between two whole numbers was left as soon as it was seen not to be small.
    followed = (found.lowest < sums.most + CLOSE) & (found.highest > sums.least - CLOSE)
    return np.asarray(within & followed & ~sums.hidden & ~_of_nobody(view, found))


def _of_nobody(view: View, found: Intervals) -> np.ndarray:
    """Sums that are 0 because nobody is there who could be counted."""
    highest = np.where(np.isnan(found.highest), view.sums.numbers, found.highest)
    zero = (highest < CLOSE) & (_single(view, found) | np.isnan(found.highest))
    nobody = np.zeros(zero.size, dtype=bool)
    for first, base in ((view.bases[:, 0], view.bases[:, 1]), (_rest_cells(view), view.rests[:, 1])):
        nobody[first] |= zero[base]
    return nobody & zero


def _rest_cells(view: View) -> np.ndarray:
    return view.places.size + np.arange(len(view.rests))


def _asked(view: View) -> np.ndarray:
    """How wide the interval of each count that is hidden or rounded must be: as asked, as far as a base that is shown
    leaves room."""
    part, base = view.bases.T
    asked, room = view.sums.asked.copy(), view.sums.high[base] - np.nan_to_num(view.sums.low[part])
    np.minimum.at(asked, part, np.where(np.isfinite(room), room, np.inf))
    return asked


def _recovered(release: Release, view: View, cell: int, exact: bool) -> Recovered:
    names, rest = measure_names(release.catalogue), cell - view.places.size
    part, whole = view.rests[rest] if rest >= 0 else (cell, cell)
    key, area, year = _place(view, int(part))
    areas, level = _names_of_areas(release, key.level, area)
    return Recovered(
        what=What.REST if rest >= 0 else _what(view, cell),
        how=How.ELIMINATION if exact else How.BOUNDS,
        measure=names.get(key.measure, ""),
        whole=names.get(_place(view, int(whole))[0].measure, "") if rest >= 0 else "",
        areas=areas,
        level=level,
        year=release.years[year],
        pool=key.pool,
    )


def _what(view: View, cell: int) -> What:
    if view.sums.rounded[cell]:
        return What.ROUNDED
    return What.HIDDEN if view.sums.hidden[cell] else What.SMALL


def _place(view: View, cell: int) -> tuple[Key, int, int]:
    """Kind of sum, position of the area and of the year."""
    key = next(
        key for key, (areas, years) in view.places.shape.items() if 0 <= cell - view.places.start[key] < areas * years
    )
    area, year = divmod(cell - view.places.start[key], view.places.shape[key][1])
    return key, area, year


def _names_of_areas(release: Release, level: int, area: int) -> tuple[tuple[str, ...], str]:
    """Name of an area and of its level; of a piece, those of the areas that share it; of a former area, its id; of what lies
    in no part, that of the whole."""
    if level < len(release.known_levels):
        spec = release.known_levels[level]
        known = str(release.areas(spec.id)[area])
        return (release.hierarchy.names.get(known, known),), spec.name  # areas of drafts have no name there
    if level < len(release.known_levels) + len(release.former):
        return (release.former[level - len(release.known_levels)][area].partition(FORMER)[0],), FORMER_LEVEL
    for nesting in release.nestings:
        if nesting.unplaced == level:
            (whole,), of_whole = _names_of_areas(release, nesting.outer, area)
            return (unplaced_in(whole),), of_whole
    around = [
        (nesting.outer, nesting.outer_of[area])
        for nesting in release.nestings
        if nesting.inner == level and nesting.outer < len(release.known_levels)
    ]
    return tuple(_names_of_areas(release, outer, at)[0][0] for outer, at in around if at >= 0), ""
