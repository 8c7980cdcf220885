"""How many values a release hides, per source, and how many people that concerns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indicators.signs import Sign
from monitor.release import INHABITANTS, Release

OWN = (Sign.PRIMARY, Sign.SMALL_BASE)


@dataclass(frozen=True)
class SourceReport:
    """One source. values: what would be shown without protection; own, others: hidden for its own sake and for another's.

    inhabitants: share (0–1) of the inhabitants of the finest areas whose value is hidden, over all years; NaN where there
    are none.
    """

    source: str
    name: str
    values: int
    own: int
    others: int
    inhabitants: float

    @property
    def hidden(self) -> int:
        return self.own + self.others


def protection_report(release: Release) -> list[SourceReport]:
    """One entry per source that the catalogue uses, in the order of county.toml."""
    used = {each.source for each in release.catalogue.values()}
    return [_of_source(release, key) for key in release.county.sources if key in used]


def _of_source(release: Release, source: str) -> SourceReport:
    indicators = [each.id for each in release.catalogue.values() if each.source == source]
    signs = [release.series(level.id, each).sign for each in indicators for level in release.levels]
    own = sum(int(np.isin(each, OWN).sum()) for each in signs)
    others = sum(int((each == Sign.SECONDARY).sum()) for each in signs)
    shown = sum(int((each == Sign.SHOWN).sum()) for each in signs)
    return SourceReport(
        source,
        release.county.sources[source].name,
        shown + own + others,
        own,
        others,
        _inhabitants(release, indicators),
    )


def _inhabitants(release: Release, indicators: list[str]) -> float:
    concerned = everybody = 0.0
    for each in indicators:
        level = _finest(release, each)
        people = np.nan_to_num(release.series(level, INHABITANTS).count)
        sign = release.series(level, each).sign
        hidden = np.isin(sign, (*OWN, Sign.SECONDARY))
        concerned += float(people[hidden].sum())
        everybody += float(people[hidden | (sign == Sign.SHOWN)].sum())
    return concerned / everybody if everybody else float("nan")


def _finest(release: Release, indicator: str) -> str:
    """The finest level with numbers of the indicator, the whole where there is none."""
    levels = [level.id for level in release.levels if release.years_of(indicator, level.id)]
    return (levels or [release.whole.id])[-1]
