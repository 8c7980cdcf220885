"""A profile of the shipped county against the command line and against maps drawn by hand."""

import math

import pytest

from monitor.attention import HIDDEN
from monitor.folder import open_folder
from monitor.release import make_release
from tests.reports.conftest import SAMPLE
from views.content import content_of
from views.profile.profile import profile_of, profile_years
from views.profile.words import words_of


@pytest.fixture(scope="module")
def shown():
    return content_of(make_release(open_folder(SAMPLE)))


@pytest.mark.parametrize("area", ["05382068-07", "05382068", "05382"])
def test_every_number_is_that_of_the_release(shown, area):
    found = profile_of(shown, area)
    for row in found.rows:
        table = shown.release.table(found.level.id, row.indicator.id, row.year).loc[area]
        assert row.sign == table["sign"]
        for name in ("value", "lower95", "upper95", "count", "base"):
            assert getattr(row, name) == pytest.approx(table[name], nan_ok=True)
    assert [row.indicator.id for row in found.rows] == [each.id for each in sorted_by_theme(shown, found.level.id)]


def sorted_by_theme(shown, level):
    at_level = shown.release.indicators_at(level)
    themes = list(dict.fromkeys(each.theme for each in at_level))
    return sorted(at_level, key=lambda each: themes.index(each.theme))


def test_no_value_is_of_a_later_year(shown):
    assert all(row.year <= 2019 and row.course.index.max() <= 2019 for row in profile_of(shown, "05382068", 2019).rows)


def test_the_yardsticks_are_those_of_the_same_pooled_years(shown):
    found = profile_of(shown, "05382068-07")
    row = next(row for row in found.rows if row.pool > 1)
    own = shown.release.table("gemeinde", row.indicator.id, row.year, pooled_as="quartier").loc["05382068"]
    assert row.above.value == pytest.approx(own["value"])
    assert row.whole == pytest.approx(shown.release.benchmark(row.indicator.id, row.year, "quartier")["value"])


def test_numbers_of_people_have_no_yardstick(shown):
    row = next(row for row in profile_of(shown, "05382068-07").rows if row.indicator.id == "D1")
    assert math.isnan(row.whole) and row.above is None and words_of(row).whole == ""


def test_the_range_leaves_hidden_areas_out(shown):
    found = profile_of(shown, "05382068-07")
    for row in found.rows:
        values = shown.release.table("quartier", row.indicator.id, row.year)["value"].dropna()
        assert (row.range.least, row.range.most, row.range.areas) == (values.min(), values.max(), len(values))


def test_a_hidden_value_is_a_sign_everywhere(shown):
    signs = shown.release.signs_over_years("quartier", "A2")[2024]
    area = signs.index[signs.isin(HIDDEN)][0]
    row = next(row for row in profile_of(shown, area).rows if row.indicator.id == "A2")
    words = words_of(row)
    assert (words.value, words.interval, words.comparison, words.trend) == ("•", "", "", "")
    assert words.why.startswith("geheim")


def test_the_decided_rule_comes_first_and_neighbours_are_mutual(shown):
    found = profile_of(shown, "05382068-07")
    assert [each.rule for each in found.standings] == ["county", "mss", "significance"]
    assert all("05382068-07" in profile_of(shown, each).neighbours for each in found.neighbours)


def test_the_whole_is_not_judged(shown):
    found = profile_of(shown, "05382")
    assert (found.standings, found.neighbours, len(found.similar)) == ((), (), 0)


def test_an_unknown_area_is_an_error(shown):
    with pytest.raises(KeyError):
        profile_of(shown, "05382999")
    with pytest.raises(KeyError):  # base units are never shown
        profile_of(shown, str(shown.release.hierarchy.areas("baublock").index[0]))


def test_years_with_numbers(shown):
    assert profile_years(shown.release, "quartier")[-1] == 2024
