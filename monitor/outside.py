"""What an outsider has of a release: every number that is shown, once, and the sums that tie them to what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.catalogue import Indicator, Method
from indicators.disclosure.outsider import Published
from indicators.disclosure.places import Places
from indicators.disclosure.rounding import highest, lowest, roundings_of_levels
from indicators.disclosure.states import Question
from indicators.disclosure.sums import Key, Sums
from indicators.disclosure.system import NEVER, System
from indicators.disclosure.system_of_sums import system_of
from indicators.signs import Sign
from monitor.release import INHABITANTS, Release

PROTECTED = (Sign.PRIMARY, Sign.SECONDARY, Sign.SMALL_BASE, Sign.SECRET, Sign.UNKNOWN)
AMPLE = 2  # intervals so many times as wide as asked for need not be told apart
MANY = 200_000  # sums that are not shown: from then on no intervals wider than asked for are told apart


@dataclass(frozen=True)
class Seen:
    """Sums as an outsider sees them; arrays of one shape.

    low, high: between which numbers each lies by what is shown of it alone; the same where it is shown as it is, apart where
    it is rounded, NaN where nobody shows it. hidden: counts that a sign says are protected. interval: how wide those and
    rounded ones must stay. least, most: numbers between these must not become known; most is below least where any may.
    """

    low: np.ndarray
    high: np.ndarray
    hidden: np.ndarray
    interval: np.ndarray
    least: np.ndarray
    most: np.ndarray

    @classmethod
    def of(
        cls, shown: tuple[np.ndarray, np.ndarray], hidden: np.ndarray, interval: float, least: float, most: float
    ) -> Seen:
        return cls(*shown, hidden, *(np.full(hidden.shape, float(each)) for each in (interval, least, most)))

    @property
    def numbers(self) -> np.ndarray:
        """Those that are shown as they are, NaN elsewhere."""
        return np.where(self.low == self.high, self.low, np.nan)

    @property
    def rounded(self) -> np.ndarray:
        return np.asarray(self.high > self.low)

    @property
    def asked(self) -> np.ndarray:
        """How wide the intervals must stay, as far as what is shown of each alone leaves room."""
        return np.where(self.rounded, np.minimum(self.interval, self.high - self.low), self.interval)

    def merged(self, other: Seen) -> Seen:
        """What two uses of the same sums say together: shown by either, protected by either."""
        low = np.fmax(self.low, other.low)  # the same number, unless the "–" of one is that of its base
        return Seen(
            low,
            np.fmax(np.fmin(self.high, other.high), low),
            self.hidden | other.hidden,
            np.maximum(self.interval, other.interval),
            np.minimum(self.least, other.least),
            np.maximum(self.most, other.most),
        )

    def unseen(self, areas: int) -> Seen:
        """Sums of so many areas that nobody shows, under the same rule."""
        shape = (areas, self.numbers.shape[1])
        unknown, nowhere = np.full(shape, np.nan), np.zeros(shape, dtype=bool)
        return Seen.of((unknown, unknown), nowhere, self.interval.max(), self.least.min(), self.most.max())

    def flat(self) -> Seen:
        return Seen(*(getattr(self, each.name).ravel() for each in fields(self)))


@dataclass(frozen=True)
class View:
    """All sums, one entry each: those of `places`, then the rests of wholes without their parts.

    whole: what counts in whole numbers. persons: what counts people, in shares of them where base units are cut. one: how much
    one person is, the share in a part of such a unit. bases: (numerator, denominator) of all indicators. rests: (part, whole)
    of each rest. system: the sums of `places` for elimination.
    """

    published: Published
    sums: Seen
    whole: np.ndarray
    persons: np.ndarray
    one: np.ndarray
    bases: np.ndarray
    rests: np.ndarray
    places: Places
    system: System

    @property
    def question(self) -> Question:
        """Hidden counts are asked for whatever they are; others while they may be small, or nobody at all."""
        hidden, sums = self.sums.hidden, self.sums
        others, secret = np.where(self.persons, 1.0, 0.0), hidden | sums.rounded
        ample = AMPLE if np.count_nonzero(np.isnan(sums.numbers)) < MANY else 1
        return Question(
            width=np.where(hidden, np.maximum(ample * sums.interval, 1.0), np.where(sums.rounded, sums.asked, others)),
            least=np.where(secret, -np.inf, 0.0),
            most=np.where(secret, np.inf, np.maximum(sums.most, 0.0)),
        )


def outside_view(release: Release) -> View:
    """The view of somebody who has all protected tables, and nothing else."""
    seen = _seen(release)
    unseen = {key: Sums.unseen(each.numbers) for key, each in seen.items()}
    system, places = system_of(unseen, release.nestings, release.shares)
    sums = _joined([each.flat() for each in seen.values()])
    unknown = np.isnan(sums.numbers)
    in_parts = _in_parts(seen)
    persons = np.concatenate([np.full(each.numbers.size, key.measure not in in_parts) for key, each in seen.items()])
    whole = persons & ~_shared_out(release, places)
    # A part of a unit is as small as the unit is.
    one = np.where(system.cut >= 0, system.share, 1.0)
    sums = replace(sums, hidden=sums.hidden & np.isnan(sums.low), most=np.where(persons, one * sums.most, -1.0))
    rests, of_rests = _rests(release, places, unknown)
    one = np.append(one, one[rests[:, 0]])
    everything = _joined([sums, replace(of_rests, most=one[places.size :] * of_rests.most)])
    return View(
        published=_with_rests(system.relations, everything, rests),
        sums=everything,
        whole=np.append(whole, whole[rests[:, 0]] | ~persons[rests[:, 0]]),
        persons=np.append(persons, np.ones(len(rests), dtype=bool)),
        one=one,
        bases=np.concatenate([pair for _, _, pair in _pairs(release, places)] or [np.zeros((0, 2), dtype=np.intp)]),
        rests=rests,
        places=places,
        system=replace(system, hidden=unknown, tier=np.where(unknown, NEVER, 0)),
    )


class _Table(NamedTuple):
    """What is shown of one indicator at one level, so many years pooled."""

    indicator: Indicator
    pool: int
    level: int
    count: np.ndarray
    base: np.ndarray
    sign: np.ndarray


def _roundings(release: Release) -> dict[tuple[str, int], int]:
    """(measure, level) → base to which it is rounded there, as everybody can see."""
    public = {each.id: release.county.protection_for(each.source).public_levels for each in release.catalogue.values()}
    names = [level.id for level in release.known_levels]
    found = roundings_of_levels(list(release.catalogue.values()), public, names)
    return {(measure, names.index(level)): base for (measure, level), base in found.items()}


def _told(numbers: np.ndarray, base: int, beyond: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Between which numbers a shown one lies. beyond: a whole that was rounded lower may have cut it off."""
    if not base:
        return numbers, np.where(beyond, np.inf, numbers)
    cut_off = beyond | (numbers % base != 0)
    multiple = np.ceil(numbers / base) * base
    low = np.where(numbers == 0, 0.0, lowest(multiple, base))  # small counts are hidden, so that a 0 is one
    return low, np.where(numbers == 0, 0.0, np.where(cut_off, np.inf, highest(multiple, base)))


def _tables(release: Release) -> Iterator[_Table]:
    """Every indicator at every level, pooled as for the level itself and as for each finer one."""
    inhabitants = Indicator(INHABITANTS, "", "", Method.COUNT, release.county.inhabitants, "")
    for indicator in (*release.catalogue.values(), inhabitants):
        for position, level in enumerate(release.known_levels):
            finer = {release.plan(indicator.id, each.id).pool: each.id for each in release.known_levels[position:]}
            for pool, as_at in finer.items():
                values = release.series(level.id, indicator.id, as_at)
                if indicator.method is not Method.GIVEN and not (values.sign == Sign.NOT_AT_LEVEL).all():
                    yield _Table(indicator, pool, position, values.count, values.base, values.sign)


def _seen(release: Release) -> dict[Key, Seen]:
    """What is shown, the single years behind pooled ones, what readers know of former areas, and the pieces of which all
    divisions are made."""
    found: dict[Key, Seen] = {}

    def add(key: Key, seen: Seen) -> None:
        found[key] = found[key].merged(seen) if key in found else seen
        if key.pool > 1:
            add(key._replace(pool=1), seen.unseen(len(seen.numbers)))

    bases = _roundings(release)
    for table in _tables(release):
        for measure, seen in _uses(release, table, bases):
            add(Key(measure, table.pool, table.level), seen)
    for key, numbers in release.protection.former.items():
        alike = next(seen for other, seen in found.items() if (other.measure, other.pool) == (key.measure, key.pool))
        add(key, replace(alike.unseen(len(numbers)), low=numbers, high=numbers))
    return {**found, **_of_pieces(release, found), **_unplaced(release, found)}


def _unplaced(release: Release, found: Mapping[Key, Seen]) -> dict[Key, Seen]:
    """What lies in no part, where sources say that this may be; of nobody it is no secret that nobody is there."""
    parts = {nesting.unplaced: nesting.inner for nesting in release.nestings}
    alike = {
        key: found[key._replace(level=parts[key.level])].unseen(len(each)) for key, each in release.unplaced.items()
    }
    return {
        key: replace(alike[key], low=numbers, high=numbers, least=np.ones_like(numbers))
        for key, numbers in release.unplaced.items()
    }


def _of_pieces(release: Release, found: Mapping[Key, Seen]) -> dict[Key, Seen]:
    """The single years of every measure in the pieces that nobody is shown."""
    made_of = {nesting.inner: len(nesting.outer_of) for nesting in release.nestings}
    pieces: dict[Key, Seen] = {}
    for level in sorted(set(made_of) - set(range(len(release.known_levels)))):
        for key, seen in ((key._replace(level=level), seen) for key, seen in found.items() if key.pool == 1):
            unseen = seen.unseen(made_of[level])
            pieces[key] = pieces[key].merged(unseen) if key in pieces else unseen
    return pieces


def _uses(release: Release, table: _Table, bases: Mapping[tuple[str, int], int]) -> Iterator[tuple[str, Seen]]:
    """Numerator and denominator of a table under the rule of their source."""
    rule, indicator = _rule(release, table.indicator, table.level), table.indicator
    of_count, of_base = (bases.get((each, table.level), 0) for each in (indicator.numerator, indicator.denominator))
    protected = _secret(release, table)
    count = np.where(table.sign == Sign.NOTHING, 0.0, table.count)
    may_be_cut = indicator.method is Method.PROPORTION and of_base not in (0, of_count)
    shown = _told(count, of_count, (count == table.base) & may_be_cut)
    yield indicator.numerator, Seen.of(shown, protected, rule.interval, rule.least, rule.most)
    if indicator.denominator:
        shown = _told(table.base, of_base, np.zeros_like(protected))
        interval = rule.interval if of_base else 0
        yield indicator.denominator, Seen.of(shown, np.zeros_like(protected), interval, 1, rule.most)


def _secret(release: Release, table: _Table) -> np.ndarray:
    """Counts that are not shown for protection; those that only go with a base that is hidden to protect others are no secret,
    unless they are small."""
    key = Key(table.indicator.numerator, table.pool, table.level)
    for_others = release.protection.hidden.get(key, np.ones(table.sign.shape, dtype=bool))
    return np.isin(table.sign, PROTECTED) & ((table.sign != Sign.SECONDARY) | for_others)


class _Rule(NamedTuple):
    interval: float
    least: float
    most: float


def _rule(release: Release, indicator: Indicator, level: int) -> _Rule:
    """What the indicator's source asks for at a level: numbers that everybody knows anyway need no protection."""
    asked = release.county.protection_for(indicator.source)
    interval = asked.threshold if asked.interval is None else asked.interval
    public = level < len(release.known_levels) and release.known_levels[level].id in asked.public_levels
    return _Rule(interval, 0 if asked.zeros_sensitive else 1, -1 if public else asked.threshold - 1)


def _in_parts(seen: Mapping[Key, Seen]) -> set[str]:
    """Measures that count nobody, such as km² and full-time equivalents: with decimals even where no base unit is cut."""
    coarsest = {
        measure: min(key.level for key in seen if key.measure == measure) for measure in {key.measure for key in seen}
    }
    return {key.measure for key, each in seen.items()
            if key.level == coarsest[key.measure] and not _in_whole_numbers(each.numbers)}  # fmt: skip


def _shared_out(release: Release, places: Places) -> np.ndarray:
    """Parts of base units that are cut, and the sums of areas with such a part: they need not be whole numbers."""
    found, shares = np.zeros(places.size, dtype=bool), release.shares
    if shares is None:
        return found
    is_part = shares.unit >= 0
    rows = {shares.level: np.flatnonzero(is_part)}
    for nesting in (each for each in release.nestings if each.inner == shares.level):
        rows[nesting.outer] = np.unique(nesting.outer_of[is_part & (nesting.outer_of >= 0)])
    for key in places.shape:
        found[places.at(key)[rows.get(key.level, [])]] = True
    return found


def _in_whole_numbers(numbers: np.ndarray) -> bool:
    known = numbers[np.isfinite(numbers)]
    return bool((known == np.round(known)).all())


def _pairs(release: Release, places: Places) -> Iterator[tuple[Indicator, int, np.ndarray]]:
    """(numerator, denominator) of every indicator, level by level; indicators that divide the same, once."""
    divided = {(each.numerator, each.denominator, each.method): each for each in release.catalogue.values()}
    for indicator in divided.values():
        for key in places.start:
            base = key._replace(measure=indicator.denominator)
            # More may be left of a part than of its whole, where one source has addresses and another has none.
            if key.measure == indicator.numerator and base in places.start and key not in release.unplaced:
                yield indicator, key.level, np.column_stack([places.at(key).ravel(), places.at(base).ravel()])


def _rests(release: Release, places: Places, unknown: np.ndarray) -> tuple[np.ndarray, Seen]:
    """(part, whole) wherever one of both is not shown, and what is asked about the whole without its part."""
    found = [(np.zeros((0, 2), dtype=np.intp), _unseen_rests(0, _Rule(0, 1, -1)))]
    for indicator, level, pairs in _pairs(release, places):
        if indicator.method is Method.PROPORTION:
            left = pairs[unknown[pairs].any(axis=1)]
            found.append((left, _unseen_rests(len(left), _rule(release, indicator, level))))
    pairs_of, rests = zip(*found, strict=True)
    return np.concatenate(pairs_of), _joined(rests)


def _unseen_rests(size: int, rule: _Rule) -> Seen:
    unknown = np.full(size, np.nan)
    return Seen.of((unknown, unknown), np.zeros(size, dtype=bool), 0, rule.least, rule.most)


def _joined(parts: Sequence[Seen]) -> Seen:
    return Seen(*(np.concatenate([getattr(part, each.name) for part in parts]) for each in fields(Seen)))


def _with_rests(relations: sparse.csr_array, sums: Seen, pairs: np.ndarray) -> Published:
    """The relations, and for every pair: the whole is the part and the rest."""
    count, first = len(pairs), relations.shape[1]
    cells = np.column_stack([pairs[:, 1], pairs[:, 0], first + np.arange(count)])
    rows = np.repeat(np.arange(count), 3)
    made = sparse.csr_array((np.tile([1.0, -1.0, -1.0], count), (rows, cells.ravel())), shape=(count, first + count))
    wider = sparse.csr_array(
        (relations.data, relations.indices, relations.indptr), shape=(relations.shape[0], first + count)
    )
    near = np.where(sums.rounded, sums.low, 0.0), np.where(sums.rounded, sums.high, np.inf)
    return Published(sums.numbers, sparse.vstack([wider, made], format="csr"), *near)
