"""The order of the list beside the map: by hand on made-up numbers, and against the printed values of the county."""

import pytest

from monitor.folder import open_folder
from monitor.release import make_release
from tests.monitor.conftest import TinyFolder
from ui.data import content
from views.ranking import collated, ranking_of
from views.view import read_view
from views.wanted import Wanted


@pytest.fixture(scope="module")
def shown():
    return content()


def view_of(release, **link):
    source: Wanted = lambda param: link.get(param, "")  # noqa: E731
    return read_view(release, source)


@pytest.fixture
def tiny(tmp_path):
    """Shares of children in need: 15 of 150 = 10 %, 60 of 300 = 20 %, 40 of 200 = 20 %, 20 of 80 = 25 %."""
    return TinyFolder(tmp_path)


def of(folder, indicator="A2", **link):
    release = make_release(open_folder(folder.path))
    return ranking_of(
        release, view_of(release, kennzahl=indicator, ebene="quartier", **link), release.catalogue[indicator], 2024
    )


def test_unfavourable_first_and_equal_ones_by_name(tiny):
    assert of(tiny) == (("05999002-02", "05999001-02", "05999002-01", "05999001-01"), 0)


def test_favourable_is_high_so_the_lowest_comes_first(tiny):
    tiny.replace("catalogue.toml", "polarity = -1", "polarity = 1")
    assert of(tiny).areas == ("05999001-01", "05999001-02", "05999002-01", "05999002-02")


def test_without_judgement_the_highest_comes_first(tiny):
    assert of(tiny, "D1").areas == ("05999001-02", "05999002-01", "05999001-01", "05999002-02")


def test_only_the_areas_of_the_municipality(tiny):
    assert of(tiny, kommune="05999001") == (("05999001-02", "05999001-01"), 0)


def test_changes_are_ranked_by_the_change(tiny):
    """From 2023: 10 % stays, 20 % was 10 % (30 of 300), the others stay: the second quarter rose most."""
    rows = [row if row[:3] != ("05999001-02", "2023", "sgb2_u15") else (*row[:4], "30") for row in tiny.rows()]
    tiny.write("counts.csv", tiny.text(rows))
    assert of(tiny, seit="2023").areas[0] == "05999001-02"


def test_a_hidden_value_has_no_place_and_is_counted(tiny):
    """2 of 80 is smaller than 3."""
    rows = [row if row[:3] != ("05999002-02", "2024", "sgb2_u15") else (*row[:4], "2") for row in tiny.rows()]
    tiny.write("counts.csv", tiny.text(rows))
    found = of(tiny)
    assert "05999002-02" not in found.areas
    assert found.without == 4 - len(found.areas) >= 1


def test_the_order_of_the_county_is_that_of_the_printed_values(shown):
    release = shown.release
    for link in ({"kennzahl": "A2"}, {"kennzahl": "G5"}, {"kennzahl": "P2"}, {"kennzahl": "A2", "seit": "2019"}):
        view = view_of(release, ebene="quartier", jahr="2024", **link)
        found = ranking_of(release, view, view.indicator, 2024)
        table = release.table("quartier", view.indicator.id, 2024)
        if view.since is None:
            values = table["smoothed"] if link["kennzahl"] == "P2" else table["value"]
        else:
            values = table["value"] - release.table("quartier", view.indicator.id, view.since)["value"]
        ranked = values[list(found.areas)].round(view.indicator.decimals)
        assert ranked.is_monotonic_increasing if view.indicator.polarity > 0 else ranked.is_monotonic_decreasing
        assert found.without == int(values.isna().sum())


def test_umlauts_stand_with_their_letter():
    names = ["Zell", "Öd", "Oberau", "öd", "Ende"]
    assert sorted(names, key=collated) == ["Ende", "Oberau", "Öd", "öd", "Zell"]
