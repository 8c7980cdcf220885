"""Borders over base units: shares by hand on a kilometre grid, slivers only mended when asked."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point, box

from geodata.scheme import CutBy
from geodata.scheme_from_boundaries import scheme_from_boundaries
from geodata.scheme_pieces import LEFT, pieces_of
from geodata.scheme_shares import in_steps
from geodata.scheme_slivers import Sliver, are_rounding, are_slivers


@pytest.fixture
def units(km):
    """Four squares of a kilometre in a row: u0, u1, u2, u3."""
    return gpd.GeoDataFrame(geometry=[km(each, 0) for each in range(4)], index=["u0", "u1", "u2", "u3"], crs=25832)


@pytest.fixture
def delivered(areas):
    def made(shapes, id_made=False):
        return areas(shapes).assign(id_made=id_made)

    return made


def _shares(scheme):
    return {(row.unit, row.area): round(row.share, 9) for row in scheme.parts.itertuples()}


def _codes(problems):
    return [problem.code for problem in problems]


def test_whole_units(units, delivered, km):
    scheme, problems = scheme_from_boundaries(
        delivered({"b": km(2, 0, 2), "a": km(0, 0, 2)}), units, "05382068", 3, "Neu"
    )
    assert problems == []
    assert _shares(scheme) == {("u0", "a"): 1, ("u1", "a"): 1, ("u2", "b"): 1, ("u3", "b"): 1}
    assert (scheme.municipality, scheme.version, scheme.name) == ("05382068", 3, "Neu")
    assert scheme.areas.to_dict() == {"a": "Gebiet a", "b": "Gebiet b"} and list(scheme.areas.index) == ["a", "b"]
    assert scheme.shapes is None and scheme.cut_units == []


def test_a_border_through_a_unit_by_area(units, delivered, km):
    areas = delivered({"a": km(0, 0, 1.25), "b": km(1.25, 0, 2.75)})
    scheme, problems = scheme_from_boundaries(areas, units, "05382068", cut_by=CutBy.AREA)
    assert _shares(scheme)[("u1", "a")] == 0.25 and _shares(scheme)[("u1", "b")] == 0.75
    assert scheme.cut_units == ["u1"] and scheme.cut_by is CutBy.AREA
    assert _codes(problems) == ["scheme_units_cut"] and problems[0].facts["by"] == "flaeche"
    assert scheme.shapes["a"].equals(km(0, 0, 1.25))


def test_by_inhabited_area(units, delivered, km):
    # Of u1 a strip of 0.4 km is inhabited, of which 0.1 km lies in a: a quarter, though a has half of the unit.
    areas = delivered({"a": km(0, 0, 1.5), "b": km(1.5, 0, 2.5)})
    inhabited = gpd.GeoSeries([km(1.4, 0, 0.4), km(3, 0)], crs=25832)
    scheme, _ = scheme_from_boundaries(areas, units, "m", cut_by=CutBy.INHABITED_AREA, inhabited=inhabited)
    assert _shares(scheme)[("u1", "a")] == 0.25 and _shares(scheme)[("u1", "b")] == 0.75
    assert scheme.cut_by is CutBy.INHABITED_AREA


def test_by_inhabitants_in_hundredths(units, delivered, km):
    # 8 of 23 persons are 34.78 %: told as 35 %, so that nobody reads 8 of 23 from it.
    areas = delivered({"a": km(0, 0, 1.5), "b": km(1.5, 0, 2.5)})
    places = [km(1.2, 0, 0.1).centroid, km(1.7, 0, 0.1).centroid, km(0, 0).centroid]
    residents = gpd.GeoDataFrame({"inhabitants": [8, 15, 99]}, geometry=places, crs=25832)
    scheme, problems = scheme_from_boundaries(areas, units, "m", residents=residents)
    assert _shares(scheme)[("u1", "a")] == 0.35 and _shares(scheme)[("u1", "b")] == 0.65
    assert scheme.cut_by is CutBy.INHABITANTS and problems[0].facts["by"] == "einwohner"


def test_a_part_where_nobody_lives_is_no_part(units, delivered, km):
    areas = delivered({"a": km(0, 0, 1.5), "b": km(1.5, 0, 2.5)})
    residents = gpd.GeoDataFrame({"inhabitants": [50]}, geometry=[km(1.6, 0, 0.2).centroid], crs=25832)
    scheme, _ = scheme_from_boundaries(areas, units, "m", residents=residents)
    assert _shares(scheme) == {("u0", "a"): 1, ("u1", "b"): 1, ("u2", "b"): 1, ("u3", "b"): 1}


def test_who_lives_on_the_border_counts_once(units, delivered, km):
    areas = delivered({"a": km(0, 0, 1.5), "b": km(1.5, 0, 2.5)})
    border = Point(km(1.5, 0).bounds[0], km(0, 0).centroid.y)
    places = [border, km(1.6, 0, 0.2).centroid]
    residents = gpd.GeoDataFrame({"inhabitants": [10, 30]}, geometry=places, crs=25832)
    scheme, _ = scheme_from_boundaries(areas, units, "m", residents=residents)
    assert _shares(scheme)[("u1", "a")] == 0.25 and _shares(scheme)[("u1", "b")] == 0.75


def test_without_inhabitants_by_inhabited_area_and_without_that_by_area(units, delivered, km):
    areas = delivered({"a": km(0, 0, 0.5), "b": km(0.5, 0, 1), "c": km(1.5, 0, 1), "d": km(2.5, 0, 1.5)})
    residents = gpd.GeoDataFrame(
        {"inhabitants": [10, 10]}, geometry=[km(0.1, 0, 0.1).centroid, km(0.8, 0, 0.1).centroid], crs=25832
    )
    inhabited = gpd.GeoSeries([km(1.4, 0, 0.5)], crs=25832)
    scheme, problems = scheme_from_boundaries(areas, units, "m", residents=residents, inhabited=inhabited)
    shares = _shares(scheme)
    assert shares[("u0", "a")] == 0.5  # by inhabitants
    assert shares[("u1", "b")] == 0.2  # 0.1 of 0.5 km of inhabited ground
    assert shares[("u2", "c")] == 0.5  # by area
    assert _codes(problems) == ["scheme_units_cut", "scheme_units_cut_otherwise"]
    assert problems[1].facts["distinct"] == 2


def test_what_lies_in_no_area_is_left(units, delivered, km):
    scheme, _ = scheme_from_boundaries(delivered({"a": km(0, 0, 1.75)}), units, "m", cut_by=CutBy.AREA)
    assert _shares(scheme) == {("u0", "a"): 1, ("u1", "a"): 0.75}
    assert scheme.units_left(units.index) == ["u2", "u3"]


def test_overlapping_areas_share_one_unit_and_not_more(units, delivered, km):
    scheme, _ = scheme_from_boundaries(delivered({"a": km(0, 0, 2), "b": km(1, 0, 3)}), units, "m", cut_by=CutBy.AREA)
    assert _shares(scheme)[("u1", "a")] == 0.5 and _shares(scheme)[("u1", "b")] == 0.5


def test_a_sliver_is_told_and_kept_until_asked(units, delivered, km):
    # A border 0.4 m too far west: 400 m², 0.04 % of u1.
    areas = delivered({"a": km(0, 0, 1.0004), "b": km(1.0004, 0, 2.9996)})
    scheme, problems = scheme_from_boundaries(areas, units, "m", cut_by=CutBy.AREA)
    assert _shares(scheme)[("u1", "a")] == 0.0004 and _codes(problems) == ["scheme_slivers", "scheme_units_cut"]
    assert problems[0].facts == {"count": 1, "distinct": 1, "square_metres": 400}
    mended, problems = scheme_from_boundaries(areas, units, "m", cut_by=CutBy.AREA, mend_slivers=True)
    assert _shares(mended) == {("u0", "a"): 1, ("u1", "b"): 1, ("u2", "b"): 1, ("u3", "b"): 1}
    assert _codes(problems) == ["scheme_slivers_mended"] and mended.shapes is None


def test_a_strip_of_no_area_is_mended_too(units, delivered, km):
    # Two metres between the areas belong to nobody: 2,000 m², and 2 m wide.
    areas = delivered({"a": km(0, 0, 0.998), "b": km(1, 0, 3)})
    scheme, _ = scheme_from_boundaries(areas, units, "m", cut_by=CutBy.AREA)
    assert _shares(scheme)[("u0", "a")] == 0.998
    mended, _ = scheme_from_boundaries(areas, units, "m", cut_by=CutBy.AREA, mend_slivers=True)
    assert _shares(mended)[("u0", "a")] == 1


def test_rounded_coordinates_are_no_slivers(units, delivered, km):
    # A centimetre: no part, no word.
    scheme, problems = scheme_from_boundaries(
        delivered({"a": km(0, 0, 1.00001), "b": km(1.00001, 0, 2.99999)}), units, "m"
    )
    assert problems == [] and scheme.cut_units == []


@pytest.mark.parametrize(
    ("width", "height", "sliver"),
    [(1000, 4, True), (1000, 6, False), (20, 20, True), (25, 25, False), (1000, 30, False)],
)
def test_slivers_are_small_or_thin(width, height, sliver):
    # Of a square kilometre: below 20,000 m², and below 500 m² or about 5 m wide.
    assert are_slivers([box(0, 0, width, height)], [1e6]).tolist() == [sliver]


def test_a_large_share_is_no_sliver():
    assert are_slivers([box(0, 0, 20, 20)], [10_000.0]).tolist() == [False]  # 400 m², but 4 %
    assert are_slivers([box(0, 0, 20, 20)], [10_000.0], Sliver(share=0.05)).tolist() == [True]


def test_rounding_is_measured_in_width():
    assert are_rounding([box(0, 0, 1000, 0.01), box(0, 0, 1000, 0.05)]).tolist() == [True, False]


def test_pieces_add_up_to_the_unit(units, areas, km):
    pieces = pieces_of(units, areas({"a": km(0.3, 0.2, 1.1, 0.5), "b": km(1.4, 0, 1.9)}))
    sums = pieces.geometry.area.groupby(pieces["unit"]).sum()
    assert sums.to_numpy() == pytest.approx([1e6] * 4)
    assert pieces[pieces["area"] == LEFT].geometry.area.sum() == pytest.approx(4e6 - 0.55e6 - 1.9e6)


def test_ids_made_from_the_position_are_led_by_the_municipality(units, delivered, km):
    areas = delivered({"01": km(0, 0, 2), "02": km(2, 0, 2)}, id_made=True)
    scheme, _ = scheme_from_boundaries(areas, units, "05382068")
    assert list(scheme.areas.index) == ["05382068-01", "05382068-02"]
    assert set(scheme.parts["area"]) == {"05382068-01", "05382068-02"}


def test_an_area_beyond_the_municipality_keeps_its_shape(units, delivered, km):
    scheme, _ = scheme_from_boundaries(delivered({"a": km(0, 0, 5)}), units, "m")
    assert scheme.cut_units == [] and scheme.shapes["a"].equals(km(0, 0, 5))


def test_hundredths_add_up():
    shares = pd.Series([0.123, 0.456, 0.421, 0.5, 0.25])
    # 12.3 + 45.6 + 42.1: the largest remainder is that of 45.6. The second unit has 0.75 in all, and keeps it.
    assert in_steps(shares, pd.Series(["a", "a", "a", "b", "b"])).tolist() == [0.12, 0.46, 0.42, 0.5, 0.25]


def test_no_area_at_all(units, delivered, km):
    scheme, problems = scheme_from_boundaries(delivered({"a": km(20, 20)}), units, "m")
    assert scheme.parts.empty and scheme.units_left(units.index) == ["u0", "u1", "u2", "u3"] and problems == []
