"""The rows of the time line, for the chart and for the table: everything under its office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import pandas as pd

from texts.entries import day_words
from texts.steering import SORTS, when_words
from views.steering.dated import Dated, Sort
from views.steering.span import lane, place

HEADINGS = ("Zuständig", "Wann", "Art", "Was", "Strategie", "Stand")
HEADING = "\u2063"  # begins the label of an office; nothing is seen of it
UNLIKE = "\u200b"  # keeps rows of the same title apart; nothing is seen of it
LONGEST = 46  # letters of a label


def chart_rows(items: Sequence[Dated], today: date, edges: tuple[date, date]) -> pd.DataFrame:
    """A row for each office and below it one for each of its items. An open end reaches to the edge of what is drawn."""
    first, last = edges
    rows: list[dict[str, Any]] = []
    for office, own in groupby(by_lane(items), key=lane):
        rows.append({"label": HEADING + _short(office), "is_bar": False, "is_sign": False})
        rows += [_row(each, first, last, today) for each in own]
    return _unlike(pd.DataFrame(rows))


def by_lane(items: Sequence[Dated]) -> list[Dated]:
    """Meetings first, then by office as the names sort, what names none last; within an office as they came."""
    return sorted(items, key=lambda each: (*place(lane(each)), lane(each).casefold()))


def table_rows(items: Sequence[Dated], titles: Mapping[str, str], today: date) -> list[list[str]]:
    """titles: strategy id → title."""
    return [
        [
            lane(each), _span(each), SORTS[each.sort], each.title,
            titles.get(each.strategy_id, ""), state_words(each, today),
        ]
        for each in by_lane(items)
    ]  # fmt: skip


def state_words(item: Dated, today: date) -> str:
    if item.sort is Sort.MEETING:
        return "vorbei" if item.is_done else "kommt"
    if item.sort is Sort.GOAL:
        return "siehe Strategie"  # whether it is reached is what the data say, no phase and no day
    return _colour_words(item, today)


def _colour_words(item: Dated, today: date) -> str:
    """What the colour of its sign stands for."""
    if item.is_done:
        return "erledigt"
    return (
        "überfällig" if item.is_overdue(today) else "offen"
    )  # a goal past its day too: the data say whether it is reached


def _row(item: Dated, first: date, last: date, today: date) -> dict[str, Any]:
    is_bar = item.sort is Sort.MEASURE
    begins, ends = max(item.begins or first, first), min(item.ends or last, last)
    when = _span(item) if is_bar or item.is_done else when_words(item.sort, item.day, today)
    return {
        "label": _short(item.title), "title": item.title, "sort": SORTS[item.sort], "when": when,
        "state": _colour_words(item, today),
        "begins": pd.Timestamp(begins), "ends": pd.Timestamp(ends), "is_bar": is_bar, "is_sign": not is_bar,
    }  # fmt: skip


def _span(item: Dated) -> str:
    if item.begins == item.ends:
        return day_words(item.begins)
    return " bis ".join((day_words(item.begins) or "offen", day_words(item.ends) or "offen"))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _unlike(rows: pd.DataFrame) -> pd.DataFrame:
    again = rows.groupby("label").cumcount()
    return rows.assign(label=[label + UNLIKE * int(count) for label, count in zip(rows["label"], again, strict=True)])
