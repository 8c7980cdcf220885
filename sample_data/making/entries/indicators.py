"""The way of the indicators: those of the catalogue are in use, some proposals are on their way, one was suspended."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from making.entries.diary import ASSOCIATIONS, COORDINATION, FACTIONS, HEALTH, Diary
from store.kinds import IndicatorStatus
from store.kinds.indicator_status import Stage
from store.levels import Level

BODY = "Ausschuss für Soziales und Gesundheit"
DECIDED = date(2026, 5, 12)


def propose_all(diary: Diary, catalogue: Path) -> list[Any]:
    """All indicators of the catalogue, as they were proposed and discussed before the committee decided."""
    sections = tomllib.loads(catalogue.read_text(encoding="utf-8"))
    made = [
        diary.add(
            COORDINATION, IndicatorStatus, Level.PUBLIC, indicator=key, name=each["name"], audience=Level.PUBLIC,
            purpose=each.get("purpose", ""), legal_basis=each.get("legal_basis", ""), source=each.get("source", ""),
        )
        for key, each in sections.items()
    ]  # fmt: skip
    return [diary.change(COORDINATION, each, stage=Stage.DISCUSSED) for each in made]


def decide_all(diary: Diary, discussed: list[Any], decision: Any) -> None:
    for each in discussed:
        decided = diary.change(
            COORDINATION, each, stage=Stage.DECIDED, decided_by=BODY, decided_on=DECIDED, decision_id=decision.id
        )
        diary.change(COORDINATION, decided, stage=Stage.IN_USE)


def propose_more(diary: Diary) -> None:
    """Not in the catalogue: there are no numbers of them yet."""
    debts = diary.add(
        ASSOCIATIONS["A"], IndicatorStatus, Level.PUBLIC, by=COORDINATION, name="Überschuldung privater Haushalte",
        purpose="Erkennen, wo Schuldnerberatung fehlt. In der Beratung sehen wir Haushalte, die in keiner Statistik der Grundsicherung "
        "vorkommen.",
        legal_basis="zu klären", source="Auskunfteien (kostenpflichtig), Schuldnerberatung der Verbände",
    )  # fmt: skip
    diary.change(COORDINATION, debts, stage=Stage.DISCUSSED)
    diary.add(
        FACTIONS["B"], IndicatorStatus, Level.COMMITTEES, by=COORDINATION, name="Einsamkeit im Alter",
        purpose="Besuchsdienste dort aufbauen, wo ältere Menschen allein leben.", source="Befragung, alle vier Jahre",
    )  # fmt: skip
    diary.add(
        HEALTH, IndicatorStatus, Level.ADMINISTRATION, name="Wartezeit auf einen Therapieplatz",
        purpose="Versorgungslücken bei Kindern und Jugendlichen belegen.", source="noch keine",
    )  # fmt: skip
