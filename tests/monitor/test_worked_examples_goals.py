"""Examples of goals: the tiny county by hand, limits from statsmodels; the sample county by its printed tables."""

import re

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from monitor.release import make_release
from monitor.worked_examples import worked_example
from tests.sample_county import sample_release

GOAL, BESIDE = "fortschritt", "differenz-der-differenzen"


def test_a_goal_by_hand(tiny_folder):
    """2023: above the county's 135 of 730 = 18.49 % are 60 of 300, 40 of 200 and 20 of 80; the middle one is Bergstadt 01."""
    first, second, third = worked_example(make_release(tiny_folder.open()), GOAL, "A2").sentences
    assert first == (
        "Angenommen, für Bergstadt 01 gälte bei Kinderarmut seit 2023 das Ziel höchstens 18,5 % bis 2033. "
        "Ausgangswert: 20,0 % (95-%-Bereich 15,0 bis 26,1 %); 2024: 20,0 % (95-%-Bereich 15,0 bis 26,1 %)."
    )
    lower, upper = confint_proportions_2indep(40, 200, 40, 200, compare="diff", method="newcomb", correction=False)
    assert (round(100 * lower, 1), round(100 * upper, 1)) == (-7.8, 7.8)
    assert second.startswith(
        "Stand: „nicht unterscheidbar“. Die Veränderung seit 2023 (0,0 Prozentpunkte, 95-%-Bereich −7,8 bis +7,8 Prozentpunkte)"
    )
    # a tenth of the way from 20 to 18.5
    assert third.startswith("Auf gerader Linie vom Ausgangswert zum Ziel wäre 2024 ein Wert von 19,9 % nötig.")


def test_a_county_that_is_too_small_says_so(tiny_folder):
    release = make_release(tiny_folder.open())
    assert worked_example(release, BESIDE, "A2").sentences == (
        "Für einen Vergleich mit ähnlichen Gebieten braucht es mindestens fünf davon und Werte vor und nach einem Jahr.",
    )


@pytest.mark.parametrize("indicator", ["A2", "G1"])
def test_the_table_holds_values_of_the_release(indicator):
    release = sample_release()
    example = worked_example(release, BESIDE, indicator)
    assert release.catalogue[indicator].name in example.sentences[0]
    assert "als 10 ähnliche Quartiere" in example.sentences[0] and len(example.table) == 11
    names = {name: area for area, name in release.hierarchy.names.items()}
    pool = release.plan(indicator, "quartier").pool
    for _, row in example.table.iterrows():
        for heading in example.table.columns[1:3]:
            first, last = map(int, re.findall(r"\d{4}", heading))
            years = range(first + pool - 1, last + 1, pool)
            printed = float(row[heading].replace(",", ".").removesuffix(" %"))
            values = release.over_years("quartier", indicator).loc[names[row["Quartier"]], list(years)]
            assert printed == pytest.approx(values.mean(), abs=0.051)
