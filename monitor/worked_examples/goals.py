"""Examples of a goal and of an area beside areas alike."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from indicators.difference_in_differences import LEAST_COMPARED
from indicators.mirrored_years import Windows, mirrored_years
from indicators.progress import Goal, progress
from monitor.beside import comparable_areas, difference, years_shown
from monitor.release import Release
from monitor.similar_areas import context_values
from monitor.worked_examples.case import WITH_INTERVAL, Case, Example, case_of, middle
from monitor.worked_examples.development import since_year
from texts.beside_others import Apart, difference_sentence, what_it_says, years_sentence, years_words
from texts.change import change_value
from texts.progress import due_sentence, goal_words, path_sentence, status_sentence, status_words
from texts.treatment import period

YEARS_TO_GO = 10  # from the baseline to the target of the example
PAIRS = 3  # years before and after the choice, where there are so many


class _Pair(NamedTuple):
    area: str
    compared: list[str]
    windows: Windows
    choice: int


def goal(release: Release, chosen: str) -> Example:
    """As if an area on the unfavourable side were to reach the county's value."""
    case = case_of(
        release, chosen, lambda case: case.indicator.polarity != 0 and not _unfavourable(case).empty,
        "Ein Ziel lässt sich erst beurteilen, wo ein ungünstiger Wert und ein späterer gezeigt werden.",
    )  # fmt: skip
    area, since = middle(_unfavourable(case)), int(since_year(case) or 0)
    target = float(release.benchmark(case.indicator.id, since, case.level)["value"])
    asked = Goal(since, round(target, case.indicator.decimals), since + YEARS_TO_GO, case.indicator.polarity)
    course = pd.DataFrame({year: case.in_year(year).loc[area] for year in (since, case.year)}).T
    found = progress(course, asked, case.year, case.pool)
    now, start = period(case.year, case.pool), period(since, case.pool)
    sentences = (
        f"Angenommen, für {case.name(area)} gälte bei {case.indicator.name} seit {start} das Ziel "
        f"{goal_words(case.indicator, asked, found.direction)}. Ausgangswert: {_value(case, area, since)}; "
        f"{now}: {_value(case, area, case.year)}.",
        f"Stand: „{status_words(found.status)}“. {status_sentence(case.indicator, found, now, start)}",
        path_sentence(case.indicator, found, asked, now),
        due_sentence(found, asked),
    )
    return Example(tuple(each for each in sentences if each))


def beside(release: Release, chosen: str) -> Example:
    """As if a measure had begun in an area of the finest level."""
    case = case_of(
        release, chosen, lambda case: _pair(case) is not None,
        "Für einen Vergleich mit ähnlichen Gebieten braucht es mindestens fünf davon und Werte vor und nach einem Jahr.",
    )  # fmt: skip
    pair = _pair(case)
    assert pair is not None
    found = difference(release, case.level, case.indicator.id, pair.area, pair.compared, pair.windows)
    apart = Apart(float(found.value), float(found.lower95), float(found.upper95))
    told = difference_sentence(case.indicator, case.name(pair.area), apart, len(pair.compared), case.plural)
    return Example(
        (
            f"{case.indicator.name}, als hätte in {case.name(pair.area)} nach {years_words([pair.choice], case.pool)} eine "
            f"Maßnahme begonnen. {told}",
            what_it_says(apart),
            years_sentence(*pair.windows, case.pool),
        ),
        _table(case, pair),
    )


def _unfavourable(case: Case) -> pd.Series:
    """Values in the year of the baseline of areas that are shown then and now, less favourable than the county then."""
    since = since_year(case)
    if since is None or case.indicator.method not in WITH_INTERVAL:
        return pd.Series(dtype=float)
    start = case.in_year(since)["value"]
    start = start[start.index.intersection(case.shown.index)]
    county = float(case.release.benchmark(case.indicator.id, since, case.level)["value"])
    return start[(start - county) * case.indicator.polarity < 0]


def _value(case: Case, area: str, year: int) -> str:
    row = case.in_year(year).loc[area]
    return f"{case.value(row['value'])} (95-%-Bereich {case.interval(row['lower95'], row['upper95'])})"


def _pair(case: Case) -> _Pair | None:
    """The area nearest to the middle value that has enough areas to compare it with; None where none has."""
    choice = _choice(case)
    if choice is None or case.indicator.method not in WITH_INTERVAL or not case.indicator.polarity:
        return None
    values = case.in_year(choice)["value"]
    order = (values.rank(method="first") - (len(values) + 1) / 2).abs().sort_values(kind="stable").index
    context = context_values(case.release, case.level, choice)
    found = (_beside(case, context, str(area), choice) for area in order)
    return next((each for each in found if len(each.compared) >= LEAST_COMPARED), None)


def _choice(case: Case) -> int | None:
    """The year with up to three pairs of years around it, and so many before it as there are after it."""
    years = case.release.years_of(case.indicator.id, case.level)
    choices = (case.year - pairs * case.pool for pairs in range(PAIRS, 0, -1))
    return next((year for year in choices if {year, year - case.pool} <= set(years)), None)


def _beside(case: Case, context: pd.DataFrame, area: str, choice: int) -> _Pair:
    shown = years_shown(case.release, case.level, case.indicator.id, area)
    windows = mirrored_years(shown, choice, pool=case.pool)
    compared = comparable_areas(case.release, context, case.level, case.indicator.id, area, choice, windows)
    return _Pair(area, compared if windows.before else [], windows, choice)


def _table(case: Case, pair: _Pair) -> pd.DataFrame:
    values = case.release.over_years(case.level, case.indicator.id).loc[[pair.area, *pair.compared]]
    before, after = (values[list(years)].mean(axis=1) for years in pair.windows)
    return pd.DataFrame(
        {
            case.release.level(case.level).name: [case.name(area) for area in values.index],
            years_words(pair.windows.before, case.pool): [case.value(each) for each in before],
            years_words(pair.windows.after, case.pool): [case.value(each) for each in after],
            "Veränderung": [change_value(case.indicator, each) for each in after - before],
        }
    )
