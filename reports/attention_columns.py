"""The result of an attention rule as columns with German headings: the rows of `monitor attention`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.attention import Attention, Rule
from monitor.attention import rule_of
from monitor.results import attention_rows
from reports.area_columns import area_columns
from reports.sheet import Column
from reports.sheet_formats import PERCENT, value_format
from texts.assumptions import WORDS as ASSUMPTIONS
from texts.report_tables import ATTENTION, INDEX, distance_heading
from views import options
from views.content import Content
from views.rules import result_or_none, rule_certainty

INDEX_DECIMALS = {"county": 0, "mss": 2, "significance": 1}
DECIMALS = {"abstand": value_format(2), "wahrscheinlichkeit": PERCENT, "rang_von": "0", "rang_bis": "0"}
OF_MSS = ("status", "dynamik")


def attention_columns(
    shown: Content, level: str, year: int, rule: str | Rule | None, areas: pd.Index
) -> list[Column] | None:
    """One row per area of `areas`, flagged ones first, then by index. rule: None = the county's own. Returns None where the
    rule cannot be applied at this level and in this year."""
    release = shown.release
    asked = release.county.attention.rule if rule is None else rule
    found = _result(shown, level, year, asked)
    if found is None:
        return None
    sure = rule_certainty(shown, level, year, asked)
    rows = attention_rows(release, level, year, asked, found=found, sure=sure).set_index("gebiet")
    rows["annahmen"] = ["; ".join(ASSUMPTIONS[each] for each in names.split(",") if each) for names in rows["annahmen"]]
    rows = rows.loc[[area for area in _worst_first(found) if area in areas]]
    name = found.rule.name
    formats = {**DECIMALS, "index": value_format(INDEX_DECIMALS[name])}
    headings = {**ATTENTION, "index": INDEX[name], "abstand": distance_heading(name)}
    wanted = [each for each in headings if name == "mss" or each not in OF_MSS]
    return [
        *area_columns(release, level, rows.index),
        *(_column(headings[each], rows[each], formats.get(each)) for each in wanted),
    ]


def _result(shown: Content, level: str, year: int, rule: str | Rule) -> Attention | None:
    release = shown.release
    if level == release.whole.id or not rule_of(release, rule).indicators:
        return None
    if year not in options.attention_years(release, level, rule):
        return None
    return result_or_none(shown, level, year, rule)


def _worst_first(found: Attention) -> Sequence[Any]:
    """As on the page of the rule."""
    rest = found.table.sort_values(by="index", ascending=False, kind="stable").index
    return list(dict.fromkeys((*found.worst_first().index, *rest)))


def _column(heading: str, values: pd.Series, number_format: str | None) -> Column:
    return Column(heading, list(values), None if number_format is None else [number_format] * len(values))
