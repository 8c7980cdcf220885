"""Every fault of a scheme is found, at its place, and only what must not become valid is an error."""

from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest

from geodata.scheme import CutBy, scheme_of_units
from geodata.scheme_checks import check_scheme
from geodata.scheme_findings import prevents_validity
from geodata.scheme_from_boundaries import scheme_from_boundaries
from problem import is_error
from texts.problems import sentence

UNITS = [f"u{number}" for number in range(6)]


@pytest.fixture
def units(km):
    """Six squares in three columns of two: u0 below u1, u2 below u3, u4 below u5."""
    shapes = [km(number // 2, number % 2) for number in range(6)]
    return gpd.GeoDataFrame(geometry=shapes, index=UNITS, crs=25832)


@pytest.fixture
def home(km):
    return km(0, 0, 3, 2)


def _scheme(areas, names=None):
    """areas: one letter per unit, "-" for none."""
    area_of = pd.Series({unit: area for unit, area in zip(UNITS, areas, strict=True) if area != "-"})
    names = names or {area: f"Gebiet {area}" for area in sorted(set(areas) - {"-"})}
    return scheme_of_units("m", 1, "Neu", area_of.reindex(UNITS), pd.Series(names))


def _people(*numbers):
    return pd.Series(numbers, index=UNITS, dtype=float)


ENOUGH = _people(*[500] * 6)


def _codes(findings):
    return [finding.problem.code for finding in findings]


def _only(findings, code):
    found = [finding for finding in findings if finding.problem.code == code]
    assert len(found) == 1, _codes(findings)
    return found[0]


def test_nothing_to_say(units, home):
    assert check_scheme(_scheme("aabbcc"), units, ENOUGH, home) == []


def test_units_left_over_with_their_inhabitants_and_their_place(units, home, km):
    findings = check_scheme(_scheme("aab--b"), units, _people(500, 500, 500, 1200, 34, 500), home)
    left = _only(findings, "scheme_units_left")
    assert list(left.problem.areas) == ["u3", "u4"] and left.problem.facts["people"] == "1.234"
    assert left.place.equals(km(1, 1).union(km(2, 0))) and is_error(left.problem)
    assert sentence(left.problem) == (
        "Baublöcke, die zu keinem Sozialraum gehören: 2 (u3 und u4). Dort leben 1.234 Menschen. Bitte zuordnen."
    )


@pytest.mark.parametrize(
    ("number", "told"), [(0, "weniger als 3"), (2, "weniger als 3"), (3, "3"), (float("nan"), "unbekannt viele")]
)
def test_small_numbers_are_not_told(units, home, number, told):
    findings = check_scheme(_scheme("aabbb-"), units, _people(500, 500, 500, 500, 500, number), home)
    assert _only(findings, "scheme_units_left").problem.facts["people"] == told


def test_one_unknown_unit_makes_the_sum_unknown(units, home):
    findings = check_scheme(_scheme("aabb--"), units, _people(500, 500, 500, 500, 7, float("nan")), home)
    assert _only(findings, "scheme_units_left").problem.facts["people"] == "unbekannt viele"
    assert (
        _only(check_scheme(_scheme("aabb--"), units, None, home), "scheme_units_left").problem.facts["people"]
        == "unbekannt viele"
    )


def test_units_placed_in_part_or_twice_or_from_elsewhere(units, home):
    scheme = _scheme("aabbcc")
    parts = pd.DataFrame(
        {"unit": ["u0", "u1", "u1", "x"], "area": ["a", "a", "b", "a"], "share": [0.75, 0.7, 0.7, 1.0]}
    )
    others = scheme.parts[~scheme.parts["unit"].isin(["u0", "u1"])]
    findings = check_scheme(replace(scheme, parts=pd.concat([others, parts])), units, ENOUGH, home)
    partly = _only(findings, "scheme_units_left_partly")
    assert list(partly.problem.areas) == ["u0"] and partly.problem.facts["people"] == "125"
    assert list(_only(findings, "scheme_units_above_whole").problem.areas) == ["u1"]
    assert list(_only(findings, "scheme_units_foreign").problem.areas) == ["x"]
    assert all(is_error(finding.problem) for finding in findings)


def test_parts_of_areas_that_do_not_exist(units, home):
    scheme = _scheme("aabbcc", {"a": "A", "b": "B"})
    assert list(_only(check_scheme(scheme, units, ENOUGH, home), "scheme_area_unknown").problem.areas) == ["c"]


def test_islands_are_warned_of_at_the_lost_part(units, home, km):
    # u0, u2 and u5: two hang together, the third touches them in a corner only.
    islands = _only(check_scheme(_scheme("ababca"), units, ENOUGH, home), "scheme_area_in_pieces")
    assert list(islands.problem.areas) == ["a"] and islands.problem.facts["count"] == 2
    assert islands.place.equals(km(2, 1)) and not is_error(islands.problem)


def test_a_metre_between_two_parts_is_no_gap(units, home, km):
    apart = units.set_geometry([km(0, 0), km(0, 1.0009, 1, 0.9991), *units.geometry[2:]], crs=25832)
    assert check_scheme(_scheme("aabbbb"), apart, ENOUGH, home) == []
    further = units.set_geometry([km(0, 0), km(0, 1.003, 1, 0.997), *units.geometry[2:]], crs=25832)
    assert _codes(check_scheme(_scheme("aabbbb"), further, ENOUGH, home)) == ["scheme_area_in_pieces"]


def test_an_exclave_of_the_municipality_is_no_island(units, km):
    exclave = units.set_geometry([*units.geometry[:5], km(9, 9)], crs=25832)
    home = km(0, 0, 3, 2).difference(km(2, 1)).union(km(9, 9))
    assert check_scheme(_scheme("aabbba"), exclave, ENOUGH, home) == []


def test_small_areas_are_warned_of(units, home):
    findings = check_scheme(_scheme("aabbcc"), units, _people(100, 150, 200, 100, 1, 1), home, values_each=23)
    told = {str(finding.problem.areas[0]): finding for finding in findings}
    assert _codes(findings) == ["scheme_area_small"] * 2 and not prevents_validity(findings)
    assert told["a"].problem.facts["people"] == "250" and told["c"].problem.facts["people"] == "weniger als 3"
    assert sentence(told["a"].problem) == (
        "Im Sozialraum a (Gebiet a) leben 250 Menschen, empfohlen sind mindestens 300; voraussichtlich würden 23 Werte "
        "verborgen. Besser mit einem Nachbarn zusammenlegen."
    )


def test_the_minimum_itself_is_enough_and_half_a_unit_counts_half(units, home):
    scheme = _scheme("aabbcc")
    assert check_scheme(scheme, units, _people(150, 150, 150, 150, 150, 150), home) == []
    halved = replace(scheme, parts=pd.concat([
        scheme.parts[scheme.parts["unit"] != "u0"],
        pd.DataFrame({"unit": ["u0", "u0"], "area": ["a", "b"], "share": [0.5, 0.5]}),
    ]))  # fmt: skip
    findings = check_scheme(halved, units, _people(200, 150, 150, 150, 150, 150), home)
    assert _only(findings, "scheme_area_small").problem.facts["people"] == "250"  # 100 + 150


def test_areas_without_units(units, home):
    scheme = _scheme("aabbbb", {"a": "A", "b": "B", "c": "C"})
    empty = _only(check_scheme(scheme, units, ENOUGH, home), "scheme_area_without_units")
    assert list(empty.problem.areas) == ["c"] and is_error(empty.problem)
    assert _codes(check_scheme(_scheme("------", {}), units, None, home)) == [
        "scheme_without_areas",
        "scheme_units_left",
    ]


@pytest.mark.parametrize(
    ("names", "code", "areas"),
    [
        (("Mitte", " mitte ", "Süd"), "scheme_name_twice", ["a", "b"]),
        (("", "B", "C"), "scheme_name_empty", ["a"]),
        (("  ", "B", "C"), "scheme_name_empty", ["a"]),
        (("A" * 81, "B", "C"), "scheme_name_too_long", ["a"]),
        (("A\u202eB", "B", "C"), "scheme_name_unprintable", ["a"]),
        (("A\nB", "B", "C"), "scheme_name_unprintable", ["a"]),
    ],
)
def test_names(units, home, names, code, areas):
    findings = check_scheme(_scheme("aabbcc", dict(zip("abc", names, strict=True))), units, ENOUGH, home)
    assert _codes(findings) == [code] and list(findings[0].problem.areas) == areas and is_error(findings[0].problem)
    assert not findings[0].place.is_empty


def test_html_in_a_name_is_a_name(units, home):
    assert check_scheme(_scheme("aabbcc", {"a": "<b>A</b>", "b": "B", "c": "C"}), units, ENOUGH, home) == []


def test_ids_of_others(units, home):
    findings = check_scheme(_scheme("aabbcc"), units, ENOUGH, home, taken={"b", "z"})
    assert list(_only(findings, "scheme_area_id_taken").problem.areas) == ["b"]


def _delivered(units, shapes, **options):
    frame = gpd.GeoDataFrame({"name": [f"Gebiet {key}" for key in shapes], "id_made": False},
                             geometry=list(shapes.values()), index=list(shapes), crs=25832)  # fmt: skip
    return scheme_from_boundaries(frame, units, "m", cut_by=CutBy.AREA, **options)[0]


def test_overlap_of_delivered_shapes(units, home, km):
    scheme = _delivered(units, {"a": km(0, 0, 1.6, 2), "b": km(1.5, 0, 1.5, 2)})
    overlap = _only(check_scheme(scheme, units, ENOUGH, home), "scheme_areas_overlap")
    assert list(overlap.problem.areas) == ["a", "b"] and overlap.problem.facts["km2"] == pytest.approx(0.2)
    assert overlap.place.equals(km(1.5, 0, 0.1, 2)) and is_error(overlap.problem)


def test_gap_between_delivered_shapes(units, home, km):
    scheme = _delivered(units, {"a": km(0, 0, 1.5, 2), "b": km(1.6, 0, 1.4, 2)})
    findings = check_scheme(scheme, units, ENOUGH, home)
    gap = _only(findings, "scheme_gap")
    assert (
        gap.place.equals(km(1.5, 0, 0.1, 2))
        and gap.problem.facts["km2"] == pytest.approx(0.2)
        and is_error(gap.problem)
    )
    partly = _only(findings, "scheme_units_left_partly")
    assert list(partly.problem.areas) == ["u2", "u3"] and partly.problem.facts["people"] == "100"  # 2 × 10 % of 500


def test_ground_of_no_unit_in_a_gap_is_a_warning(units, km):
    scheme = _delivered(units, {"a": km(0, 0, 1.5, 2), "b": km(1.5, 0, 1.5, 2)})
    findings = check_scheme(scheme, units, ENOUGH, km(0, 0, 3.5, 2))
    assert _codes(findings) == ["scheme_gap"] and not prevents_validity(findings)


def test_parts_outside_the_municipality(units, home, km):
    # b is 1.5 km wide and reaches 0.5 km too far, a quarter of it; or 0.05 km, a thirtieth.
    far = check_scheme(_delivered(units, {"a": km(0, 0, 1.5, 2), "b": km(1.5, 0, 2, 2)}), units, ENOUGH, home)
    assert is_error(_only(far, "scheme_area_outside").problem) and far[0].place.equals(km(3, 0, 0.5, 2))
    near = check_scheme(_delivered(units, {"a": km(0, 0, 1.5, 2), "b": km(1.5, 0, 1.55, 2)}), units, ENOUGH, home)
    assert not prevents_validity(near) and _codes(near) == ["scheme_area_outside"]
    assert near[0].problem.facts["km2"] == pytest.approx(0.1)


def test_slivers_are_warned_of_together_and_gone_when_mended(units, home, km):
    # A border 0.5 m beside that of the units, and 2 m between both areas at another place.
    shapes = {"a": km(0, 0, 1.0005, 2), "b": km(1.0005, 0, 0.9995, 2), "c": km(2.002, 0, 0.998, 2)}
    findings = check_scheme(_delivered(units, shapes), units, ENOUGH, home)
    strips = _only(findings, "scheme_strips")
    # The gap is one strip of two kilometres; of the units u2 and u3 a has 0.5 m each.
    assert strips.problem.facts == {"count": 3, "square_metres": 4000 + 2 * 500} and not is_error(strips.problem)
    assert _codes(findings) == ["scheme_units_left_partly", "scheme_strips"]
    mended = _delivered(units, shapes, mend_slivers=True)
    assert check_scheme(mended, units, ENOUGH, home) == []


def test_errors_come_first(units, home):
    findings = check_scheme(_scheme("aabb-c"), units, _people(10, 10, 500, 500, 500, 500), home)
    assert [is_error(finding.problem) for finding in findings] == [True, False]
