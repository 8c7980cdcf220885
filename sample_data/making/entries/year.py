"""The year of the sample county, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from making.entries import indicators, offers, say, steering, strategies
from making.entries.diary import Diary
from store.levels import Level


def write_year(diary: Diary, catalogue: Path, points: Mapping[str, tuple[float, float]]) -> None:
    first = steering.meet(diary, date(2025, 11, 20), "Ziele der Planung", "Vorschlag der Kennzahlen", "Zeitplan 2026")
    discussed = indicators.propose_all(diary, catalogue)
    steering.decide(
        diary, first, "Gemeinsame Planung von Sozialamt und Gesundheitsamt",
        "Beide Ämter planen ab 2026 gemeinsam. Die Koordination liegt beim Sozialamt.",
        "Dieselben Quartiere fallen in beiden Ämtern auf; zwei Berichte wären doppelte Arbeit.",
    )  # fmt: skip
    diary.on(2026, 1, 15)
    found = {
        "siegburg": strategies.early_in_siegburg(diary),
        "sprache": strategies.language_in_siegburg(diary),
        "windeck": strategies.health_in_windeck(diary),
    }
    offers.enter_offers(diary, points)
    second = steering.meet(diary, date(2026, 2, 19), "Stand der Kennzahlen", "Strategien der Kommunen")
    steering.decide(
        diary, second, "Sozialräume zeichnen die Kommunen",
        "Der Kreis übernimmt die Zuschnitte der Kommunen. Änderungen gelten ab dem folgenden Jahr.",
        "Die Kommunen kennen ihre Quartiere. Ein Zuschnitt des Kreises würde vor Ort nicht verwendet.",
    )  # fmt: skip
    committee = steering.meet(diary, date(2026, 5, 12), "Kennzahlen und Kreisregel", body=steering.COMMITTEE)
    decision = steering.decide(
        diary, committee, "Kennzahlen des Monitorings",
        "Die vorgeschlagenen Kennzahlen werden für alle Ebenen beschlossen und veröffentlicht.",
        "Zweck, Rechtsgrundlage und Quelle liegen für jede Kennzahl vor. Kleine Zahlen bleiben geheim.",
    )  # fmt: skip
    indicators.decide_all(diary, discussed, decision)
    indicators.propose_more(diary)
    diary.on(2026, 6, 30)
    found["troisdorf"] = strategies.work_in_troisdorf(diary)
    say.say_all(diary, found)
    say.know_places(diary)
    say.ask(diary)
    last = steering.meet(diary, date(2026, 9, 17), "Strategien: was wirkt, was nicht", "Bericht an den Ausschuss")
    steering.decide(
        diary, last, "Sprachbildung in Siegburg 01 wird Regelangebot",
        "Die Stellen werden ab August 2026 aus dem Haushalt der Stadt bezahlt.",
        "Das Ziel ist erreicht. Ob es an der Maßnahme liegt, lässt sich mit den Zahlen nicht beweisen; Kitas und Grundschule berichten Gutes.",
        strategy_id=found["sprache"].id,
    )  # fmt: skip
    steering.decide(
        diary, last, "Troisdorf 09: Maßnahmen nachsteuern",
        "Die Stadt legt bis Februar einen Vorschlag vor.", "Die SGB-II-Quote entfernt sich vom Ziel.", Level.COMMITTEES,
        strategy_id=found["troisdorf"].id,
    )  # fmt: skip
    strategies.draft_in_eitorf(diary)
    strategies.moved_on(diary, found["windeck"])
    steering.enter_tasks(diary, first, last, found)
    steering.meet(
        diary, date(2026, 12, 10), "Zahlen 2025", "Ziele 2027", "Bericht an den Ausschuss", entered=date(2026, 10, 20)
    )
