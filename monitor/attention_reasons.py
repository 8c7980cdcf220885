"""Why a rule flags an area and what speaks against it: every indicator of the rule in words, each exactly once.

Everything here comes from published numbers; a hidden value is named as hidden and stands in no order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from indicators.attention import Attention, Rule
from indicators.catalogue import Indicator
from indicators.county_rule import CountyRule
from indicators.robust_distance import OUTLYING, robust_distance, robust_spread
from indicators.signs import Sign
from monitor.attention import HIDDEN, rule_of
from monitor.changes import change_table, windows_overlap
from monitor.release import Release
from texts.reasons import (
    CHECK,
    alone_words,
    deviation_words,
    full_reason,
    hidden_words,
    jump_words,
    missing_words,
    reason,
    since_words,
)
from texts.treatment import period

YEARS_BACK = 3  # over which a change is told, where there are so many
TIMES = 2  # an outlying value stands alone if it lies so many times as far out as the next one


@dataclass(frozen=True)
class Reasons:
    """Sentences for one area. speak_for, speak_against: strongest first; neither: not secured, or not enough.

    hidden, missing: one sentence with the names, "" where there are none. warnings: what should be checked on the spot
    before anybody concludes anything, each complete.
    """

    speak_for: tuple[str, ...]
    speak_against: tuple[str, ...]
    neither: tuple[str, ...]
    hidden: str
    missing: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Known:
    """One indicator at a level in a year: its table, the change over some years and since the year before.

    apart, jumps: `robust_distance` of values and of changes since the year before, high = unfavourable. spread: by how
    much areas differ (`robust_spread`), in the unit of the indicator.
    """

    indicator: Indicator
    table: pd.DataFrame
    benchmark: float
    change: pd.DataFrame | None
    since: str
    last: pd.DataFrame | None
    before: pd.Series | None
    years: tuple[str, str]
    apart: pd.Series
    jumps: pd.Series
    spread: float


def reasons_of(
    release: Release, level: str, year: int, rule: str | Rule, found: Attention, areas: Iterable[str]
) -> dict[str, Reasons]:
    """Area id → its reasons. found: the rule's result for this level and year."""
    of_area = reasoning(release, level, year, rule, found)
    return {area: of_area(area) for area in areas}


def reasoning(release: Release, level: str, year: int, rule: str | Rule, found: Attention) -> Callable[[str], Reasons]:
    """A function of the area id that words its reasons; what all areas share is looked up once."""
    known = {name: _known(release, level, year, name) for name in rule_of(release, rule).indicators}
    return lambda area: _of_area(release.whole.name, known, found, area)


def _known(release: Release, level: str, year: int, name: str) -> _Known:
    indicator, pool = release.catalogue[name], release.plan(name, level).pool
    table = release.table(level, name, year)
    since, last = _since(release, level, name, year, YEARS_BACK), _since(release, level, name, year, pool)
    jump = None if last is None else change_table(release, level, name, year, last)
    nothing = pd.Series(float("nan"), index=table.index)
    return _Known(
        indicator=indicator,
        table=table,
        benchmark=float(release.benchmark(name, year, level)["value"]),
        change=None if since is None else change_table(release, level, name, year, since),
        since="" if since is None else period(since, pool),
        last=jump,
        before=None if last is None else release.table(level, name, last)["value"],
        years=("" if last is None else period(last, pool), period(year, pool)),
        apart=_unfavourable(table["value"], indicator),
        jumps=nothing if jump is None else _unfavourable(jump["value"], indicator),
        spread=float(robust_spread(table["value"].to_frame()).iloc[0]),
    )


def _unfavourable(values: pd.Series, indicator: Indicator) -> pd.Series:
    return -indicator.polarity * robust_distance(values.to_frame()).iloc[:, 0]


def _since(release: Release, level: str, name: str, year: int, back: int) -> int | None:
    """The latest year at least so long ago, else the earliest one, that shares no pooled year with this one."""
    pool = release.plan(name, level).pool
    earlier = [each for each in release.years_of(name, level) if each < year and not windows_overlap(pool, year, each)]
    return next((each for each in reversed(earlier) if each <= year - back), earlier[0] if earlier else None)


def _of_area(whole: str, known: dict[str, _Known], found: Attention, area: str) -> Reasons:
    signs = {name: Sign(int(each.table.loc[area, "sign"])) for name, each in known.items()}
    shown = [name for name, sign in signs.items() if sign is Sign.SHOWN]
    drivers = [name for name in found.reasons(area, len(known)) if name in shown]
    against = [name for name in found.counter_reasons(area, len(known)) if name in shown]
    neither = [name for name in shown if name not in {*drivers, *against}]
    hidden = [known[name].indicator.name for name, sign in signs.items() if sign in HIDDEN]
    missing = [known[name].indicator.name for name, sign in signs.items() if sign not in (Sign.SHOWN, *HIDDEN)]
    return Reasons(
        speak_for=tuple(_sentence(whole, known[name], area, 1) for name in drivers),
        speak_against=tuple(_sentence(whole, known[name], area, -1) for name in against),
        neither=tuple(_sentence(whole, known[name], area, 0) for name in neither),
        hidden=hidden_words(hidden, stand_in=not isinstance(found.rule, CountyRule)),
        missing=missing_words(missing),
        warnings=_warnings({name: known[name] for name in shown}, drivers, area) if _flagged(found, area) else (),
    )


def _flagged(found: Attention, area: str) -> bool:
    return bool(found.table.loc[area, "flagged"])


def _sentence(whole: str, known: _Known, area: str, speaks: int) -> str:
    indicator, row = known.indicator, known.table.loc[area]
    return full_reason(
        reason(indicator, float(row["value"]), known.benchmark, whole),
        deviation_words(int(row["comparison"]), indicator.polarity, speaks),
        _change_words(known, area),
    )


def _change_words(known: _Known, area: str) -> str:
    if known.change is None:
        return ""
    row = known.change.loc[area]
    return since_words(
        known.indicator,
        float(row["value"]),
        secured=bool(row["secured"]),
        tested=bool(row["tested"]),
        since=known.since,
    )


def _warnings(shown: dict[str, _Known], drivers: list[str], area: str) -> tuple[str, ...]:
    """Where one value makes the flag: it jumped, it lies far out alone, or no other indicator speaks for the flag.

    Jumped since the year before: secured, by more than `OUTLYING` robust SD beyond the usual change, and by more than
    areas differ from each other. Alone: more than `OUTLYING` robust SD out, and `TIMES` as far as every other indicator.
    """
    told = [_jump_words(shown[name], area) for name in drivers if _jumped(shown[name], area)]
    alone = [name for name in drivers if _stands_alone(shown, name, area)]
    if len(drivers) == 1:
        told.append(alone_words(shown[drivers[0]].indicator, only=True))
    else:
        told += [alone_words(shown[name].indicator, only=False) for name in alone]
    return tuple(f"{each} {CHECK}" if each is told[-1] else each for each in told)


def _jumped(known: _Known, area: str) -> bool:
    if known.last is None or not known.jumps[area] > OUTLYING:
        return False
    row = known.last.loc[area]
    return abs(row["value"]) > known.spread and bool(row["secured"] or not row["tested"])


def _jump_words(known: _Known, area: str) -> str:
    assert known.before is not None
    then, year = known.years
    return jump_words(known.indicator, float(known.before[area]), then, float(known.table.loc[area, "value"]), year)


def _stands_alone(shown: dict[str, _Known], name: str, area: str) -> bool:
    own = float(shown[name].apart[area])
    others = [float(each.apart[area]) for other, each in shown.items() if other != name]
    return own > OUTLYING and own > TIMES * max(others, default=0.0)
