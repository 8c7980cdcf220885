"""Areal interpolation by hand, and of 106 census tracts to 28 wards of St. Louis as R (sf 1.0-9, areal) finds it."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from indicators.crosswalk import extensive, intensive, uncovered

TABLES = Path(__file__).resolve().parents[3] / "shared" / "oracles" / "areal"
SHARES = pd.DataFrame(
    [("a", "X", 0.25), ("a", "Y", 0.75), ("b", "Y", 0.5), ("c", "Z", 1.0)], columns=["source", "target", "share"]
)
VALUES = pd.Series({"c": 7.0, "a": 100.0, "b": 10.0}, name="people")


def test_counts_by_hand():
    found = extensive(VALUES, SHARES)
    assert found.to_dict() == {"X": 25, "Y": 80, "Z": 7}
    assert found.name == "people"
    assert uncovered(VALUES, SHARES) == 5  # half of b lies in no target


def test_rates_by_hand():
    # (0.75·100 + 0.5·10)/(0.75 + 0.5) = 64
    assert intensive(VALUES, SHARES).to_dict() == {"X": 100, "Y": 64, "Z": 7}
    assert intensive(VALUES * 0 + 3, SHARES).to_dict() == {"X": 3, "Y": 3, "Z": 3}


def test_a_missing_source_makes_its_targets_missing():
    values = VALUES.copy()
    values["b"] = np.nan
    for method in (extensive, intensive):
        found = method(values, SHARES)
        assert np.isnan(found["Y"]) and found[["X", "Z"]].notna().all()
        assert method(values.drop("b"), SHARES).isna().to_dict() == {"X": False, "Y": True, "Z": False}
    assert np.isnan(uncovered(values, SHARES))


def test_a_share_of_nothing_takes_nothing_not_even_a_missing_value():
    values = VALUES.copy()
    values["b"] = np.nan
    shares = SHARES.assign(share=[0.25, 0.75, 0.0, 1.0])
    assert extensive(values, shares)["Y"] == 75 and intensive(values, shares)["Y"] == 100
    nothing = pd.DataFrame({"source": ["b"], "target": ["X"], "share": [0.0]})
    assert extensive(values, nothing)["X"] == 0 and np.isnan(intensive(values, nothing)["X"])


def test_a_missing_value_that_is_covered_whole_loses_nothing():
    values = VALUES.copy()
    values["c"] = np.nan
    assert uncovered(values, SHARES) == 5


def test_sources_without_shares_are_lost_whole():
    assert uncovered(pd.Series({"d": 3.0}), SHARES) == 3


def test_slivers_where_targets_overlap_are_no_error():
    pieces = pd.DataFrame({"source": ["a", "a"], "target": ["X", "Y"], "share": [0.5, 0.50001]})
    assert extensive(VALUES, pieces).sum() + uncovered(VALUES[["a"]], pieces) == pytest.approx(100, rel=1e-12)


def test_years_side_by_side():
    table = pd.DataFrame({2019: VALUES, 2020: VALUES * 2})
    found = extensive(table, SHARES)
    assert found.columns.tolist() == [2019, 2020] and found.loc["Y"].tolist() == [80, 160]
    assert intensive(table, SHARES).loc["Y"].tolist() == [64, 128]
    assert uncovered(table, SHARES).to_dict() == {2019: 5, 2020: 10}


def test_several_pieces_of_one_pair_add_up():
    pieces = pd.DataFrame({"source": ["a", "a"], "target": ["X", "X"], "share": [0.25, 0.5]})
    assert extensive(VALUES, pieces)["X"] == 75


@pytest.mark.parametrize("share", [[0.6, 0.5], [-0.1, 0.5], [np.nan, 0.5]])
def test_impossible_shares_are_refused(share):
    pieces = pd.DataFrame({"source": ["a", "a"], "target": ["X", "Y"], "share": share})
    with pytest.raises(ValueError):
        extensive(VALUES, pieces)
    with pytest.raises(ValueError):
        uncovered(VALUES, pieces)


def test_weights_of_a_mean_need_not_be_shares():
    pieces = pd.DataFrame({"source": ["a", "b"], "target": ["X", "X"], "share": [300.0, 100.0]})
    assert intensive(VALUES, pieces)["X"] == 77.5
    with pytest.raises(ValueError):
        intensive(VALUES, pieces.assign(share=[-1.0, 2.0]))


@pytest.fixture
def st_louis():
    if not TABLES.is_dir():
        pytest.skip("published tables in ../shared/oracles/areal are not there")
    source = pd.read_csv(TABLES / "source.csv", dtype={"GEOID": str}).set_index("GEOID")
    pieces = pd.read_csv(TABLES / "intersections.csv", dtype={"GEOID": str}).set_axis(
        ["source", "target", "area"], axis=1
    )
    return source, pieces, pd.read_csv(TABLES / "expected.csv").set_index("WARD")


@pytest.mark.parametrize("name", ["TOTAL_E", "BLACK_E"])
def test_people_by_share_of_the_whole_source(st_louis, name):
    source, pieces, expected = st_louis
    shares = pieces.assign(share=pieces["area"] / pieces["source"].map(source["area"]))
    found = extensive(source[name], shares)
    np.testing.assert_allclose(found[expected.index], expected[f"{name}_sf_total"], rtol=1e-9)
    # README of the tables: 314,017.7 of 314,867 people lie in the wards
    lost = uncovered(source[name], shares)
    assert lost > 0 and found.sum() + lost == pytest.approx(source[name].sum(), rel=1e-9)
    if name == "TOTAL_E":
        assert found.sum() == pytest.approx(314_017.7, abs=0.05)


def test_people_by_share_of_the_covered_source_keep_their_total(st_louis):
    source, pieces, expected = st_louis
    shares = pieces.assign(share=pieces["area"] / pieces.groupby("source")["area"].transform("sum"))
    found = extensive(source["TOTAL_E"], shares)
    np.testing.assert_allclose(found[expected.index], expected["TOTAL_E_areal_sum"], rtol=1e-6)
    assert found.sum() == pytest.approx(314_867, rel=1e-12) and uncovered(source["TOTAL_E"], shares) == 0


def test_rates_weighted_by_the_area_of_the_intersection(st_louis):
    source, pieces, expected = st_louis
    found = intensive(source["ASTHMA"], pieces.rename(columns={"area": "share"}))
    np.testing.assert_allclose(found[expected.index], expected["ASTHMA_sf_intensive"], rtol=1e-9)
