"""A goal of an area as it is shown: numbers of the release, the difference from statsmodels, nothing of what is hidden."""

import time

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import chi2
from statsmodels.stats.meta_analysis import combine_effects

from indicators.progress import Status
from indicators.signs import Sign
from monitor.attention import HIDDEN
from tests.sample_county import sample_release
from views.content import content_of
from views.progress.progress import progress_of

AREA = "05382068-07"


@pytest.fixture(scope="module")
def shown():
    return content_of(sample_release())


# Series, baseline and path


@pytest.mark.parametrize(("area", "level"), [(AREA, "quartier"), ("05382068", "gemeinde"), ("05382", "kreis")])
def test_the_series_is_that_of_the_release(shown, area, level):
    found = progress_of(shown, area, "A2", 2020, 12.0, 2028)
    for year in shown.release.years:
        row = shown.release.table(level, "A2", year).loc[area]
        for name in ("value", "lower95", "upper95", "sign"):
            assert found.course.loc[year, name] == pytest.approx(row[name], nan_ok=True)
    assert (found.level, found.year, found.course.index[-1]) == (level, 2024, 2028)
    assert found.course.loc[2025:, "value"].isna().all() and (found.course.loc[2025:, "sign"] == Sign.ABSENT).all()


def test_the_path_is_the_straight_line_from_the_baseline(shown):
    found = progress_of(shown, AREA, "A2", 2020, 5.0, 2025)
    start = shown.release.over_years("quartier", "A2").loc[AREA, 2020]
    assert start > 5
    line = [np.nan] * 5 + [start - (start - 5) * step / 5 for step in range(6)]
    assert found.course["needed"].tolist() == pytest.approx(line, nan_ok=True)
    assert found.target == "höchstens 5 % bis 2025"


def test_the_baseline_is_looked_up_and_said_with_its_interval(shown):
    row = shown.release.table("quartier", "A2", 2020).loc[AREA]
    printed = [f"{row[name]:.1f}".replace(".", ",") for name in ("value", "lower95", "upper95")]
    found = progress_of(shown, AREA, "A2", 2020, 5.0, 2025)
    assert found.baseline == f"{printed[0]} % (95-%-Bereich {printed[1]} bis {printed[2]} %)"


def test_a_target_that_is_far_on_either_side(shown):
    assert progress_of(shown, AREA, "A2", 2020, 99.0, 2028).status == "erreicht"
    missed = progress_of(shown, AREA, "A2", 2020, 0.1, 2023)
    assert missed.found.overdue and "Das Zieljahr 2023 ist da, das Ziel ist nicht erreicht." in missed.sentences


def test_a_hidden_value_is_a_sign_and_says_nothing(shown):
    signs = shown.release.signs_over_years("quartier", "A2")
    latest = signs.index[signs[2024].isin(HIDDEN)][0]
    found = progress_of(shown, latest, "A2", 2020, 12.0, 2028)
    assert (found.found.status, found.now.split()[0]) == (Status.NO_STATEMENT, "•")
    assert found.sentences[0].startswith("Keine Aussage: Der Wert 2024 wird nicht gezeigt (geheim")
    start, year = next((area, year) for year in signs for area in signs.index if signs.loc[area, year] in HIDDEN and signs.loc[area, 2024] == 0)  # fmt: skip
    found = progress_of(shown, start, "A2", year, 0.1, 2028)
    assert found.baseline.startswith("•") and found.found.why == "baseline_missing"
    assert found.course["needed"].isna().all() and np.isnan(found.found.change)


def test_nothing_is_shown_that_the_release_does_not_show(shown):
    """Every number of all goals on the release's most hidden indicators is one of the release, or a mean of shown ones."""
    for indicator in ("A2", "G4", "B1"):
        signs = shown.release.signs_over_years("quartier", indicator)
        values = shown.release.over_years("quartier", indicator)
        for area in signs.index[signs.isin(HIDDEN).any(axis=1)][:25]:
            found = progress_of(shown, area, indicator, 2020, 10.0, 2028, started=2020)
            hidden = signs.columns[signs.loc[area].isin(HIDDEN)]
            assert found.course.loc[hidden, ["value", "lower95", "upper95"]].isna().all(axis=None)
            used = [*found.beside.windows.before, *found.beside.windows.after]
            assert not set(used) & set(hidden)
            if found.beside.areas:
                assert (signs.loc[list(found.beside.areas), used] == Sign.SHOWN).all(axis=None)
                means = values.loc[list(found.beside.areas)]
                mean = found.course["others"].reindex(means.columns)
                assert mean[means.isna().any()].isna().all()
                full = means.columns[means.notna().all()]
                assert mean[full].tolist() == pytest.approx([sum(means[year]) / len(means) for year in full])


def test_pooled_years_are_named_and_never_overlap(shown):
    found = progress_of(shown, "05382008-04", "G1", 2020, 10.0, 2028, started=2020)
    assert found.pool == 3 and "2018–2020" in found.sentences[0]
    assert (found.beside.windows.before, found.beside.windows.after) == ((2017,), (2023,))
    too_early = progress_of(shown, "05382008-04", "G1", 2022, 10.0, 2028)  # 2020–2022 and 2022–2024 share 2022
    assert too_early.found.why in ("too_early", "baseline_missing", "value_missing")


# Beside others


@pytest.mark.parametrize(("area", "indicator"), [(AREA, "A2"), (AREA, "A1"), ("05382068", "A5"), ("05382008-04", "G1")])
def test_the_difference_is_that_of_weighted_regression(shown, area, indicator):
    found = progress_of(shown, area, indicator, 2020, 5.0, 2028, started=2020).beside
    level = shown.release.hierarchy.level_of(area)
    rows = [area, *found.areas]

    def of(year):
        table = shown.release.table(level, indicator, year).loc[rows]
        return table["value"].to_numpy(), (table["upper95"] - table["lower95"]).to_numpy() / 3.92

    before, after = ([of(year) for year in window] for window in found.windows)
    change = np.mean([value for value, _ in after], axis=0) - np.mean([value for value, _ in before], axis=0)
    chance = sum(error**2 for _, error in (*before, *after)) / len(before) ** 2
    between = max(combine_effects(change[1:], chance[1:], method_re="iterated").tau2, 0.0)
    dummy = sm.add_constant((np.arange(len(rows)) == 0).astype(float))
    fit = sm.WLS(change, dummy, weights=1 / (chance + between)).fit()
    assert found.apart.value == pytest.approx(fit.params[1], abs=1e-3)
    # not below what chance undercuts in one of twenty cases, see `difference_in_differences`
    wider = max(1.0, chi2.ppf(0.05, len(rows) - 2) / (len(rows) - 2) / fit.scale) ** 0.5
    limits = found.apart.value + wider * (fit.conf_int()[1] - fit.params[1])
    assert [found.apart.lower, found.apart.upper] == pytest.approx(limits.tolist(), abs=1e-3)


def test_areas_with_a_measure_are_no_comparison(shown):
    free = progress_of(shown, AREA, "A2", 2020, 5.0, 2028, started=2020).beside
    taken = set(free.areas[:3])
    found = progress_of(shown, AREA, "A2", 2020, 5.0, 2028, without=taken, started=2020).beside
    assert not taken & set(found.areas) and found.areas[: len(free.areas) - 3] == free.areas[3:]
    all_taken = set(shown.release.areas("quartier"))
    none = progress_of(shown, AREA, "A2", 2020, 5.0, 2028, without=all_taken, started=2020).beside
    assert none.areas == () and np.isnan(none.apart.value) and none.sentences[0].endswith("Vorhanden: 0.")


def test_only_areas_of_similar_value_are_compared(shown):
    values = shown.release.over_years("quartier", "A2")[2020]
    found = progress_of(shown, AREA, "A2", 2020, 5.0, 2028, started=2020).beside
    assert AREA not in found.areas and 5 <= len(found.areas) <= 10
    for area in found.areas:
        assert values[AREA] / 1.5 <= values[area] <= values[AREA] * 1.5


def test_years_around_the_beginning(shown):
    found = progress_of(shown, AREA, "A2", 2020, 5.0, 2028, started=2021).beside
    assert (found.windows.before, found.windows.after) == ((2016, 2017, 2018), (2022, 2023, 2024))
    assert "(2020–2021)" in found.sentences[-1]


@pytest.mark.parametrize(
    ("area", "indicator", "baseline", "reason"),
    [
        ("05382", "A2", 2020, "Neben dem ganzen Kreis"),
        ("05382068", "G9", 2020, "keinen Vertrauensbereich"),
        (AREA, "A2", 2024, "gleich weit vor dem Ausgangsjahr"),
        (AREA, "A2", 2015, "gleich weit vor dem Ausgangsjahr"),
        (AREA, "T1", 2020, "gleich weit vor dem Ausgangsjahr"),
    ],
)
def test_why_nothing_is_compared(shown, area, indicator, baseline, reason):
    [sentence] = progress_of(shown, area, indicator, baseline, 5.0, 2028, started=baseline).beside.sentences
    assert sentence.startswith("Kein Vergleich: ") and reason in sentence


def test_nothing_is_compared_before_a_measure_has_begun(shown):
    found = progress_of(shown, AREA, "A2", 2020, 5.0, 2028)
    assert found.beside.areas == () and found.course["others"].isna().all()
    assert found.beside.sentences == (
        "Kein Vergleich: Noch hat keine Maßnahme begonnen, oder ihr Beginn ist nicht eingetragen.",
    )


# Asking


def test_unknown_areas_and_indicators_are_key_errors(shown):
    for area, indicator in (("00000000", "A2"), (AREA, "Q9")):
        with pytest.raises(KeyError):
            progress_of(shown, area, indicator, 2020, 5.0, 2028)
    with pytest.raises(ValueError, match="2020"):
        progress_of(shown, AREA, "A2", 2020, 5.0, 2020)


@pytest.mark.parametrize(("first", "last"), [(1899, 2028), (-20_000_000, 2028), (2020, 2201)])
def test_years_far_away_make_no_rows(shown, first, last):
    with pytest.raises(ValueError, match="no span of years"):
        progress_of(shown, AREA, "A2", first, 5.0, last)


def test_years_and_levels_without_numbers_are_no_error(shown):
    assert progress_of(shown, AREA, "A2", 1990, 5.0, 2028).found.why == "baseline_missing"
    assert progress_of(shown, AREA, "A2", 2030, 5.0, 2035).found.why == "too_early"
    absent = progress_of(shown, AREA, "A8", 2020, 70.0, 2028)
    assert absent.year is None and absent.found.status == Status.NO_STATEMENT


def test_it_is_kept_and_fast(shown):
    areas = list(shown.release.areas("quartier"))[:40]
    progress_of(shown, areas[0], "A4", 2021, 5.0, 2028)
    started = time.perf_counter()
    found = [progress_of(shown, area, "A4", 2021, 5.0, 2028) for area in areas]
    assert (time.perf_counter() - started) / len(areas) < 0.05
    assert progress_of(shown, areas[3], "A4", 2021, 5.0, 2028) is found[3]


def test_without_measures_about_one_in_twenty_is_called_different(shown):
    """The sample county knows no measures: of 95 % intervals few leave 0 out."""
    secured = [
        beside.secured
        for indicator in ("A1", "P2")
        for area in shown.release.areas("quartier")
        if (beside := progress_of(shown, area, indicator, 2020, 5.0, 2028, started=2020).beside).areas
    ]
    assert len(secured) > 250 and sum(secured) / len(secured) < 0.08
