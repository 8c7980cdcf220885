"""What bodies have said beside the numbers: statements, and what a municipality knows of a place. A body speaks, never a
person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from store import reading
from store.actor import Actor
from store.kinds import LocalKnowledge, Statement
from store.store import Store
from texts.entries import home_words

STATEMENT, KNOWLEDGE = "Stellungnahme", "Ortskenntnis"


@dataclass(frozen=True)
class Voice:
    """One statement. kind: `STATEMENT` or `KNOWLEDGE`; body: in words; areas, indicator, strategy_id: what it is about."""

    kind: str
    body: str
    day: date | None
    text: str
    areas: tuple[str, ...] = ()
    indicator: str = ""
    strategy_id: str = ""


@dataclass(frozen=True)
class Said:
    """Everything a reader may see, the newest first."""

    voices: tuple[Voice, ...] = ()

    def on_indicator(self, indicator: str) -> list[Voice]:
        return [each for each in self.voices if each.indicator == indicator]

    def on_area(self, area: str) -> list[Voice]:
        return [each for each in self.voices if area in each.areas]

    def known_of(self, area: str) -> list[Voice]:
        return [each for each in self.on_area(area) if each.kind == KNOWLEDGE]


def said_to(store: Store, actor: Actor, names: Mapping[str, str]) -> Said:
    """What this actor may read. names: of areas, for municipalities that speak."""
    statements = [
        Voice(
            STATEMENT, home_words(each.owner, names), each.day, each.text, (each.area,) if each.area else (), each.indicator,
            each.strategy_id or "",
        )
        for each in reading.entries(store, actor, Statement)
    ]  # fmt: skip
    knowledge = [
        Voice(KNOWLEDGE, home_words(each.owner, names), None, each.text, tuple(each.areas))
        for each in reading.entries(store, actor, LocalKnowledge)
    ]
    return Said(tuple(sorted([*statements, *knowledge], key=lambda each: each.day or date.min, reverse=True)))
