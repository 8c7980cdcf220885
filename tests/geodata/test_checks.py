"""Gaps, overlaps and nesting of squares: sizes in km² by hand."""

import pytest

from geodata.checks import check_boundaries, check_nesting
from problem import Severity


def _found(frame):
    return [(each.code, sorted(each.areas), each.facts["km2"]) for each in check_boundaries(frame, "quartier", "a.shp")]


def test_neighbours_that_fit(km, areas):
    assert _found(areas({"a": km(0, 0), "b": km(1, 0), "c": km(0, 1, 2)})) == []


def test_overlap_in_km2(km, areas):
    found = check_boundaries(areas({"a": km(0, 0, 1.25), "b": km(1, 0)}), "quartier", "a.shp")
    assert [(each.code, each.areas, each.severity) for each in found] == [("areas_overlap", ["a", "b"], Severity.ERROR)]
    assert found[0].facts["km2"] == pytest.approx(0.25)


def test_overlap_below_a_twentieth_is_a_warning(km, areas):
    found = check_boundaries(areas({"a": km(0, 0, 1.04), "b": km(1, 0)}), "quartier", "a.shp")
    assert [(each.code, each.severity) for each in found] == [("areas_overlap", Severity.WARNING)]
    found = check_boundaries(areas({"a": km(0, 0, 1.06), "b": km(1, 0)}), "quartier", "a.shp")
    assert found[0].severity is Severity.ERROR


def test_area_inside_another(km, areas):
    assert _found(areas({"a": km(0, 0, 3, 3), "b": km(1, 1)})) == [("areas_overlap", ["a", "b"], pytest.approx(1.0))]


def test_digitising_slivers_are_ignored(km, areas):
    assert _found(areas({"a": km(0, 0, 1.00009), "b": km(1, 0)})) == []  # 0.09 m by 1 km = 90 m²


def test_enclosed_gap_in_km2(km, areas):
    ring = {"south": km(0, 0, 3), "north": km(0, 2, 3), "west": km(0, 1), "east": km(2, 1)}
    [(code, around, km2)] = _found(areas(ring))
    assert (code, km2) == ("areas_gap", pytest.approx(1.0))
    assert around == ["east", "north", "south", "west"]


def test_an_open_bay_is_no_gap(km, areas):
    assert _found(areas({"south": km(0, 0, 3), "north": km(0, 2, 3), "west": km(0, 1)})) == []


def test_former_areas_do_not_overlap_their_successors(km, areas):
    frame = areas({"a": km(0, 0), "b": km(1, 0), "old": km(0, 0, 2)}, valid_to=[None, None, "2019-12-31"])
    assert _found(frame) == []


def test_part_outside_its_parent(km, areas):
    whole = areas({"A": km(0, 0), "B": km(1, 0)})
    parts = areas({"a": km(0, 0, 1.2), "b": km(1.2, 0, 0.8)}, {"a": "A", "b": "B"})
    [problem] = check_nesting([("gemeinde", whole), ("quartier", parts)])
    assert (problem.code, list(problem.areas)) == ("area_outside_parent", ["a"])
    assert problem.facts == {"level": "quartier", "parent": "A", "km2": pytest.approx(0.2)}
