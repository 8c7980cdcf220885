"""Strategies in some of the flagged areas: one that works, some that do not yet, one that has only begun."""

from __future__ import annotations

from datetime import date

from making.entries.diary import COORDINATION, EITORF, SIEGBURG, TROISDORF, WINDECK, Diary
from store.kinds import Goal, Measure, Output, Strategy
from store.kinds.goal import Effect
from store.kinds.measure import Progress
from store.kinds.strategy import Phase
from store.levels import Level


def language_in_siegburg(diary: Diary) -> Strategy:
    """Begun years ago and entered later: its goal is reached, the area is no longer flagged."""
    strategy = diary.add(
        SIEGBURG, Strategy, Level.PUBLIC, title="Sprache von Anfang an", areas=["05382060-01"], flag_rule="county", flag_year=2019,
        phase=Phase.REPORT,
        reasons="Siegburg 01 fiel 2019 auf. Bei der Einschulung fiel mehr als jedes dritte Kind durch Sprache auf.",
    )  # fmt: skip
    goal = diary.add(
        SIEGBURG, Goal, strategy_id=strategy.id, text="Weniger Kinder fallen bei der Einschulung durch Sprache auf.",
        effect=Effect.OUTCOME, indicator="G1", baseline_year=2019, target=31, due=date(2026, 12, 31),
    )  # fmt: skip
    measure = diary.add(
        SIEGBURG, Measure, strategy_id=strategy.id, goal_id=goal.id, title="Sprachbildung in allen Kitas des Quartiers",
        description="Je Kita eine Fachkraft mit halber Stelle, Elterncafé einmal in der Woche.", place="vier Kitas in Siegburg 01",
        responsible="Jugendamt Siegburg", starts=date(2020, 8, 1), ends=date(2026, 7, 31),
        resources="4 halbe Stellen, Landesmittel bis 2026", state=Progress.DONE,
    )  # fmt: skip
    for year, reached in ((2022, 148), (2023, 171), (2024, 166)):
        diary.add(
            SIEGBURG,
            Output,
            measure_id=measure.id,
            name="Kinder in der Sprachbildung",
            year=year,
            planned=160,
            reached=reached,
        )
    return strategy


def early_in_siegburg(diary: Diary) -> Strategy:
    strategy = diary.add(
        SIEGBURG, Strategy, Level.PUBLIC, title="Früh beginnen", areas=["05382060-04"], flag_rule="county", flag_year=2020,
        phase=Phase.ACTION,
        reasons="Siegburg 04 fällt seit Jahren auf: Kinderarmut, SGB-II-Quote, Sprache bei der Einschulung.\n\nDie Kitas melden "
        "volle Gruppen, der Weg zur nächsten Beratung ist weit.",
    )  # fmt: skip
    poverty = diary.add(
        SIEGBURG, Goal, strategy_id=strategy.id, text="Weniger Kinder leben von Grundsicherung.", effect=Effect.IMPACT,
        indicator="A2", baseline_year=2020, target=32, due=date(2028, 12, 31),
    )  # fmt: skip
    diary.add(
        SIEGBURG, Goal, strategy_id=strategy.id, text="Jede Familie mit einem Neugeborenen hat ein Gespräch angeboten bekommen.",
        effect=Effect.OUTPUT,
    )  # fmt: skip
    measure = diary.add(
        SIEGBURG, Measure, strategy_id=strategy.id, goal_id=poverty.id, title="Familienzentrum mit Sozialberatung",
        description="Beratung zu Kinderzuschlag und Wohngeld im Haus, Lotsin für Familien.", place="Grundschule im Quartier",
        responsible="Jugendamt Siegburg, Wohlfahrtsverband A", starts=date(2022, 3, 1), resources="1,5 Stellen, 40.000 Euro im Jahr",
        state=Progress.RUNNING,
    )  # fmt: skip
    for year, planned, reached in ((2023, 200, 164), (2024, 200, 231)):
        diary.add(
            SIEGBURG, Output, measure_id=measure.id, name="Beratungen", year=year, planned=planned, reached=reached
        )
    return strategy


def health_in_windeck(diary: Diary) -> Strategy:
    strategy = diary.add(
        WINDECK, Strategy, Level.PUBLIC, title="Gesund in die Schule", areas=["05382076-03"], flag_rule="county", flag_year=2020,
        phase=Phase.ACTION,
        reasons="Windeck 03 fällt auf. Die nächste Kinderarztpraxis ist weit; Impfungen und U9 fehlen häufiger als im Kreis.",
    )  # fmt: skip
    vaccinated = diary.add(
        WINDECK, Goal, strategy_id=strategy.id, text="Mehr Kinder haben bei der Einschulung die zweite Masernimpfung.",
        effect=Effect.OUTCOME, indicator="G4", baseline_year=2020, target=95, due=date(2027, 12, 31),
    )  # fmt: skip
    diary.add(
        WINDECK, Goal, strategy_id=strategy.id, text="Weniger Kinder leben von Grundsicherung.", effect=Effect.IMPACT,
        indicator="A2", baseline_year=2020, target=20, due=date(2028, 12, 31),
    )  # fmt: skip
    bus = diary.add(
        WINDECK, Measure, strategy_id=strategy.id, goal_id=vaccinated.id, title="Impfbus in Kitas und auf dem Wochenmarkt",
        place="drei Kitas, Marktplatz", responsible="Gesundheitsamt", starts=date(2021, 9, 1), resources="Fahrzeug des Kreises, 12 Tage im Jahr",
        state=Progress.RUNNING,
    )  # fmt: skip
    diary.add(WINDECK, Output, measure_id=bus.id, name="Impfungen", year=2023, planned=120, reached=97)
    diary.add(WINDECK, Output, measure_id=bus.id, name="Impfungen", year=2024, planned=120, reached=None)
    return strategy


def work_in_troisdorf(diary: Diary) -> Strategy:
    strategy = diary.add(
        TROISDORF, Strategy, Level.COMMITTEES, title="Ankommen und arbeiten", areas=["05382068-09"], flag_rule="county", flag_year=2021,
        phase=Phase.MEASURES,
        reasons="In Troisdorf 09 steigt die SGB-II-Quote seit 2020. Viele sind neu zugezogen.",
    )  # fmt: skip
    goal = diary.add(
        TROISDORF, Goal, strategy_id=strategy.id, text="Weniger Menschen sind auf Grundsicherung angewiesen.", effect=Effect.IMPACT,
        indicator="A1", baseline_year=2021, target=22, due=date(2026, 12, 31),
    )  # fmt: skip
    diary.add(
        TROISDORF, Measure, strategy_id=strategy.id, goal_id=goal.id, title="Jobcenter im Quartier", place="Bürgerhaus",
        responsible="Jobcenter, Sozialamt", starts=date(2023, 1, 15), resources="zwei Tage in der Woche", state=Progress.RUNNING,
    )  # fmt: skip
    diary.add(
        TROISDORF, Measure, strategy_id=strategy.id, title="Sprachkurs mit Kinderbetreuung", place="Familienbildungsstätte",
        responsible="Wohlfahrtsverband B", starts=date(2027, 2, 1), resources="Antrag gestellt", state=Progress.PLANNED,
    )  # fmt: skip
    return strategy


def draft_in_eitorf(diary: Diary) -> Strategy:
    """Nobody but Eitorf sees it."""
    return diary.add(
        EITORF, Strategy, title="Eitorf 02: gemeinsam anfangen", areas=["05382016-02"], flag_rule="county", flag_year=2024,
        phase=Phase.ANALYSIS, reasons="Erste Gespräche mit Kitas und Verbänden im Januar.",
    )  # fmt: skip


def moved_on(diary: Diary, strategy: Strategy) -> None:
    """The county's planning takes up what Windeck does."""
    diary.add(
        COORDINATION, Strategy, Level.ADMINISTRATION, title="Impfbus auch in Windeck 01 prüfen", areas=["05382076-01"],
        phase=Phase.GOALS, reasons=f"Aus der Strategie „{strategy.title}“ in Windeck 03.",
    )  # fmt: skip
