"""One change of a scheme, as the frame sends it."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.scheme import Scheme, scheme_of_units
from ui.schemes.changes import MOST_NAME, NotUnderstood, changed, plain_name

UNITS = ("u1", "u2", "u3", "u4")


@pytest.fixture
def scheme():
    """u1 and u2 in a, u3 in b, u4 in none."""
    area_of = pd.Series({"u1": "a", "u2": "a", "u3": "b", "u4": None})
    return scheme_of_units("05382068", 1, "Probe", area_of, pd.Series({"a": "Nord", "b": "Süd"}))


@pytest.fixture
def cut():
    """u1 is cut: 60 % in a, 40 % in b; u2 in c."""
    parts = pd.DataFrame({"unit": ["u1", "u1", "u2"], "area": ["a", "b", "c"], "share": [0.6, 0.4, 1.0]})
    shapes = gpd.GeoSeries({"a": shapely.box(0, 0, 6, 9), "b": shapely.box(6, 0, 9, 9), "c": shapely.box(9, 0, 12, 9)})
    return Scheme("05382068", 1, "Probe", pd.Series({"a": "A", "b": "B", "c": "C"}), parts, shapes=shapes)


def rows(scheme):
    return [(unit, area, float(share)) for unit, area, share in scheme.parts.itertuples(index=False)]


def test_units_go_into_an_area_and_leave_theirs(scheme):
    found = changed(scheme, ["put", [1, 3], "b"], UNITS)
    assert rows(found) == [("u1", "a", 1.0), ("u2", "b", 1.0), ("u3", "b", 1.0), ("u4", "b", 1.0)]


def test_units_go_out_of_every_area(scheme):
    found = changed(scheme, ["put", [0, 2], ""], UNITS)
    assert rows(found) == [("u2", "a", 1.0)]
    assert found.units_left(UNITS) == ["u1", "u3", "u4"]
    assert rows(changed(found, ["put", [1], ""], UNITS)) == []


def test_an_empty_scheme_takes_its_first_units(scheme):
    empty = changed(changed(scheme, ["drop", "a"], UNITS), ["drop", "b"], UNITS)
    assert len(empty.areas) == 0 and rows(empty) == []
    found = changed(changed(empty, ["new", "05382068-01", "Mitte"], UNITS), ["put", [0], "05382068-01"], UNITS)
    assert rows(found) == [("u1", "05382068-01", 1.0)]
    assert found.parts["share"].dtype == float


def test_a_cut_unit_becomes_whole_and_the_borders_it_was_cut_by_go(cut):
    found = changed(cut, ["put", [0], "b"], UNITS)
    assert rows(found) == [("u1", "b", 1.0), ("u2", "c", 1.0)]
    assert found.cut_units == []
    assert list(found.shapes.index) == ["c"]  # a and b are the union of their units from now on


def test_without_a_shape_left_there_are_none(cut):
    found = changed(changed(cut, ["put", [0, 1], "b"], UNITS), ["name", "a", "X"], UNITS)
    assert found.shapes is None


def test_new_renamed_and_dropped_areas(scheme):
    more = changed(scheme, ["new", "05382068-07", " Zur \n Höhe "], UNITS)
    assert dict(more.areas) == {"05382068-07": "Zur Höhe", "a": "Nord", "b": "Süd"}
    assert dict(changed(scheme, ["name", "b", "Süden & <b>"], UNITS).areas) == {"a": "Nord", "b": "Süden & <b>"}
    less = changed(scheme, ["drop", "a"], UNITS)
    assert dict(less.areas) == {"b": "Süd"} and rows(less) == [("u3", "b", 1.0)]


def test_the_scheme_itself_stays_as_it_was(scheme):
    before = rows(scheme), dict(scheme.areas)
    for change in (["put", [0], "b"], ["new", "c", "C"], ["name", "a", "X"], ["drop", "b"]):
        changed(scheme, change, UNITS)
    assert (rows(scheme), dict(scheme.areas)) == before


@pytest.mark.parametrize(
    "change",
    [
        [], ["put"], ["put", [0], "z"], ["put", [4], "a"], ["put", [-1], "a"], ["put", ["0"], "a"], ["put", [0.5], "a"],
        ["put", 0, "a"], ["new", "a", "noch einmal"], ["new", "../../etc", "x"], ["new", "", "x"], ["new", "c", 5],
        ["new", "x" * 41, "x"], ["name", "z", "x"], ["drop", "z"], ["drop", None], ["delete", "a"],
    ],
)  # fmt: skip
def test_anything_else_is_no_change(scheme, change):
    with pytest.raises(NotUnderstood):
        changed(scheme, change, UNITS)


def test_a_name_is_one_line_of_text():
    assert plain_name("\u202eAlt\x00stadt\t \x1b[31m") == "Alt stadt [31m"
    assert plain_name("x" * 500) == "x" * MOST_NAME
