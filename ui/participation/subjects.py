"""What something is about, in words: an indicator, an area, a strategy."""

from __future__ import annotations

from collections.abc import Iterable

from store import reading
from store.entry import Released
from store.kinds import IndicatorStatus, Strategy
from ui.entries.desk import Desk


def indicator_names(desk: Desk) -> dict[str, str]:
    """Id → name: of the catalogue, and of those that have a status though this reader's catalogue is without them."""
    statuses = reading.entries(desk.store, desk.actor, IndicatorStatus)
    entered = {each.indicator: each.name for each in statuses if each.indicator}
    return {**{each.id: each.name for each in desk.shown.release.catalogue.values()}, **entered}


def strategy_titles(desk: Desk) -> dict[str, str]:
    return {each.id: each.title for each in reading.entries(desk.store, desk.actor, Strategy)}


def area_names(desk: Desk, entries: Iterable[Released], asked: str = "") -> dict[str, str]:
    """Id → name of the areas the entries are about, and of one that a link asks for; by name."""
    names = desk.names
    found = {area for each in entries for area in each.about_areas()} | ({asked} if asked in names else set())
    return {area: names.get(area, area) for area in sorted(found, key=lambda area: (names.get(area, area), area))}


def subject_words(desk: Desk, entry: Released, indicators: dict[str, str], strategies: dict[str, str]) -> str:
    """ "Kennzahl Kinderarmut (A2) · Siegburg 04", "" for none."""
    indicator, strategy = getattr(entry, "indicator", ""), getattr(entry, "strategy_id", None)
    parts = [
        f"Kennzahl {indicators[indicator]} ({indicator})" if indicator in indicators else indicator,
        ", ".join(desk.names.get(area, area) for area in entry.about_areas()),
        f"Strategie „{strategies[strategy]}“" if strategy in strategies else "",
    ]
    return " · ".join(part for part in parts if part)
