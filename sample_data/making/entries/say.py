"""What factions, associations and municipalities have said, and what was asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from making.entries.diary import ASSOCIATIONS, COORDINATION, FACTIONS, SIEGBURG, SOCIAL, TROISDORF, Diary
from store import reading, writing
from store.kinds import LocalKnowledge, Question, Statement
from store.levels import Level


def say_all(diary: Diary, strategies: dict[str, Any]) -> None:
    for actor, day, about, text in (
        (
            FACTIONS["A"],
            date(2026, 4, 20),
            {"indicator": "A2"},
            "Wir begrüßen, dass Kinderarmut im Quartier gemessen wird. Wichtig ist uns, dass daraus Angebote folgen und keine Rangliste der Stadtteile.",
        ),
        (
            FACTIONS["C"],
            date(2026, 4, 27),
            {"indicator": "A2"},
            "Die Zahl zeigt Leistungsbezug, nicht Armut: Wer Wohngeld oder Kinderzuschlag bekommt, fehlt. Das muss bei jeder Karte stehen.",
        ),
        (
            ASSOCIATIONS["A"],
            date(2026, 4, 30),
            {"indicator": "A4"},
            "Viele ältere Menschen stellen aus Scham keinen Antrag. Die Quote unterschätzt Altersarmut; wir bitten um einen Hinweis.",
        ),
        (
            ASSOCIATIONS["B"],
            date(2026, 8, 14),
            {"strategy_id": strategies["troisdorf"].id},
            "Der Sprachkurs braucht Kinderbetreuung von Anfang an. Wir bieten Räume an, wenn die Personalkosten gesichert sind.",
        ),
        (
            FACTIONS["B"],
            date(2026, 9, 3),
            {"area": "05382060-04"},
            "Das Familienzentrum ist gut angenommen. Wir beantragen, die Mittel über 2027 hinaus zu sichern.",
        ),
    ):
        level = Level.COMMITTEES if "strategy_id" in about else Level.PUBLIC
        diary.on(day.year, day.month, day.day)
        diary.add(actor, Statement, level, by=COORDINATION, text=text, day=day, **about)
    diary.on(2026, 10, 6)
    diary.add(FACTIONS["D"], Statement, text="Wir prüfen die Zahlen noch.", indicator="A1", day=date(2026, 10, 6))
    waiting = diary.add(
        ASSOCIATIONS["C"],
        Statement,
        text="Bei der Hilfe zur Pflege fehlen die Selbstzahler.",
        indicator="P2",
        day=date(2026, 10, 6),
    )
    writing.release(diary.store, ASSOCIATIONS["C"], Statement, waiting.id, waiting.version, Level.ADMINISTRATION)


def know_places(diary: Diary) -> None:
    diary.on(2026, 6, 11)
    diary.add(
        SIEGBURG, LocalKnowledge, Level.PUBLIC, areas=["05382060-11"], flag_rule="county", flag_year=2024,
        text="2023 wurde eine Unterkunft für Geflüchtete eröffnet. Ein Teil des Anstiegs geht darauf zurück.",
    )  # fmt: skip
    diary.add(
        TROISDORF, LocalKnowledge, Level.ADMINISTRATION, areas=["05382068-17"],
        text="Neubaugebiet: Die Zahl der Kinder steigt schneller als die der Kitaplätze.",
    )  # fmt: skip


def ask(diary: Diary) -> None:
    diary.on(2026, 9, 21)
    asked = diary.add(
        FACTIONS["C"], Question, Level.COMMITTEES, by=COORDINATION, indicator="A1",
        text="Warum fehlen in einigen Quartieren die Zahlen?",
    )  # fmt: skip
    answer = (
        "Weil dort nur wenige Menschen betroffen sind. Wären die Zahlen zu sehen, ließen sich Einzelne erkennen. Das verlangt der "
        "Sozialdatenschutz; die Seite Methodik erklärt das Verfahren."
    )
    answered = diary.change(SOCIAL, asked, answer=answer, answered_by="Sozialamt", answered_on=date(2026, 9, 24))
    writing.release(diary.store, COORDINATION, Question, answered.id, reread(diary, answered), Level.PUBLIC)
    open_one = diary.add(FACTIONS["A"], Question, text="Ab wann liegen die Zahlen für 2025 vor?")
    writing.release(diary.store, FACTIONS["A"], Question, open_one.id, open_one.version, Level.ADMINISTRATION)


def reread(diary: Diary, question: Any) -> int:
    """Its version now: who may not release an answer to the committees has sent it back to be released again."""
    return reading.entry(diary.store, COORDINATION, Question, question.id).version
