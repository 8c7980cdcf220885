"""Trends and targets of a release. Counts 120, 131, 140, 155, 170 of 2000, 2010, 2005, 2020, 2030: χ² 10.64 > 9.55."""

import pytest

from indicators.benchmark import Target
from indicators.trend import Trend
from monitor.release import make_release
from monitor.targets import against_target
from monitor.trends import trends

YEARS = (2020, 2021, 2022, 2023, 2024)
RISING = ((120, 2000), (131, 2010), (140, 2005), (155, 2020), (170, 2030))
STEADY = ((100, 2000),) * 5
AREAS = ("05999001-01", "05999001-02", "05999002-01", "05999002-02")


def _release(folder, more="", **changed):
    series = {area: RISING if position == 0 else STEADY for position, area in enumerate(AREAS)} | changed
    rows = ["gebiet;jahr;merkmal;gruppe;wert"]
    for area, pairs in series.items():
        for year, (count, base) in zip(YEARS, pairs, strict=True):
            rows += [f"{area};{year};sgb2_u15;;{count}", f"{area};{year};ew_u15;;{base}", f"{area};{year};ew;;9000"]
    folder.write("counts.csv", "\n".join(rows) + "\n")
    folder.replace("catalogue.toml", "polarity = -1", f"polarity = -1\n{more}")
    return make_release(folder.open())


def test_five_years_that_rise(tiny_folder):
    found = trends(_release(tiny_folder), "quartier", "A2")
    assert found[2024].tolist() == [Trend.RISING, Trend.NONE, Trend.NONE, Trend.NONE]
    assert (found[[2020, 2021, 2022, 2023]] == Trend.NOT_TESTED).all(axis=None)


def test_a_hidden_year_leaves_no_trend(tiny_folder):
    release = _release(tiny_folder, **{AREAS[0]: (*RISING[:2], (2, 2005), *RISING[3:])})
    assert trends(release, "quartier", "A2").loc[AREAS[0], 2024] == Trend.NOT_TESTED


def test_pooled_years_are_not_tested_but_the_single_ones_of_the_county_are(tiny_folder):
    release = _release(tiny_folder, "pool = 3\npool_below = 3000")
    assert release.plan("A2", "gemeinde").pool == 1 and release.plan("A2", "quartier").pool == 3
    assert (trends(release, "quartier", "A2") == Trend.NOT_TESTED).all(axis=None)
    assert trends(release, "gemeinde", "A2")[2024].tolist() != [Trend.NOT_TESTED] * 2
    assert trends(release, "gemeinde", "A2", pooled_as="quartier")[2024].tolist() == [Trend.NOT_TESTED] * 2


def test_a_count_has_no_trend(tiny_folder):
    assert (trends(_release(tiny_folder), "quartier", "D1") == Trend.NOT_TESTED).all(axis=None)


@pytest.mark.parametrize(("target", "verdict"), [(4, Target.MISSED), (5, Target.OPEN), (7, Target.MET)])
def test_a_target_is_judged_with_the_interval(tiny_folder, target, verdict):
    # 100 of 2000 are 5 % (Wilson 4.1–6.0 %); low is favourable
    release = _release(tiny_folder, f"target = {target}")
    assert against_target(release, "quartier", "A2", 2024)[AREAS[1]] == verdict


def test_without_target_nothing_is_judged(tiny_folder):
    assert against_target(_release(tiny_folder), "quartier", "A2", 2024).eq(Target.NOT_COMPARED).all()
