"""What an attention rule may read of a release: protected numbers, and stand-ins for hidden ones.

A hidden component of an index is replaced by the value its area's municipality publishes (or the whole county's, if
that is hidden too). So every index, class, rank, probability and reason is a function of published numbers alone and can
reveal no hidden one.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.attention import Rule
from indicators.change import change
from indicators.evidence import Evidence
from indicators.mss_rule import MssRule
from indicators.posterior import WIDTH95
from indicators.rates import Estimate
from indicators.signs import Sign
from monitor.release import Release

HIDDEN = (Sign.PRIMARY, Sign.SECONDARY, Sign.SMALL_BASE, Sign.SECRET)


def evidence_of(release: Release, level: str, year: int, rule: Rule) -> Evidence:
    """Everything the rule may read of a level in a year."""
    names, areas = rule.indicators, release.areas(level)
    tables = {name: release.table(level, name, year) for name in names}
    described = {name: release.catalogue[name] for name in rule.inputs}

    def column(name: str) -> pd.DataFrame:
        return pd.DataFrame({each: table[name] for each, table in tables.items()}, index=areas, dtype=float)

    inhabitants = release.inhabitants(level, year)
    changes, errors = _changes(release, level, year, rule)
    return Evidence(
        published=Estimate(*map(column, Estimate._fields)),
        values=with_stand_ins(release, level, year, names),
        counts=column("count"),
        bases=column("base"),
        changes=changes,
        change_errors=errors,
        benchmark=pd.Series(
            {name: float(release.benchmark(name, year, level)["value"]) for name in names}, dtype=float
        ),
        polarity=pd.Series({name: each.polarity for name, each in described.items()}, dtype=float),
        methods=pd.Series({name: described[name].method for name in names}, dtype=object),
        per=pd.Series({name: described[name].per for name in names}, dtype=float),
        # Unknown inhabitants count as too few.
        considered=inhabitants >= release.county.protection.minimum_inhabitants,
        inhabitants=inhabitants,
    )


def evidence_key(rule: Rule) -> str:
    """Rules with the same key read the same evidence, however they weigh it."""
    dynamics = (rule.dynamics, rule.dynamics_years) if isinstance(rule, MssRule) else ()
    return repr((rule.indicators, rule.inputs, dynamics))


def has_changes(release: Release, year: int, rule: Rule) -> bool:
    """Whether the folder has the earlier year that the rule's changes are counted from; True where it needs none."""
    since = _since(year, rule)
    return since is None or since in release.years


def with_stand_ins(
    release: Release, level: str, year: int, indicators: Sequence[str], since: int | None = None
) -> pd.DataFrame:
    """areas × indicators: values of the year (or changes since another), hidden ones taken from the level above."""
    columns = {each: _stood_in(release, level, level, year, each, since) for each in indicators}
    return pd.DataFrame(columns, index=release.areas(level))


def _since(year: int, rule: Rule) -> int | None:
    return year - rule.dynamics_years if isinstance(rule, MssRule) and rule.dynamics and rule.dynamics_years else None


def _changes(release: Release, level: str, year: int, rule: Rule) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Changes in the unit of the indicators, and their standard errors; no columns where there is no earlier year."""
    nothing = pd.DataFrame(index=release.areas(level))
    if not isinstance(rule, MssRule) or not has_changes(release, year, rule):
        return nothing, nothing
    since = _since(year, rule)
    changes = with_stand_ins(release, level, year, rule.dynamics, since)
    if since is None:
        return changes, changes * float("nan")
    errors = {name: _change_error(release, level, name, year, since) for name in rule.dynamics}
    return changes, pd.DataFrame(errors, index=release.areas(level))


def _change_error(release: Release, level: str, indicator: str, year: int, since: int) -> pd.Series:
    """From the interval of the change; both years taken as independent."""
    later, earlier = (
        Estimate(*(release.table(level, indicator, each)[name] for name in Estimate._fields)) for each in (year, since)
    )
    found = change(later, earlier)
    return (found.upper95 - found.lower95) / WIDTH95


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
