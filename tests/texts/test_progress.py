"""Words of a goal and of areas beside it; no cause is ever told, with an effect or without."""

import math
import re

import numpy as np
import pandas as pd
import pytest

from indicators.catalogue import Indicator, Method
from indicators.progress import Goal, Status, progress
from indicators.rates import proportion
from tests.indicators.counties_without_effect import County, Study, run
from texts import beside_others
from texts import progress as words
from texts.beside_others import Apart, difference_sentence, too_few_sentence, what_it_says, years_sentence, years_words
from texts.progress import due_sentence, goal_words, path_sentence, status_sentence, status_words, value_words

POVERTY = Indicator("A2", "Kinderarmut", "", Method.PROPORTION, "x", "", polarity=-1)
VACCINATED = Indicator("G4", "Masern: zweite Impfung", "", Method.PROPORTION, "x", "", polarity=1)
NEUTRAL = Indicator("F1", "Hilfen", "", Method.RATE, "x", "", unit="je 1.000", polarity=0)
GOAL = Goal(2020, 20.0, 2030, -1)
CAUSES = re.compile(
    r"erreicht durch|\bdurch\b|\bdank\b|wegen|aufgrund|infolge|bewirk|wirk(t|ung|sam)|erfolg|geführt|beigetragen|geholfen"
    r"|weil die maßnahme|die maßnahme hat",
    re.IGNORECASE,
)


def judged(now, start=(30, 27, 33), goal=GOAL, year=2025):
    rows = pd.DataFrame([start, now], index=[2020, year], columns=["value", "lower95", "upper95"], dtype=float)
    return progress(rows, goal, year)


def told(found, sign=""):
    return status_sentence(POVERTY, found, "2025", "2020", sign)


# Status


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (
            (24, 20, 28),
            "Seit 2020 hat sich der Wert statistisch gesichert zum Ziel hin verändert: −6,0 Prozentpunkte "
            "(95-%-Bereich −11,0 bis −1,0 Prozentpunkte). Woran das liegt, sagt die Zahl nicht.",
        ),
        (
            (36, 32, 40),
            "Seit 2020 hat sich der Wert statistisch gesichert vom Ziel weg verändert: +6,0 Prozentpunkte "
            "(95-%-Bereich +1,0 bis +11,0 Prozentpunkte). Woran das liegt, sagt die Zahl nicht.",
        ),
        (
            (31, 27, 35),
            "Die Veränderung seit 2020 (+1,0 Prozentpunkte, 95-%-Bereich −4,0 bis +6,0 Prozentpunkte) kann allein Zufall sein. "
            "Das heißt nicht, dass sich nichts verändert hat.",
        ),
        (
            (17, 15, 19),
            "Das Ziel ist erreicht: Der Wert 2025 liegt mit seinem ganzen 95-%-Bereich im Ziel. Woran das liegt, sagt die Zahl "
            "nicht.",
        ),
    ],
)
def test_every_status_in_a_sentence(now, sentence):
    assert told(judged(now)) == sentence


def test_a_goal_kept_although_the_value_moved_away_says_both():
    found = judged((35, 32, 38), goal=Goal(2020, 40.0, 2030, -1))
    assert (
        "im Ziel. Seit 2020 hat er sich allerdings vom Ziel weg verändert: +5,0 Prozentpunkte (95-%-Bereich +0,8"
        in told(found)
    )


@pytest.mark.parametrize(
    ("now", "start", "sentence"),
    [
        ((math.nan,) * 3, (30, 27, 33), "Keine Aussage: Der Wert 2025 wird nicht gezeigt (geheim)."),
        ((25, 21, 29), (math.nan,) * 3, "Keine Aussage: Der Ausgangswert 2020 wird nicht gezeigt (geheim)."),
    ],
)
def test_what_is_not_shown_is_named(now, start, sentence):
    assert told(judged(now, start), "geheim") == sentence


def test_every_status_and_every_reason_has_words():
    assert {status_words(each) for each in Status} == {
        "erreicht", "auf dem Weg", "nicht unterscheidbar", "entfernt sich", "keine Aussage",
    }  # fmt: skip
    assert all(sentence.endswith(".") for why, sentence in words.NO_STATEMENT.items() if why)


def test_the_target_is_said_in_the_wanted_direction():
    assert goal_words(POVERTY, GOAL, -1) == "höchstens 20 % bis 2030"
    assert goal_words(VACCINATED, Goal(2020, 97.5, 2030, 1), 1) == "mindestens 97,5 % bis 2030"
    assert goal_words(NEUTRAL, Goal(2020, 20, 2030, 0), 0) == "20 je 1.000 bis 2030"


def test_a_value_with_and_without_interval():
    assert value_words(POVERTY, 24.06, 21, 27.5) == "24,1 % (95-%-Bereich 21,0 bis 27,5 %)"
    assert value_words(POVERTY, 24.06, math.nan, math.nan) == "24,1 %"


# Path and date


def test_the_path_and_how_the_value_stands_to_it():
    line = "Auf gerader Linie vom Ausgangswert zum Ziel wäre 2025 ein Wert von 25,0 % nötig."
    for now, pace in (
        ((28, 25.5, 30), "Der Wert bleibt statistisch gesichert dahinter zurück."),
        ((26, 22, 30), "Der Wert ist davon nicht zu unterscheiden."),
        ((22, 20, 24), "Der Wert ist dem statistisch gesichert voraus."),
    ):
        assert path_sentence(POVERTY, judged(now), GOAL, "2025") == f"{line} {pace}"


def test_no_path_where_it_is_reached_or_not_known():
    assert path_sentence(POVERTY, judged((17, 15, 19)), GOAL, "2025") == ""
    assert path_sentence(POVERTY, judged((25, 21, 29), (math.nan,) * 3), GOAL, "2025") == ""


def test_a_date_that_has_come():
    assert due_sentence(judged((25, 23, 27), year=2029), GOAL) == ""
    assert (
        due_sentence(judged((25, 23, 27), year=2030), GOAL) == "Das Zieljahr 2030 ist da, das Ziel ist nicht erreicht."
    )
    open_ = due_sentence(judged((19, 17, 21), year=2031), GOAL)
    assert (
        open_ == "Das Zieljahr 2030 ist da; ob das Ziel erreicht ist, lässt sich mit diesen Zahlen nicht unterscheiden."
    )


# Beside others


@pytest.mark.parametrize(
    ("indicator", "apart", "sentence"),
    [
        (
            POVERTY,
            (-1.2, -2.3, -0.1),
            "Dorf 07 hat sich um 1,2 Punkte günstiger entwickelt als 8 ähnliche Quartiere ohne eingetragene Maßnahme "
            "(95-%-Bereich 0,1 bis 2,3 Punkte).",
        ),
        (
            VACCINATED,
            (-1.2, -2.3, -0.1),
            "Dorf 07 hat sich um 1,2 Punkte ungünstiger entwickelt als 8 ähnliche Quartiere ohne eingetragene Maßnahme "
            "(95-%-Bereich 0,1 bis 2,3 Punkte).",
        ),
        (
            NEUTRAL,
            (1.2, 0.1, 2.3),
            "Dorf 07 hat sich um 1,2 je 1.000 weiter nach oben entwickelt als 8 ähnliche Quartiere ohne eingetragene Maßnahme "
            "(95-%-Bereich 0,1 bis 2,3 je 1.000).",
        ),
        (
            POVERTY,
            (-0.4, -1.5, 0.7),
            "Dorf 07 hat sich nicht erkennbar anders entwickelt als 8 ähnliche Quartiere ohne eingetragene Maßnahme: im Mittel "
            "0,4 Punkte günstiger, 95-%-Bereich von 0,7 Punkte ungünstiger bis 1,5 Punkte günstiger.",
        ),
        (
            VACCINATED,
            (0.04, -1.5, 1.6),
            "Dorf 07 hat sich nicht erkennbar anders entwickelt als 8 ähnliche Quartiere ohne eingetragene Maßnahme: im Mittel "
            "gleich, 95-%-Bereich von 1,5 Punkte ungünstiger bis 1,6 Punkte günstiger.",
        ),
    ],
)
def test_the_difference_in_the_direction_that_is_favourable(indicator, apart, sentence):
    assert difference_sentence(indicator, "Dorf 07", Apart(*apart), 8, "Quartiere") == sentence


def test_a_difference_is_no_cause_and_none_seen_is_not_none():
    assert what_it_says(Apart(-1.2, -2.3, -0.1)).startswith("Das zeigt einen Unterschied, aber nicht seine Ursache: ")
    assert what_it_says(Apart(-1.2, -2.3, 0.1)).startswith("Das heißt nicht, dass es keinen Unterschied gibt")


def test_years_that_are_compared():
    assert years_words([2018, 2019, 2020], 1) == "2018–2020"
    assert years_words([2018, 2020], 1) == "2018, 2020"
    assert years_words([2017], 3) == "2015–2017" and years_words([2017], 1) == "2017"
    assert years_sentence([2018, 2019], [2021, 2022], 1) == (
        "Verglichen ist der Mittelwert für 2021–2022 mit dem für 2018–2019, hier wie dort."
    )
    assert (
        years_sentence([2017], [2023], 3)
        == "Verglichen ist der Wert für 2021–2023 mit dem für 2015–2017, hier wie dort."
    )


def test_too_few_areas_are_counted():
    assert too_few_sentence(3, "Quartiere").endswith("Vorhanden: 3.")


# No cause


def _differences(effect):
    found = run(County(effect=effect), Study(treated=1))
    return [Apart(*map(float, each)) for each in zip(found.value, found.lower95, found.upper95, strict=True)]


@pytest.mark.parametrize("effect", [0.0, -8.0], ids=["without effect", "with effect"])
def test_no_cause_is_told_in_1000_counties(effect):
    told_of = [
        f"{difference_sentence(POVERTY, 'Dorf', apart, 10, 'Quartiere')} {what_it_says(apart)}"
        for apart in _differences(effect)
    ]
    assert len(told_of) == 1000 and not [each for each in told_of if CAUSES.search(each)]
    secured = sum("günstiger entwickelt" in each for each in told_of) / 1000
    assert secured > 0.5 if effect else 0.03 <= secured <= 0.07
    assert all("nicht seine Ursache" in each for each in told_of if "günstiger entwickelt" in each)


@pytest.mark.parametrize("effect", [0.0, 8.0], ids=["without effect", "with effect"])
def test_no_cause_is_told_of_1000_goals(effect):
    rng = np.random.default_rng(5)
    statuses = set()
    for _ in range(1000):
        size, level = rng.integers(300, 10_000), rng.uniform(10, 30)
        counts = rng.binomial(size, [level / 100, (level - effect) / 100])
        course = pd.DataFrame(proportion(counts, [size, size])._asdict(), index=[2020, 2025])
        goal = Goal(2020, float(course["value"].iloc[0]) - 6, 2025, -1)
        found = progress(course, goal, 2025)
        statuses.add(found.status)
        sentences = (told(found), path_sentence(POVERTY, found, goal, "2025"), due_sentence(found, goal))
        assert not CAUSES.search(" ".join(sentences)), sentences
    assert {Status.OPEN, Status.ON_THE_WAY} <= statuses and (Status.REACHED in statuses) is bool(effect)


def test_no_text_of_the_two_files_tells_a_cause():
    for module in (words, beside_others):
        texts = [each for name, each in vars(module).items() if name.isupper() and isinstance(each, str)]
        tables = [each for name, each in vars(module).items() if name.isupper() and isinstance(each, dict)]
        texts += [sentence for table in tables for sentence in table.values()]
        assert texts and not [each for each in texts if CAUSES.search(each)]
