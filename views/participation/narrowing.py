"""Of what was said, that which is about one indicator, area, strategy or municipality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from store.entry import Released
from store.kinds import LocalKnowledge

AReleased = TypeVar("AReleased", bound=Released)


@dataclass(frozen=True)
class Subject:
    """What is asked for; "" asks for nothing. municipality: whatever is about another one is left out."""

    indicator: str = ""
    area: str = ""
    strategy: str = ""
    municipality: str = ""


def about(entries: Iterable[AReleased], subject: Subject) -> list[AReleased]:
    return [each for each in entries if _is_about(each, subject)]


def knowledge_about(entries: Sequence[LocalKnowledge], subject: Subject) -> list[LocalKnowledge]:
    """Local knowledge is about areas: one on an indicator or a strategy is none."""
    if subject.indicator or subject.strategy:
        return []
    return about(entries, subject)


def _is_about(entry: Released, subject: Subject) -> bool:
    return (
        (not subject.indicator or getattr(entry, "indicator", "") == subject.indicator)
        and (not subject.area or subject.area in entry.about_areas())
        and (not subject.strategy or getattr(entry, "strategy_id", None) == subject.strategy)
        and entry.municipality in ("", subject.municipality or entry.municipality)
    )
