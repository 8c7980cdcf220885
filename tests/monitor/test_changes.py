"""Changes of the county made to be checked by hand; limits from statsmodels 0.15 (Newcombe's method 10)."""

import numpy as np
import pandas as pd
import pytest

from indicators.signs import Sign
from monitor.changes import change_table, change_years, changes_over_years
from monitor.release import make_release

FIRST, SECOND, THIRD, FOURTH = "05999001-01", "05999001-02", "05999002-01", "05999002-02"


def _set(folder, measure, year, old, new, area=FIRST):
    folder.replace("counts.csv", f"{area};{year};{measure};;{old}", f"{area};{year};{measure};;{new}")


def _release(folder):
    return make_release(folder.open())


def _add_years(folder, *years):
    rows = [row for row in folder.rows() if row[1] == "2023"]
    folder.append("counts.csv", *(";".join((row[0], str(year), *row[2:])) for year in years for row in rows))


def test_a_rise_with_its_limits(tiny_folder):
    _set(tiny_folder, "sgb2_u15", 2024, 15, 30)
    table = change_table(_release(tiny_folder), "quartier", "A2", 2024, 2023)
    numbers = ["value", "lower95", "upper95", "lower998", "upper998"]
    assert table.columns.tolist() == [*numbers, "secured", "tested", "sign"]
    # 30 of 150 after 15 of 150
    expected = [10, 1.895383, 18.087122, -2.991555, 22.896084]
    assert table.loc[FIRST, numbers].tolist() == pytest.approx(expected, abs=1e-6)
    assert table["secured"].tolist() == [True, False, False, False] and table["tested"].all()
    assert table["sign"].eq(Sign.SHOWN).all() and table["value"].tolist()[1:] == [0, 0, 0]
    assert table["secured"].dtype == table["tested"].dtype == bool and table["sign"].dtype == np.uint8


def test_the_change_of_the_whole_county(tiny_folder):
    _set(tiny_folder, "sgb2_u15", 2024, 15, 30)
    release = _release(tiny_folder)
    table = change_table(release, release.whole.id, "A2", 2024, 2023)
    # 150 of 730 after 135 of 730
    assert table["value"].tolist() == pytest.approx([15 / 7.3])
    assert table[["lower95", "upper95"]].iloc[0].tolist() == pytest.approx([-2.015087, 6.118405], abs=1e-6)
    assert not table["secured"].any()


def test_backwards_is_the_same_with_the_other_sign(tiny_folder):
    _set(tiny_folder, "sgb2_u15", 2024, 15, 30)
    release = _release(tiny_folder)
    forth, back = (change_table(release, "quartier", "A2", *years) for years in ((2024, 2023), (2023, 2024)))
    assert back["value"].tolist() == (-forth["value"]).tolist()
    assert back["upper95"].tolist() == (-forth["lower95"]).tolist()


def test_a_number_without_interval_is_not_tested(tiny_folder):
    _set(tiny_folder, "ew", 2024, 1000, 1010)
    table = change_table(_release(tiny_folder), "quartier", "D1", 2024, 2023)
    assert table["value"].tolist() == [10, 0, 0, 0]
    assert not table["tested"].any() and not table["secured"].any() and table["lower95"].isna().all()


@pytest.mark.parametrize("year", [2023, 2024])
def test_hidden_in_one_year_is_hidden(tiny_folder, year):
    _set(tiny_folder, "sgb2_u15", year, 15, 2)
    table = change_table(_release(tiny_folder), "quartier", "A2", 2024, 2023)
    assert table["sign"].tolist() == [Sign.PRIMARY, Sign.SECONDARY, Sign.SHOWN, Sign.SHOWN]
    assert table.loc[[FIRST, SECOND], "value":"upper998"].isna().all(axis=None)
    assert not table.loc[[FIRST, SECOND], ["secured", "tested"]].any(axis=None)


@pytest.mark.parametrize(("hidden", "blocked"), [(2023, 2024), (2024, 2023)])
def test_protection_stands_before_missing(tiny_folder, hidden, blocked):
    _set(tiny_folder, "sgb2_u15", hidden, 15, 2)
    _set(tiny_folder, "sgb2_u15", blocked, 15, "x")
    table = change_table(_release(tiny_folder), "quartier", "A2", 2024, 2023)
    assert table.loc[FIRST, "sign"] == Sign.PRIMARY and np.isnan(table.loc[FIRST, "value"])


@pytest.mark.parametrize("year", [2023, 2024])
def test_missing_in_one_year_keeps_its_reason(tiny_folder, year):
    _set(tiny_folder, "sgb2_u15", year, 15, "x")
    table = change_table(_release(tiny_folder), "quartier", "A2", 2024, 2023)
    assert table["sign"].tolist() == [Sign.BLOCKED, Sign.SHOWN, Sign.SHOWN, Sign.SHOWN]


def _pooled(folder):
    folder.replace("catalogue.toml", 'level = "quartier"', 'level = "quartier"\npool = 2')
    _add_years(folder, 2021, 2022)
    _set(folder, "sgb2_u15", 2024, 15, 30)
    return _release(folder)


def test_pooled_windows_that_share_a_year_give_no_change(tiny_folder):
    table = change_table(_pooled(tiny_folder), "quartier", "A2", 2024, 2023)
    assert table["sign"].eq(Sign.OVERLAP).all() and table.loc[:, "value":"upper998"].isna().all(axis=None)
    assert not table["tested"].any() and not table["secured"].any()


def test_pooled_windows_side_by_side_do(tiny_folder):
    table = change_table(_pooled(tiny_folder), "quartier", "A2", 2024, 2022)
    # 15 + 30 of 300 after 15 + 15 of 300
    assert table.loc[FIRST, ["value", "lower95", "upper95"]].tolist() == pytest.approx(
        [5, -0.317589, 10.341013], abs=1e-6
    )
    assert table["tested"].all() and not table["secured"].any()


def test_a_window_that_is_not_complete_keeps_its_own_sign(tiny_folder):
    table = change_table(_pooled(tiny_folder), "quartier", "A2", 2022, 2021)
    assert table["sign"].eq(Sign.ABSENT).all()


def test_a_year_has_no_change_since_itself(tiny_folder):
    table = change_table(_release(tiny_folder), "quartier", "A2", 2024, 2024)
    assert table["sign"].eq(Sign.OVERLAP).all() and table["value"].isna().all()


def test_the_series_is_what_the_tables_show(tiny_folder):
    release = _pooled(tiny_folder)
    series = changes_over_years(release, "quartier", "A2", 2022)
    assert series.columns.tolist() == [2021, 2022, 2023, 2024] and series.index.equals(release.areas("quartier"))
    assert series[[2021, 2022, 2023]].isna().all(axis=None) and series[2024].tolist() == [5, 0, 0, 0]
    for year in release.years:
        shown = change_table(release, "quartier", "A2", year, 2022)["value"]
        pd.testing.assert_series_equal(series[year], shown, check_names=False)


def test_years_a_change_can_be_counted_from(tiny_folder):
    release = _pooled(tiny_folder)
    assert change_years(release, "quartier", "A2") == [2022]  # 2021–2022; 2023 shares a year with 2024
    assert change_years(release, "quartier", "D1") == [2021, 2022, 2023]


def test_no_years_where_the_indicator_is_not_published(tiny_folder):
    tiny_folder.replace("catalogue.toml", 'level = "quartier"', 'level = "gemeinde"')
    release = _release(tiny_folder)
    assert change_years(release, "quartier", "A2") == []
    assert change_table(release, "quartier", "A2", 2024, 2023)["sign"].eq(Sign.NOT_AT_LEVEL).all()
