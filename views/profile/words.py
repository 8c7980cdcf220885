"""A row of a profile as it is printed: the same words on the page, on paper and in files."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from indicators.signs import Sign
from monitor.release import Release
from texts.comparison import comparison_words
from texts.profile import range_words
from texts.reasons import with_unit
from texts.signs import MEANING, SYMBOL
from texts.target import target_words
from texts.treatment import period, treatment
from texts.trend import trend_words
from views.profile.row import Held, Row
from views.value_texts import interval_words


class Words(NamedTuple):
    """Every part may be empty. value: "31,2 %" or the sign; why: what the sign means."""

    name: str
    period: str
    value: str
    why: str
    interval: str
    comparison: str
    trend: str
    target: str
    above: str
    whole: str
    range: str


def words_of(row: Row) -> Words:
    indicator = row.indicator
    reached = target_words(row.target)
    return Words(
        name=indicator.name,
        period=period(row.year, row.pool),
        value=with_unit(indicator, row.value) if row.is_shown else SYMBOL[row.sign],
        why=MEANING[row.sign],
        interval=interval_words(indicator, row.lower95, row.upper95),
        comparison=comparison_words(row.comparison, indicator.polarity),
        trend=trend_words(row.trend, indicator.polarity),
        target=f"{with_unit(indicator, indicator.target)}: {reached}"
        if reached and indicator.target is not None
        else "",
        above=held_words(row, row.above),
        whole="" if pd.isna(row.whole) else with_unit(indicator, row.whole),
        range=""
        if row.range is None
        else range_words(row.range.least, row.range.most, indicator.decimals, indicator.unit),
    )


def held_words(row: Row, held: Held | None) -> str:
    if held is None:
        return ""
    return with_unit(row.indicator, held.value) if held.sign is Sign.SHOWN else SYMBOL[held.sign]


class Quality(NamedTuple):
    """Where the data of one indicator come from and what was done to them."""

    name: str
    source: str
    as_of: str
    treated: str
    hidden: str


def quality_of(release: Release, level: str, row: Row) -> Quality:
    source = release.county.sources.get(row.indicator.source)
    plan = release.plan(row.indicator.id, level)
    return Quality(
        name=row.indicator.name,
        source=source.name if source else "nicht angegeben",
        as_of=f"{source.as_of:%d.%m.%Y}" if source and source.as_of else "",
        treated="; ".join(treatment(row.indicator, plan, row.year)),
        hidden="" if row.is_shown else f"{SYMBOL[row.sign]} {MEANING[row.sign]}",
    )
