"""A release: everything that may be seen of one data folder.

Pages, maps, exports and the command line read nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from geodata.hierarchy import Hierarchy
from geodata.neighbours import neighbours
from geodata.places import Place
from geodata.scheme import Scheme, Status
from indicators.benchmark import Comparison, compare
from indicators.catalogue import Catalogue, Indicator, Method
from indicators.counted import Counted, Told, counted
from indicators.disclosure.shares import Shares
from indicators.disclosure.sums import Key as SumKey
from indicators.disclosure.sums import Nesting
from indicators.gate import released
from indicators.plan import Plan, Plans, plans_of
from indicators.primary import Rule
from indicators.rates import Estimate
from indicators.signs import Sign
from indicators.unplaced import known_of_unplaced, with_unplaced
from indicators.values import Values
from monitor.county import County, LevelSpec
from monitor.cuts import drawn_by, hidden_at_cut
from monitor.drafts import DRAFTS, SPEC, drafts_with, promoted, with_drafts
from monitor.folder import Folder, open_folder
from monitor.ground import Ground, ground_of
from monitor.memberships import former_areas, joined, membership_of, renamed, with_parts
from monitor.protection import Axes, Protection, protect, told_kinds
from monitor.release_file import Membership, StoredRelease, read_release_file
from monitor.release_number import release_number
from monitor.schemes import drawn_level
from monitor.smoothed import smoothed_rates
from monitor.story import Story
from monitor.uninhabited import uninhabited_units
from monitor.unplaced_measures import unplaced_measures
from problem import Problem

Key = tuple[str, str, int]  # indicator id, level, pooled years
INHABITANTS = "#inhabitants"  # the figure behind "at least 300 inhabitants"; no catalogue heading can be called so


@dataclass(frozen=True)
class Release:
    """Protected tables of one data folder with what is needed to read them.

    levels: published levels from the whole to the parts, then the divisions beside the finest of them. known_levels: the
    same and that of drafts, whose numbers their municipalities know; the positions of what is protected.
    years: all years of the delivery.
    delivered: the areas as they came with the data, has_schemes: whether a municipality has drawn others.
    story: the prepared one of the folder, () where there is none.
    uninhabited: ids of unpublished areas in which nobody lives, see `uninhabited_units`.
    former: ids of areas that were published before they were drawn anew, in groups.
    nestings: which areas make up which, by positions of the areas and of `known_levels`, then of `former`, then of pieces.
    shares: which of the pieces are parts of base units that are cut.
    unplaced: of what lies in no part, what everybody knows by what the sources say: 0 or, NaN, nothing.
    Numbers come from `table` and `over_years`; a hidden number is NaN there and its sign says why.
    """

    county: County
    catalogue: Catalogue
    hierarchy: Hierarchy
    delivered: Hierarchy
    has_schemes: bool
    levels: tuple[LevelSpec, ...]
    known_levels: tuple[LevelSpec, ...]
    years: tuple[int, ...]
    warnings: tuple[Problem, ...]
    deliveries: pd.DataFrame
    story: Story
    places: tuple[Place, ...]
    uninhabited: pd.Index
    former: tuple[pd.Index, ...]
    nestings: tuple[Nesting, ...]
    shares: Shares | None
    protection: Protection
    plans: Plans
    _areas: Mapping[str, pd.Index]
    _values: Mapping[Key, Values]
    _comparisons: Mapping[Key, np.ndarray]
    _smoothed: Mapping[tuple[str, str], np.ndarray]
    unplaced: Mapping[SumKey, np.ndarray] = field(default_factory=dict)

    @property
    def whole(self) -> LevelSpec:
        return self.levels[0]

    @cached_property
    def number(self) -> str:
        """What tells this release from another one, see `release_number`."""
        return release_number(self._values)

    @property
    def finest(self) -> LevelSpec:
        """The finest level of the chain; divisions stand beside it."""
        return self.levels[-1 - len(self.county.divisions)]

    def above(self, level: str) -> LevelSpec | None:
        """The level in which the areas of this one lie; None for the whole."""
        position = [each.id for each in self.levels].index(level)
        if level in self.hierarchy.divisions:
            position = self.levels.index(self.finest)
        return self.levels[position - 1] if position else None

    def level(self, level_id: str) -> LevelSpec:
        return next(level for level in self.levels if level.id == level_id)

    def areas(self, level: str) -> pd.Index:
        return self._areas[level]

    def plan(self, indicator: str, level: str) -> Plan:
        """What is done to the indicator at this level: years pooled, smoothing."""
        return self.plans[indicator, level]

    def series(self, level: str, indicator: str, pooled_as: str = "") -> Values:
        """Protected values of all years, arrays of the shape (areas, years).

        pooled_as: a finer level; years are pooled as there, so that its areas can be compared with this level's.
        """
        return self._values[self._key(level, indicator, pooled_as)]

    def table(self, level: str, indicator: str, year: int, pooled_as: str = "") -> pd.DataFrame:
        """One indicator in one year: index area id; count, base, value, four limits, smoothed, comparison and sign.

        smoothed: the rate the map is coloured by, NaN where nothing is smoothed. pooled_as: as in `series`.
        """
        position, values = self.years.index(year), self.series(level, indicator, pooled_as)
        columns = {"count": values.count, "base": values.base, **values.estimate._asdict()}
        table = pd.DataFrame({name: array[:, position] for name, array in columns.items()}, index=self._areas[level])
        smoothed = self._smoothed.get((indicator, level)) if not pooled_as else None
        table["smoothed"] = np.nan if smoothed is None else smoothed[:, position]
        table["comparison"] = self._comparisons[self._key(level, indicator, pooled_as)][:, position]
        table["sign"] = values.sign[:, position]
        return table

    def over_years(self, level: str, indicator: str, pooled_as: str = "") -> pd.DataFrame:
        """Values of one indicator: index area id, one column per year."""
        return self._frame(level, self.series(level, indicator, pooled_as).estimate.value)

    def smoothed_over_years(self, level: str, indicator: str) -> pd.DataFrame:
        """As `over_years`, with the smoothed values where the plan smooths."""
        return self._frame(level, self._smoothed.get((indicator, level), self.series(level, indicator).estimate.value))

    def signs_over_years(self, level: str, indicator: str, pooled_as: str = "") -> pd.DataFrame:
        """Signs of one indicator: index area id, one column per year."""
        return self._frame(level, self.series(level, indicator, pooled_as).sign)

    def benchmark(self, indicator: str, year: int, level: str) -> pd.Series:
        """The county's own row of `table` for areas of a level: from summed counts, never a mean of areas."""
        return self.table(self.whole.id, indicator, year, pooled_as=level).iloc[0]

    def inhabitants(self, level: str, year: int) -> pd.Series:
        """Inhabitants by area; NaN where unknown or hidden."""
        return self.table(level, INHABITANTS, year)["value"]

    def years_of(self, indicator: str, level: str) -> list[int]:
        """Years in which the indicator has at least one number at this level."""
        shown = (self.series(level, indicator).sign == Sign.SHOWN).any(axis=0)
        return [year for year, has_number in zip(self.years, shown, strict=True) if has_number]

    def indicators_at(self, level: str) -> list[Indicator]:
        """The catalogue's indicators that have a number at this level, in the catalogue's order."""
        return [indicator for indicator in self.catalogue.values() if self.years_of(indicator.id, level)]

    def _key(self, level: str, indicator: str, pooled_as: str) -> Key:
        return indicator, level, self.plans[indicator, pooled_as or level].pool

    def _frame(self, level: str, array: np.ndarray) -> pd.DataFrame:
        return pd.DataFrame(array, index=self._areas[level], columns=pd.Index(self.years, name="year"))


def make_release(folder: Folder, draft: Scheme | None = None) -> Release:
    """Everything of a checked folder that has passed the disclosure gate.

    draft: a municipality's draft that is to hold numbers from now on, in place of the one that did so far.
    """
    levels = (*(level for level in folder.county.levels if level.published), *folder.county.divisions)
    published = [level.id for level in levels]
    membership = membership_of(folder.hierarchy, published)
    stored = _stored(folder, membership)
    hierarchy, known_levels = folder.hierarchy, levels
    drawn = drawn_level(folder.county)
    if drawn and (drafts := drafts_with(stored, draft, membership.get(drawn, {}), folder.cuts)):
        hierarchy = with_drafts(hierarchy, drafts, published[published.index(drawn) - 1])
        known_levels, membership = (*levels, SPEC), {**membership, DRAFTS: drafts}
    stored = None if stored is None else renamed(stored, membership)
    former = {} if stored is None else former_areas(stored.membership)
    known = [level.id for level in known_levels]
    ground = ground_of(folder.counts, hierarchy, known, former, folder.delivered, folder.cuts)
    measured = _with_inhabitants(folder.catalogue, folder.county)
    plans = plans_of(measured, ground.levels)
    found = _counted(folder, measured, ground, plans, () if stored is None else told_kinds(stored))
    groups = [(each.level, each.completed.areas) for each in ground.former]
    years = tuple(int(year) for year in folder.counts.years)
    axes = Axes(known, ground.areas, years, groups, joined(membership, former))
    placing = with_unplaced(
        found, ground.nestings, unplaced_measures(folder.catalogue, folder.county), ground.positions
    )
    protection = protect(placing.sums, placing.nestings, axes, stored, ground.shares)
    ground = replace(ground, nestings=placing.nestings)
    release = _assembled(folder, levels, known_levels, ground, plans, found, protection)
    return replace(release, unplaced=known_of_unplaced(placing))


def at_cut(release: Release, folder: Folder, schemes: Mapping[str, Scheme]) -> Release:
    """The release as it looks when municipalities are drawn by these schemes, by what the stored protection shows of them.

    schemes: municipality → scheme; the others are as they came with the data. folder: the one of the release. Areas of
    which nothing was ever protected are hidden whole: only published versions and the draft that holds numbers have any.
    """
    levels = tuple(level for level in folder.county.levels if level.published)
    published = [level.id for level in levels]
    hierarchy = drawn_by(folder, schemes)
    ground = ground_of(folder.counts, hierarchy, published, {}, folder.delivered)
    measured = _with_inhabitants(folder.catalogue, folder.county)
    found = _counted(folder, measured, ground, release.plans)
    axes = Axes(published, ground.areas, release.years, (), membership_of(hierarchy, published))
    hidden = hidden_at_cut(found.sums, axes, release.protection.file)
    protection = replace(release.protection, hidden=hidden, former={})
    cut = replace(folder, hierarchy=hierarchy, county=replace(folder.county, divisions=()))
    return _assembled(cut, levels, levels, ground, release.plans, found, protection)


def at_cut_of(release: Release, path: Path, schemes: Mapping[str, Scheme]) -> Release:
    """As `at_cut`, of the data folder at `path`."""
    return at_cut(release, open_folder(path), schemes)


def _stored(folder: Folder, membership: Membership) -> StoredRelease | None:
    stored, drawn = read_release_file(folder.path), drawn_level(folder.county)
    return promoted(with_parts(stored, folder.cuts), membership, drawn) if stored and drawn else stored


def _counted(folder: Folder, measured: Catalogue, ground: Ground, plans: Plans, told: Collection[Told] = ()) -> Counted:
    nobody = folder.county.inhabitants if len(uninhabited_units(folder)) else ""
    rules = {each.id: _rule(each, folder.county) for each in measured.values()}
    return counted(measured, ground.levels, rules, plans, ground.pieces, ground.former, ground.shares, told, nobody)


def _assembled(
    folder: Folder,
    levels: tuple[LevelSpec, ...],
    known_levels: tuple[LevelSpec, ...],
    ground: Ground,
    plans: Plans,
    found: Counted,
    protection: Protection,
) -> Release:
    values = released(found, protection.hidden)
    seen = {level.id for level in levels}
    return Release(
        county=folder.county,
        catalogue=folder.catalogue,
        hierarchy=folder.hierarchy,
        delivered=folder.delivered or folder.hierarchy,
        has_schemes=any(scheme.status is not Status.DRAFT for scheme in folder.schemes),
        levels=levels,
        known_levels=known_levels,
        years=tuple(int(year) for year in folder.counts.years),
        protection=protection,
        warnings=tuple(folder.problems),
        deliveries=folder.deliveries,
        places=folder.places,
        story=folder.story,
        uninhabited=uninhabited_units(folder),
        former=tuple(each.completed.areas for each in ground.former),
        nestings=ground.nestings,
        shares=ground.shares,
        plans=plans,
        _areas=ground.areas,
        _values=values,
        _comparisons=_compared(values, levels[0].id),
        _smoothed=smoothed_rates(
            _with_inhabitants(folder.catalogue, folder.county),
            {pair: plan for pair, plan in plans.items() if pair[1] in seen},
            lambda indicator, level: _numbers(values[indicator, level, plans[indicator, level].pool]),
            ground.areas,
            lambda level: neighbours(folder.hierarchy.areas(level)[["geometry"]]),
        ),
    )


def _with_inhabitants(catalogue: Catalogue, county: County) -> Catalogue:
    finest = [level for level in county.levels if level.published][-1]
    inhabitants = Indicator(
        id=INHABITANTS, name="", theme="", method=Method.COUNT, numerator=county.inhabitants, numerator_name="", per=1,
        level=finest.id,
    )  # fmt: skip
    return {**catalogue, INHABITANTS: inhabitants}


def _rule(indicator: Indicator, county: County) -> Rule:
    asked = county.protection_for(indicator.source)
    interval = asked.threshold if asked.interval is None else asked.interval
    return Rule(asked.threshold, asked.minimum_base, asked.zeros_sensitive, interval, asked.public_levels)


def _numbers(values: Values) -> tuple[np.ndarray, np.ndarray]:
    return values.count, values.base


def _compared(values: Mapping[Key, Values], whole: str) -> dict[Key, np.ndarray]:
    return {
        (indicator, level, pool): _not_compared(found.estimate)
        if level == whole
        else compare(found.estimate, values[indicator, whole, pool].estimate.value)
        for (indicator, level, pool), found in values.items()
    }


def _not_compared(estimate: Estimate) -> np.ndarray:
    return np.full(estimate.value.shape, Comparison.NOT_COMPARED, dtype=np.int8)
