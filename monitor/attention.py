"""The county's attention rules, applied to a release.

A hidden component of an index is replaced by the value its area's municipality publishes (or the whole county's, if
that is hidden too). So every index, class, rank and reason is a function of published numbers alone and can reveal no
hidden one.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.attention import Attention, county_rule, mss_rule
from indicators.benchmark import is_unfavourable
from indicators.signs import Sign
from monitor.release import Release

RULES = ("county", "mss")
HIDDEN = (Sign.PRIMARY, Sign.SECONDARY, Sign.SMALL_BASE, Sign.SECRET)


def attention(release: Release, level: str, year: int, rule: str) -> Attention:
    """Result of one rule ("county" or "mss") for all areas of a level."""
    return {"county": _county_rule, "mss": _mss_rule}[rule](release, level, year)


def indicators_of(release: Release, rule: str) -> tuple[str, ...]:
    """The indicators a rule looks at, in the county's order."""
    spec = release.county.attention
    return {"county": spec.county.indicators, "mss": spec.mss.status}[rule]


def hidden_of(release: Release, level: str, year: int, indicators: Sequence[str]) -> pd.DataFrame:
    """areas × indicators: True where the value is hidden for protection."""
    return pd.DataFrame({each: release.table(level, each, year)["sign"].isin(HIDDEN) for each in indicators})


def missing_of(release: Release, level: str, year: int, indicators: Sequence[str]) -> pd.DataFrame:
    """areas × indicators: True where there is no value, and not for protection."""
    return pd.DataFrame(
        {each: ~release.table(level, each, year)["sign"].isin([Sign.SHOWN, *HIDDEN]) for each in indicators}
    )


def _county_rule(release: Release, level: str, year: int) -> Attention:
    spec = release.county.attention.county
    tables = {each: release.table(level, each, year) for each in spec.indicators}
    polarity = _polarity(release, spec.indicators)
    values = pd.DataFrame({each: table["value"] for each, table in tables.items()}, index=release.areas(level))
    unfavourable = pd.DataFrame(
        {each: is_unfavourable(t["comparison"], int(polarity[each]), spec.confidence) for each, t in tables.items()},
        index=release.areas(level),
    )
    return county_rule(values, unfavourable, polarity, spec.k, _considered(release, level, year))


def _mss_rule(release: Release, level: str, year: int) -> Attention:
    spec = release.county.attention.mss
    considered = _considered(release, level, year) & ~release.areas(level).isin(spec.outliers)
    values = _with_stand_ins(release, level, year, spec.status)
    return mss_rule(
        values, _changes(release, level, year), _polarity(release, (*spec.status, *spec.dynamics)), considered
    )


def _changes(release: Release, level: str, year: int) -> pd.DataFrame:
    """Change in percentage points over the rule's years; empty where the earlier year is not in the folder."""
    spec = release.county.attention.mss
    if spec.dynamics_years == 0:
        return _with_stand_ins(release, level, year, spec.dynamics)
    if year - spec.dynamics_years not in release.years:
        return pd.DataFrame(index=release.areas(level))
    return _with_stand_ins(release, level, year, spec.dynamics, since=year - spec.dynamics_years)


def _with_stand_ins(
    release: Release, level: str, year: int, indicators: Sequence[str], since: int | None = None
) -> pd.DataFrame:
    """areas × indicators: values of the year (or changes since another), hidden ones taken from the level above."""
    columns = {each: _stood_in(release, level, level, year, each, since) for each in indicators}
    return pd.DataFrame(columns, index=release.areas(level))


def _stood_in(release: Release, level: str, judged: str, year: int, indicator: str, since: int | None) -> pd.Series:
    """Values of a level with years pooled as at the level that is judged."""
    years = [year] if since is None else [year, since]
    values = release.over_years(level, indicator, pooled_as=judged)
    signs = release.signs_over_years(level, indicator, pooled_as=judged)
    found = values[year] if since is None else values[year] - values[since]
    hidden = signs[years].isin(HIDDEN).any(axis=1)
    above = release.above(level)
    if above is None or not hidden.any():
        return found
    stand_in = _stood_in(release, above.id, judged, year, indicator, since)
    parents = release.hierarchy.ancestors(level, above.id).reindex(found.index)
    return found.where(~hidden, parents.map(stand_in))


def _polarity(release: Release, indicators: Sequence[str]) -> pd.Series:
    return pd.Series({each: release.catalogue[each].polarity for each in indicators}, dtype=float)


def _considered(release: Release, level: str, year: int) -> pd.Series:
    """Areas with enough inhabitants; unknown inhabitants count as too few."""
    return release.inhabitants(level, year) >= release.county.protection.minimum_inhabitants
