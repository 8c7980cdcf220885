"""Neighbours: squares whose borders are counted by hand, the sample county, the federal municipalities."""

import time
from pathlib import Path

import geopandas as gpd
import pytest
from libpysal.graph import Graph
from shapely import Polygon

from geodata.neighbours import GAP, neighbours
from geodata.vg250 import build_areas

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample_data" / "areas"
BOUNDARIES = ROOT.parent / "shared" / "data" / "boundaries"
real = pytest.mark.skipif(not BOUNDARIES.is_dir(), reason="real boundaries in ../shared/data are not there")
METRE = 0.001  # the squares count in kilometres


def test_a_ring_around_a_hole(areas, km):
    """Eight squares around a city: each has the two beside it; nobody reaches across the hole or around the corner."""
    ring = {f"{x}{y}": km(x, y) for y in range(3) for x in range(3) if (x, y) != (1, 1)}
    assert neighbours(areas(ring)) == {
        "00": ("10", "01"), "10": ("00", "20"), "20": ("10", "21"),
        "01": ("00", "02"), "21": ("20", "22"),
        "02": ("01", "12"), "12": ("02", "22"), "22": ("21", "12"),
    }  # fmt: skip


def test_a_city_in_the_hole_borders_on_all_around_it(areas, km):
    around = km(0, 0, 3, 3) - km(1, 1)
    assert neighbours(areas({"around": around, "city": km(1, 1)})) == {"around": ("city",), "city": ("around",)}


def test_a_common_corner_is_no_border(areas, km):
    assert neighbours(areas({"a": km(0, 0), "b": km(1, 1)})) == {"a": (), "b": ()}


@pytest.mark.parametrize("metres", [-2, -0.5, 0.5, 5])
def test_corners_that_nearly_meet_or_overlap_are_no_border(areas, km, metres):
    assert neighbours(areas({"a": km(0, 0), "b": km(1 + metres * METRE, 1 + metres * METRE)})) == {"a": (), "b": ()}


def test_four_areas_at_one_point(areas, km):
    quarters = areas({"sw": km(0, 0), "se": km(1, 0), "nw": km(0, 1), "ne": km(1, 1)})
    assert neighbours(quarters) == {"sw": ("se", "nw"), "se": ("sw", "ne"), "nw": ("sw", "ne"), "ne": ("se", "nw")}


def test_an_island_has_nobody(areas, km):
    assert neighbours(areas({"a": km(0, 0), "b": km(1, 0), "island": km(5, 5)})) == {
        "a": ("b",), "b": ("a",), "island": (),
    }  # fmt: skip


def test_one_area_and_none(areas, km):
    assert neighbours(areas({"only": km(0, 0)})) == {"only": ()}
    assert neighbours(areas({"only": km(0, 0)}).iloc[:0]) == {}


@pytest.mark.parametrize(("metres", "expected"), [(0.5, True), (-0.5, True), (-20, True), (2, False)])
def test_a_sliver_between_two_drawings_of_one_border(areas, km, metres, expected):
    """Half a metre between them, or an overlap, is digitising; two metres are somebody else's ground."""
    assert (abs(metres) <= GAP or metres < 0) is expected
    found = neighbours(areas({"a": km(0, 0), "b": km(1 + metres * METRE, 0)}))
    assert found == ({"a": ("b",), "b": ("a",)} if expected else {"a": (), "b": ()})


def test_vertices_on_one_side_only(areas, km):
    """Borders of one line with different vertices on it: three short neighbours of a long one."""
    found = neighbours(areas({"long": km(0, 0, 1, 3), "a": km(1, 0), "b": km(1, 1), "c": km(1, 2)}))
    assert found == {"long": ("a", "b", "c"), "a": ("long", "b"), "b": ("long", "a", "c"), "c": ("long", "b")}


def test_borders_that_cross_each_other(areas, km):
    """One municipality draws a straight line, the other a zigzag of half a metre around it: one border, no shared line."""
    zigzag = [(360_000 + 1_000 + (0.5 if step % 2 else -0.5), 5_620_000 + 10 * step) for step in range(101)]
    other = Polygon([*zigzag, (362_000, 5_621_000), (362_000, 5_620_000)])
    assert neighbours(areas({"a": km(0, 0), "b": other})) == {"a": ("b",), "b": ("a",)}


def test_a_short_border_drawn_alike_counts(areas, km):
    """A line of 5 m is a border where both have it: the length is asked only where drawings differ."""
    assert neighbours(areas({"a": km(0, 0), "b": km(1, 0.995)}))["a"] == ("b",)


def test_an_exclave_brings_its_own_neighbours(areas, km):
    shapes = {"a": km(0, 0).union(km(5, 0)), "b": km(1, 0), "c": km(6, 0)}
    assert neighbours(areas(shapes)) == {"a": ("b", "c"), "b": ("a",), "c": ("a",)}


def test_order_follows_the_frame(areas, km):
    row = areas({"c": km(0, 0), "a": km(1, 0), "b": km(2, 0)})
    assert list(neighbours(row).items()) == [("c", ("a",)), ("a", ("c", "b")), ("b", ("a",))]
    assert list(neighbours(row.sort_index()).items()) == [("a", ("b", "c")), ("b", ("a",)), ("c", ("a",))]


def _sample(level):
    frame = gpd.read_file(SAMPLE / f"{level}.shp").set_index("id")
    return frame[frame["valid_to"].fillna("") == ""]


def test_municipalities_of_the_sample_as_on_any_map():
    frame = _sample("gemeinde")
    names = frame["name"]
    found = {names[area]: {names[each] for each in those} for area, those in neighbours(frame).items()}
    assert len(found) == 19
    assert found["Siegburg"] == {"Troisdorf", "Sankt Augustin", "Hennef (Sieg)", "Lohmar"}
    assert "Niederkassel" in found["Bornheim"]  # across the Rhine, whose middle is their border
    assert "Sankt Augustin" not in found["Alfter"]  # Bonn lies between them
    assert found["Bad Honnef"] == {"Königswinter"}


@pytest.mark.parametrize(("level", "number"), [("gemeinde", 19), ("quartier", 158)])
def test_the_sample_as_pysal_sees_it(level, number):
    """libpysal 4.14 finds borders by shared edges; the sample's neighbours share theirs exactly."""
    frame = _sample(level)
    found = neighbours(frame)
    theirs = Graph.build_contiguity(frame, rook=True)
    assert len(found) == number
    assert {area: set(those) for area, those in found.items()} == {
        area: set(theirs[area].index) for area in frame.index
    }


@real
def test_municipalities_of_germany_within_seconds():
    areas = build_areas(BOUNDARIES / "vg250_de_simplified.zip", "")
    begun = time.perf_counter()
    found = neighbours(areas)
    assert time.perf_counter() - begun < 5  # 0.6 s
    assert len(found) == 10_990
    assert all(area in found[each] for area, those in found.items() for each in those)
    assert 5.5 < sum(map(len, found.values())) / len(found) < 6  # Euler: just below 6 where three borders meet
    assert {area for area, those in found.items() if not those} >= {"01056025", "03452020"}  # Helgoland, Norderney


@real
def test_the_city_in_the_bay_of_the_county():
    """All neighbours that Bonn has in North Rhine-Westphalia, as every encyclopedia lists them."""
    areas = build_areas(BOUNDARIES / "vg250_nrw.zip", "05")
    names = areas["name"]
    bonn = next(area for area in areas.index if names[area] == "Bonn")
    assert {names[each] for each in neighbours(areas)[bonn]} == {
        "Alfter", "Bornheim", "Königswinter", "Meckenheim", "Niederkassel", "Sankt Augustin", "Troisdorf", "Wachtberg",
        "Bad Honnef",
    }  # fmt: skip
