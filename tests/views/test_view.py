"""Every view is a link: written and read again it is the same; what does not exist falls back to its default."""

import pytest

from indicators.classify import Scheme
from tests.sample_county import sample_release
from views.links import attention_link_of, link_of
from views.shapes import shapes_of
from views.view import areas_in, read_attention_view, read_view

PLAIN = {"kennzahl": "A2", "jahr": "2021", "ebene": "quartier"}


@pytest.fixture(scope="module")
def release():
    return sample_release()


def source(link):
    return lambda param: link.get(param, "")


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"ebene": "gemeinde"},
        {"kommune": "05382068"},
        {"gebiet": "05382068-07"},
        {"klassen": "natural", "anzahl": "7"},
        {"klassen": "own", "grenzen": "0;12.5"},
        {"klassen": "fixed", "kennzahl": "G4"},
        {"klassen": "split", "grenzen": "12.5"},
        {"seit": "2016", "anzahl": "3"},
        {"zweite": "kennzahl", "kennzahl2": "A4", "seite": "punkte"},
        {"zweite": "jahr", "jahr2": "2016"},
        {"flaeche": "bewohnt"},
        {"flaeche": "kacheln", "seite": "ohne"},
        {"kennzahl": "P2", "werte": "gemessen"},
    ],
)
def test_a_link_makes_the_view_it_was_made_of(release, more):
    link = PLAIN | more
    view = read_view(release, source(link))
    written = link_of(view)
    assert {param: written.get(param) for param in link} == link
    assert read_view(release, source(written)) == view


@pytest.mark.parametrize(
    ("param", "value"),
    [
        ("kennzahl", "Z9"), ("jahr", "1066"), ("jahr", "zwei"), ("ebene", "mond"), ("kommune", "05382068-07"),
        ("gebiet", "../.."), ("klassen", "zufall"), ("anzahl", "99"), ("seit", "2024"), ("seit", "1990"),
        ("zweite", "drei"), ("flaeche", "kugel"), ("seite", "punkte"), ("grenzen", "<script>"), ("werte", "gemessen"),
    ],
)  # fmt: skip
def test_what_does_not_exist_falls_back(release, param, value):
    assert read_view(release, source(PLAIN | {param: value})) is not None
    if param not in PLAIN:
        assert read_view(release, source(PLAIN | {param: value})) == read_view(release, source(PLAIN))


def test_a_second_indicator_that_is_gone_becomes_the_next_one(release):
    view = read_view(release, source(PLAIN | {"zweite": "kennzahl", "kennzahl2": "Z9"}))
    assert view.second is not None and view.second.indicator.id != "A2"


def test_own_bounds_of_one_indicator_are_not_those_of_another(release):
    view = read_view(release, source(PLAIN | {"klassen": "own", "grenzen": "20"}))
    assert view.classes.own == (20,)
    assert view.classes_of(release.catalogue["A4"]).scheme is Scheme.QUANTILE
    assert view.classes_of(release.catalogue["G4"]).own == release.catalogue["G4"].breaks


def test_a_map_is_split_at_the_value_of_the_county_where_no_other_is_named(release):
    link = {"kennzahl": "A2", "jahr": "2018", "klassen": "split"}
    latest = release.benchmark("A2", 2024, "quartier")
    assert read_view(release, source(link)).classes.own == (round(100 * latest["count"] / latest["base"], 1),)
    assert read_view(release, source(link | {"grenzen": "7;9"})).classes.own == (7,)


def test_pooled_years_can_only_be_compared_without_overlap(release):
    view = read_view(release, source({"kennzahl": "G1", "seit": "2022"}))
    assert release.catalogue["G1"].pool == 3 and view.since is None
    assert read_view(release, source({"kennzahl": "G1", "seit": "2021"})).since == 2021


def test_the_attention_view_is_a_link_too(release):
    link = {"regel": "mss", "ebene": "quartier", "jahr": "2022", "kommune": "05382068", "gebiet": "05382068-07"}
    view = read_attention_view(release, source(link))
    assert view is not None and attention_link_of(view) == link


def test_a_municipality_holds_its_parts_and_itself(release):
    assert len(areas_in(release, "quartier", "05382068")) == 20
    assert list(areas_in(release, "gemeinde", "05382068")) == ["05382068"]
    assert len(areas_in(release, "quartier", "")) == 158


def test_shapes_that_a_level_has(release):
    assert shapes_of(release, "quartier") == ["ganz", "bewohnt", "kacheln"]
    assert shapes_of(release, release.whole.id) == ["ganz", "bewohnt"]
