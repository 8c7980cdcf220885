"""Areal interpolation from 106 census tracts to 28 wards of St. Louis: R sf 1.0-9 and R areal.

"Total" weighs with the whole tract, and what lies outside the wards is lost; "sum" with its covered part, and keeps the
total. The areas of the intersections are given, so that nothing here depends on geometry.
"""

import pandas as pd
import pytest

from indicators.crosswalk import extensive, intensive, uncovered


@pytest.fixture
def areal(against):
    return against("areal")


@pytest.fixture
def tracts(areal):
    return areal.table("source.csv", dtype={"GEOID": str}).set_index("GEOID")


@pytest.fixture
def wards(areal):
    return areal.table("expected.csv", dtype={"WARD": str}).set_index("WARD")


def _pieces(areal, whole=None):
    """Shares of the tracts in the wards; without `whole` the areas themselves."""
    pieces = areal.table("intersections.csv", dtype={"GEOID": str, "WARD": str})
    share = pieces["area"] if whole is None else pieces["area"] / pieces["GEOID"].map(whole)
    return pd.DataFrame({"source": pieces["GEOID"], "target": pieces["WARD"], "share": share})


@pytest.mark.parametrize("name", ["TOTAL_E", "BLACK_E"])
def test_counts_by_share_of_the_whole_tract(areal, tracts, wards, name):
    found = extensive(tracts[name], _pieces(areal, tracts["area"]))
    areal.check(f"{name}, sf", found.reindex(wards.index), wards[f"{name}_sf_total"])


def test_what_lies_outside_the_wards_is_lost_and_reported(areal, tracts):
    # README of the tables: 314,017.7 of 314,867 persons
    shares = _pieces(areal, tracts["area"])
    areal.check("total, sf", [extensive(tracts["TOTAL_E"], shares).sum()], [314_017.7], rtol=0, atol=0.05)
    areal.check("lost, sf", [uncovered(tracts["TOTAL_E"], shares)], [314_867 - 314_017.7], rtol=0, atol=0.05)


def test_counts_by_share_of_the_covered_tract(areal, tracts, wards):
    covered = _pieces(areal).groupby("source")["share"].sum()
    found = extensive(tracts["TOTAL_E"], _pieces(areal, covered))
    areal.check("TOTAL_E, areal", found.reindex(wards.index), wards["TOTAL_E_areal_sum"])
    areal.check("total, areal", [found.sum()], [314_867])


def test_means_by_covered_area(areal, tracts, wards):
    found = intensive(tracts["ASTHMA"], _pieces(areal))
    areal.check("ASTHMA, sf", found.reindex(wards.index), wards["ASTHMA_sf_intensive"])
