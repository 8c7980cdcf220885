"""Years before a municipality drew its areas: Alfdorf's blocks w1, o1, w2, o2 as in `test_schemes`, in four years."""

import datetime as dt

import pandas as pd
import pytest

from geodata.scheme import scheme_of_units
from indicators.signs import Sign
from monitor.backcast import begins, drawn_on, not_reached, recalculated
from monitor.release import make_release
from monitor.results import attention_rows, change_rows, value_rows
from tests.monitor.test_divisions import QUARTERS
from tests.monitor.test_schemes import DAY, SIDES, blocks, drawn, published  # noqa: F401 a fixture

LEVEL = "quartier"
YEARS = (2021, 2022, 2023, 2024)
# Children in need of 100 in each block, by year: the western blocks w1 + w2, the eastern ones o1 + o2.
NEED = {2021: (11, 21, 31, 41), 2022: (12, 23, 34, 45), 2023: (13, 25, 37, 49), 2024: (14, 27, 40, 53)}
WEST = {2021: 11 + 31, 2022: 12 + 34, 2023: 13 + 37, 2024: 14 + 40}
EAST = {2021: 21 + 41, 2022: 23 + 45, 2023: 25 + 49, 2024: 27 + 53}


def rows_of(year, alfdorf):
    units = [f"{quarter}-{half}" for quarter in QUARTERS for half in "wo"]
    numbers = [*alfdorf, 15, 15, 15, 15]
    return [
        f"{unit};{year};{measure};;{number}"
        for unit, need in zip(units, numbers, strict=True)
        for measure, number in (("ew", 400), ("ew_u15", 100), ("sgb2_u15", need))
    ]


def write(folder, rows):
    folder.write("counts.csv", "\n".join(["gebiet;jahr;merkmal;gruppe;wert", *rows]) + "\n")


@pytest.fixture
def series(blocks):  # noqa: F811
    """The county with counts of four years by blocks."""
    write(blocks, [row for year in YEARS for row in rows_of(year, NEED[year])])
    return blocks


def by_name(release, table):
    return table.set_axis(release.hierarchy.areas(LEVEL)["name"].reindex(table.index).to_numpy(), axis="index")


def years_of(release, name, indicator="A2"):
    row = by_name(release, recalculated(release, LEVEL, indicator)).loc[name]
    return [int(year) for year in row.index[row]]


def test_years_before_the_first_day_are_recalculated_by_addition(series):
    release = published(series, drawn(SIDES))
    for year in YEARS:
        counts = by_name(release, release.table(LEVEL, "A2", year))["count"]
        assert (counts["Raum W"], counts["Raum O"]) == (WEST[year], EAST[year])
    assert years_of(release, "Raum W") == years_of(release, "Raum O") == [2021, 2022]
    assert years_of(release, "Bergstadt 01") == []
    assert drawn_on(release, LEVEL).tolist() == [DAY, DAY, None, None]


def test_a_year_in_which_it_was_drawn_is_not(series):
    assert years_of(published(series, drawn(SIDES), dt.date(2023, 7, 1)), "Raum W") == [2021, 2022]


def test_pooled_years_are_where_the_first_of_them_is(series):
    series.replace("catalogue.toml", "polarity = -1", "polarity = -1\npool = 2")
    release = published(series, drawn(SIDES))
    # 2023 is 2022 and 2023 together; 2021 has no year before it.
    assert years_of(release, "Raum W") == [2022, 2023]
    assert by_name(release, release.table(LEVEL, "A2", 2023))["count"]["Raum W"] == WEST[2022] + WEST[2023]


def test_ground_that_is_as_it_came_was_never_drawn_anew(series):
    release = published(series, drawn({"w1": "A", "o1": "A", "w2": "B", "o2": "C"}))
    assert years_of(release, "Raum A") == [] and years_of(release, "Raum B") == [2021, 2022]


def test_a_hidden_value_is_not_called_so(series):
    # 2 of 200 children are too few, and what the rest hides with them.
    write(series, [row for year in YEARS for row in rows_of(year, (1, 21, 1, 41) if year == 2021 else NEED[year])])
    release = published(series, drawn(SIDES))
    assert by_name(release, release.signs_over_years(LEVEL, "A2")).loc["Raum W", 2021] == Sign.PRIMARY
    assert years_of(release, "Raum W") == [2022]


def test_nothing_is_said_of_a_county_as_it_came(series):
    release = make_release(series.open())
    assert not recalculated(release, LEVEL, "A2").any(axis=None) and drawn_on(release, LEVEL).isna().all()
    assert not not_reached(release, LEVEL, "A2").any(axis=None)
    assert drawn_on(published(series, drawn(SIDES)), "gemeinde").isna().all()


def test_files_say_which_values_are_recalculated(series):
    series.append("county.toml", "[attention.county]", 'indicators = ["A2"]', "k = 1")
    release = published(series, drawn(SIDES))
    anew = ["zurückgerechnet", "zurückgerechnet", "", ""]
    assert value_rows(release, LEVEL, 2022, ["A2"])["zuschnitt"].tolist() == anew
    assert value_rows(release, LEVEL, 2023, ["A2", "D1"])["zuschnitt"].tolist() == [""] * 8
    assert change_rows(release, LEVEL, 2024, 2022, "A2")["zuschnitt"].tolist() == anew
    assert change_rows(release, LEVEL, 2024, 2023, "A2")["zuschnitt"].tolist() == [""] * 4
    assert attention_rows(release, LEVEL, 2021, "county")["zuschnitt"].tolist() == anew
    assert attention_rows(release, LEVEL, 2024, "county")["zuschnitt"].tolist() == [""] * 4


# Where base data do not reach


def only_quarters(folder, year):
    """A year that was delivered by quarters alone: w1 + o1 and w2 + o2 of `NEED`."""
    w1, o1, w2, o2 = NEED[year]
    return [
        f"{quarter};{year};{measure};;{number}"
        for quarter, need in zip(QUARTERS, (w1 + o1, w2 + o2, 30, 30), strict=True)
        for measure, number in (("ew", 800), ("ew_u15", 200), ("sgb2_u15", need))
    ]


def test_a_series_begins_anew_where_only_former_areas_have_numbers(blocks):  # noqa: F811
    rows = [
        row for year in YEARS for row in (only_quarters(blocks, year) if year < 2023 else rows_of(year, NEED[year]))
    ]
    write(blocks, rows)
    assert make_release(blocks.open()).table(LEVEL, "A2", 2022)["count"].tolist() == [35, 79, 30, 30]
    release = published(blocks, drawn(SIDES))
    unreached = by_name(release, not_reached(release, LEVEL, "A2"))
    assert unreached.loc["Raum W"].tolist() == [True, True, False, False]
    assert not unreached.loc["Bergstadt 01"].any()
    areas = release.areas(LEVEL)
    assert begins(release, LEVEL, "A2", areas[0]) == 2023 and begins(release, LEVEL, "A2", areas[-1]) is None
    signs = by_name(release, release.signs_over_years(LEVEL, "A2"))
    assert signs.loc["Raum W"].tolist() == [Sign.ABSENT, Sign.ABSENT, Sign.SHOWN, Sign.SHOWN]
    assert years_of(release, "Raum W") == []
    assert value_rows(release, LEVEL, 2022, ["A2"])["zuschnitt"].tolist() == [""] * 4
    assert value_rows(release, LEVEL, 2022, ["A2"])["zeichen"].tolist() == ["…", "…", "", ""]
    # Nobody had a number of 2022 where none was delivered at all.
    assert not not_reached(release, LEVEL, "D1").loc[areas[-1]].any()


def test_rounded_numbers_begin_anew_as_well(blocks):  # noqa: F811
    blocks.replace("county.toml", "as_of = 2024-12-31", "as_of = 2024-12-31\nrounding = 10")
    rows = [
        row for year in YEARS for row in (only_quarters(blocks, year) if year < 2023 else rows_of(year, NEED[year]))
    ]
    write(blocks, rows)
    release = published(blocks, drawn(SIDES))
    assert by_name(release, not_reached(release, LEVEL, "A2")).loc["Raum W"].tolist() == [True, True, False, False]


def test_years_that_nobody_delivered_are_no_break(blocks):  # noqa: F811
    bergstadt = [row for row in only_quarters(blocks, 2022) if row.startswith("05999002")]
    write(blocks, [*bergstadt, *rows_of(2023, NEED[2023]), *rows_of(2024, NEED[2024])])
    published(blocks, drawn(SIDES))
    units = {f"05999002-0{number}-{half}": half for number in (1, 2) for half in "wo"}
    other = scheme_of_units("05999002", 1, "Neu", pd.Series(units), pd.Series({"w": "Bergstadt W", "o": "Bergstadt O"}))
    release = published(blocks, other)
    assert by_name(release, release.signs_over_years(LEVEL, "A2"))[2022].tolist() == [Sign.ABSENT] * 4
    unreached = by_name(release, not_reached(release, LEVEL, "A2"))[2022]
    assert unreached.to_dict() == {"Raum O": False, "Raum W": False, "Bergstadt W": True, "Bergstadt O": True}


def test_another_measure_is_no_break(blocks):  # noqa: F811
    people = [row for row in only_quarters(blocks, 2022) if ";ew;" in row]
    write(blocks, [*people, *rows_of(2023, NEED[2023]), *rows_of(2024, NEED[2024])])
    release = published(blocks, drawn(SIDES))
    west = [by_name(release, not_reached(release, LEVEL, each)).loc["Raum W", 2022] for each in ("D1", "A2")]
    assert west == [True, False]


def test_values_that_are_delivered_as_such_are_not_converted(series):
    series.append(
        "catalogue.toml", "[S1]", 'name = "Index"', 'theme = "Armutslagen"', 'method = "given"', 'numerator = "index"',
        'numerator_name = "Index"', "polarity = -1", 'level = "quartier"', 'source = "amt"', 'why = "x"', 'purpose = "x"',
    )  # fmt: skip
    given = [f"{quarter};{year};index;;{at + 1}" for at, quarter in enumerate(QUARTERS) for year in (2022, 2023, 2024)]
    write(series, [*(row for year in YEARS for row in rows_of(year, NEED[year])), *given])
    release = published(series, drawn(SIDES))
    unreached = by_name(release, not_reached(release, LEVEL, "S1"))
    assert unreached.loc["Raum W"].tolist() == [False, True, True, True] and not unreached.loc["Bergstadt 02"].any()
    assert begins(release, LEVEL, "S1", release.areas(LEVEL)[0]) is None
    assert pd.isna(by_name(release, release.table(LEVEL, "S1", 2024))["value"]["Raum W"])
