"""Spatial statistics against sums by hand, written-out formulas, every possible permutation, and the values of PySAL."""

import json
import subprocess
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, permutations
from math import erfc, sqrt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from indicators.neighbours import links
from indicators.spatial import Quadrant, getis_ord, local_moran, moran

ROOT = Path(__file__).resolve().parents[2]
ORACLE = ROOT.parent / "shared" / "oracles" / "pysal" / "esda_tests.json"
oracle = pytest.mark.skipif(not ORACLE.exists(), reason="PySAL's values in ../shared/oracles are not there")

# The ten areas of esda's tests (desmith), esda 2.9 test_moran.py.
DESMITH = pd.Series([2.24, 3.1, 4.55, -5.15, -4.39, 0.46, 5.54, 9.02, -2.09, -3.06], index=list("abcdefghij"))
AROUND = dict(
    zip("abcdefghij", ("bd", "ae", "dg", "aceh", "bdfi", "ej", "ch", "dgi", "ehj", "fi"), strict=True)
)  # fmt: skip


def row(count):
    """Areas in a row: each borders on the one before and the one after."""
    return {i: [j for j in (i - 1, i + 1) if 0 <= j < count] for i in range(count)}


def grid(side):
    cells = [(x, y) for x in range(side) for y in range(side)]
    beside = {(x, y): [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)] for x, y in cells}
    return {cell: [each for each in those if each in beside] for cell, those in beside.items()}


def dense(labels, neighbours):
    return np.array([[float(other in neighbours[label]) for other in labels] for label in labels])


def global_i(numbers, matrix):
    """Moran (1950), as written: n/S0 · Σij wij zi zj / Σ zi², rows of the weights adding up to 1."""
    weights = matrix / matrix.sum(axis=1, keepdims=True)
    z = numbers - numbers.mean()
    return len(z) / weights.sum() * (np.outer(z, z) * weights).sum() / (z**2).sum()


def g_star(numbers, matrix):
    """Ord & Getis (1995), eq. 14.3 as written, binary weights with the area itself."""
    weights = matrix + np.eye(len(numbers))
    s = np.sqrt((numbers**2).mean() - numbers.mean() ** 2)
    once, squares = weights.sum(axis=1), (weights**2).sum(axis=1)
    spread = s * np.sqrt((len(numbers) * squares - once**2) / (len(numbers) - 1))
    return (weights @ numbers - once * numbers.mean()) / spread


def two_tails(observed, possible):
    """Exact: twice the smaller share of possible values that are as extreme; rounding makes no difference."""
    above, below = (possible >= observed - 1e-9).mean(), (possible <= observed + 1e-9).mean()
    return min(1.0, 2 * min(above, below))


def test_global_by_hand():
    # z = −1.5 −0.5 0.5 1.5; means of the neighbours −0.5 −0.5 0.5 0.5; Σ products 2, Σ z² 5.
    found = moran(pd.Series([1.0, 2, 3, 4]), row(4))
    assert pytest.approx(2 / 5) == found.I
    assert found.expected == pytest.approx(-1 / 3)
    assert (found.areas, found.islands) == (4, ())


def test_alternating_values_are_as_unlike_as_can_be():
    found = moran(pd.Series([1.0, 5] * 10), row(20))
    assert pytest.approx(-1) == found.I
    assert found.p < 0.01


def test_global_as_written_out():
    found = moran(DESMITH, AROUND)
    assert pytest.approx(global_i(DESMITH.to_numpy(), dense(DESMITH.index, AROUND)), abs=1e-12) == found.I


def test_global_p_of_all_permutations():
    values = np.array([1.0, 2, 4, 3, 6, 9])
    matrix = dense(range(6), row(6))
    possible = np.array([global_i(np.array(each), matrix) for each in permutations(values)])
    exact = two_tails(global_i(values, matrix), possible)
    assert 0.02 < exact < 0.2
    assert moran(pd.Series(values), row(6), permutations=9999).p == pytest.approx(exact, abs=0.01)


def test_global_p_is_the_same_in_the_mirror():
    """Two-sided: a p of one tail, as esda's p_sim is, would be half of this; the smallest is 2 of 1,000."""
    values = pd.Series(np.arange(40.0))
    assert moran(values, row(40)).p == moran(-values, row(40)).p == 0.002


def test_under_chance_p_is_uniform():
    """Of many patterns by chance 5 % are below 0.05; with p of one tail it would be 10 %."""
    rng = np.random.default_rng(7)
    p = np.array([moran(pd.Series(rng.normal(size=30)), row(30), permutations=99).p for _ in range(400)])
    assert 0.02 <= (p <= 0.05).mean() <= 0.07  # p in steps of 0.02: 4 % ± 3 standard errors
    assert 0.4 <= p.mean() <= 0.6


def test_local_as_written_out():
    found = local_moran(DESMITH, AROUND)
    z = ((DESMITH - DESMITH.mean()) / DESMITH.std(ddof=0)).to_numpy()
    matrix = dense(DESMITH.index, AROUND)
    lag = (matrix / matrix.sum(axis=1, keepdims=True)) @ z
    assert found["I"].to_numpy() == pytest.approx(z * lag * 9 / 10)  # (n − 1)/Σz², as GeoDa and PySAL
    assert found["I"].sum() == pytest.approx(9 * moran(DESMITH, AROUND).I)
    assert found["quadrant"].tolist() == [4, 4, 4, 2, 3, 3, 1, 4, 3, 3]  # esda 2.9, docstring of Moran_Local
    assert found["quadrant"].dtype == np.int8


def test_local_p_of_all_neighbourhoods():
    """The area keeps its value; every choice of its neighbours' values among the others is equally likely."""
    found = local_moran(DESMITH, AROUND)
    z = DESMITH - DESMITH.mean()
    for area, those in AROUND.items():
        others = z.drop(area)
        possible = np.array([z[area] * np.mean(each) for each in combinations(others, len(those))])
        exact = two_tails(z[area] * z[list(those)].mean(), possible)
        assert found.loc[area, "p"] == pytest.approx(exact, abs=0.02), area


def test_local_q_is_adjusted_for_all_areas():
    """Benjamini–Hochberg written out: the smallest of p·n/rank among those not smaller."""
    found = local_moran(DESMITH, AROUND)
    p = np.sort(found["p"].to_numpy())
    expected = np.minimum.accumulate((p * 10 / np.arange(1, 11))[::-1])[::-1]
    assert np.sort(found["q"].to_numpy()) == pytest.approx(expected)
    assert (found["q"] >= found["p"]).all()


def test_a_cluster_stands_out_and_chance_does_not():
    around = grid(13)
    values = pd.Series(np.random.default_rng(3).normal(size=169), index=pd.Index(list(around), tupleize_cols=False))
    corner = [(x, y) for x in range(4) for y in range(4)]
    values[corner] += 6
    found = local_moran(values, around)
    spotted = found.index[(found["q"] <= 0.05) & (found["quadrant"] == Quadrant.HIGH_HIGH)]
    assert {(1, 1), (1, 2), (2, 1), (2, 2)} <= set(spotted) <= set(corner)
    assert moran(values, around).p == 0.002
    assert set(found.index[getis_ord(values, around)["q"] <= 0.05]) >= {(1, 1), (1, 2), (2, 1), (2, 2)}


def test_getis_ord_as_written_out():
    found = getis_ord(DESMITH, AROUND)
    expected = g_star(DESMITH.to_numpy(), dense(DESMITH.index, AROUND))
    assert found["z"].to_numpy() == pytest.approx(expected)
    assert getis_ord(pd.Series([1.0, 2, 3, 4]), row(4))["z"].iloc[1] == pytest.approx(-1.5 / np.sqrt(1.25))  # by hand
    assert found["p"].to_numpy() == pytest.approx([erfc(abs(z) / sqrt(2)) for z in expected])  # both tails


@oracle
def test_getis_ord_of_pysal():
    given = json.loads(ORACLE.read_text(encoding="utf-8"))["getis_ord"]
    around = {int(area): those for area, those in given["neighbours"].items()}
    found = getis_ord(pd.Series(given["y"]), around)["z"]
    assert found[0] == pytest.approx(given["Gistar_B_z0"], abs=1e-7)
    # esda 2.9, docstring of G_Local(star=True, transform="B")
    assert found.to_numpy() == pytest.approx(
        [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331], abs=1e-7
    )


@oracle
def test_permutations_have_the_moments_of_pysal(monkeypatch):
    """Mean and variance of the simulated I are Sokal's (1998), and the areas are the ones given here."""
    given = json.loads(ORACLE.read_text(encoding="utf-8"))["moran_local_desmith"]
    assert given["y"] == DESMITH.tolist()
    assert [len(those) for those in given["neighbours"].values()] == [len(those) for those in AROUND.values()]
    seen = []
    monkeypatch.setattr("indicators.spatial._two_sided", lambda o, s: seen.append(s) or np.ones(o.shape))
    local_moran(DESMITH, AROUND, permutations=20_000)
    scale = 9 / 10  # Sokal divides by Σz²/n, GeoDa and PySAL by Σz²/(n − 1)
    assert seen[0].mean(axis=0) / scale == pytest.approx(np.array(given["EIc"]), abs=0.02)
    assert seen[0].var(axis=0) / scale**2 == pytest.approx(np.array(given["VIc"]), rel=0.05)


@pytest.mark.parametrize(("factor", "shift"), [(1, -100), (1, 100), (0.001, 0), (1000, -5000)])
def test_no_statistic_depends_on_unit_or_zero(factor, shift):
    """Changes in percentage points are negative too; G* as a quotient of sums would turn hot into cold there."""
    moved = DESMITH * factor + shift
    assert getis_ord(moved, AROUND)["z"].to_numpy() == pytest.approx(getis_ord(DESMITH, AROUND)["z"].to_numpy())
    assert local_moran(moved, AROUND)["p"].to_numpy() == pytest.approx(local_moran(DESMITH, AROUND)["p"].to_numpy())
    assert pytest.approx(moran(DESMITH, AROUND).I) == moran(moved, AROUND).I


def test_missing_areas_are_left_out_with_their_links():
    """The same as if they had never been there; nobody inherits another area's result."""
    values = DESMITH.copy()
    values["e"] = np.nan
    without = {area: set(those) - {"e"} for area, those in AROUND.items() if area != "e"}
    assert moran(values, AROUND) == moran(DESMITH.drop("e"), without)
    for statistic in (local_moran, getis_ord):
        found = statistic(values, AROUND)
        pd.testing.assert_frame_equal(found.drop("e"), statistic(DESMITH.drop("e"), without))
        assert found.loc["e"].drop("quadrant", errors="ignore").isna().all()
        assert found.index.equals(values.index)
    assert local_moran(values, AROUND).loc["e", "quadrant"] == Quadrant.NOT_TESTED


def test_an_island_changes_nothing_for_the_others():
    """Kept in n and the variance it would move I: n/S0 would be 11/10."""
    values, around = pd.concat([DESMITH, pd.Series({"sylt": 1000.0})]), AROUND | {"sylt": ()}
    found, plain = moran(values, around), moran(DESMITH, AROUND)
    assert found == plain._replace(islands=("sylt",))
    for statistic in (local_moran, getis_ord):
        pd.testing.assert_frame_equal(statistic(values, around).drop("sylt"), statistic(DESMITH, AROUND))
        assert statistic(values, around).loc["sylt", "p":"q"].isna().all()
    assert local_moran(values, around).loc["sylt", "quadrant"] == Quadrant.NOT_TESTED


def test_an_area_whose_neighbours_are_all_missing_is_an_island():
    values = DESMITH.copy()
    values[["b", "d"]] = np.nan
    found = moran(values, AROUND)
    assert (found.islands, found.areas) == (("a",), 7)
    assert np.isnan(local_moran(values, AROUND).loc["a", "I"])
    assert np.isnan(getis_ord(values, AROUND).loc["a", "z"])


@pytest.mark.parametrize("values", [[5.0] * 6, [0.0] * 6, [0.1 + 0.2, 0.3, 0.3, 0.3, 0.3, 0.3]])
def test_equal_values_have_no_statistic(values):
    values = pd.Series(values)
    found = moran(values, row(6))
    assert np.isnan([found.I, found.expected, found.p]).all() and found.areas == 6
    assert local_moran(values, row(6))[["I", "p", "q"]].isna().all(axis=None)
    assert getis_ord(values, row(6)).isna().all(axis=None)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_too_few_areas_have_no_statistic(count):
    values = pd.Series(np.arange(count, dtype=float))
    found = moran(values, row(count))
    assert np.isnan(found.I)
    assert (found.areas, found.islands) == ((0, (0,)) if count == 1 else (count, ()))
    assert local_moran(values, row(count))["I"].isna().all()
    assert getis_ord(values, row(count))["z"].isna().all()


def test_nothing_but_missing():
    found = moran(pd.Series([np.nan] * 5), row(5))
    assert np.isnan(found.p) and found.areas == 0 and found.islands == ()


def test_everybody_is_everybodys_neighbour():
    """Every distribution is the same: I = −1/(n − 1), p = 1 in spite of rounding; G* has no variance."""
    values, around = pd.Series([1.1, 2.3, 3.7, 4.9, 9.3]), {i: [j for j in range(5) if j != i] for i in range(5)}
    found = moran(values, around)
    assert (found.I, found.p) == (pytest.approx(-0.25), 1)
    assert (local_moran(values, around)["p"] == 1).all()
    assert getis_ord(values, around).isna().all(axis=None)


def test_same_seed_same_result_whatever_else_is_drawn():
    first = moran(DESMITH, AROUND), local_moran(DESMITH, AROUND)["p"].tolist()
    np.random.normal(size=1000)  # noqa: NPY002 somebody else draws
    assert (moran(DESMITH, AROUND), local_moran(DESMITH, AROUND)["p"].tolist()) == first
    assert moran(DESMITH, AROUND, seed=2).p != first[0].p
    assert local_moran(DESMITH, AROUND, seed=2)["p"].tolist() != first[1]


def test_the_generator_of_others_goes_on_as_if_nothing_had_been():
    np.random.seed(42)  # noqa: NPY002
    expected = np.random.normal(size=3).tolist()  # noqa: NPY002
    np.random.seed(42)  # noqa: NPY002
    moran(DESMITH, AROUND), local_moran(DESMITH, AROUND), getis_ord(DESMITH, AROUND)
    assert np.random.normal(size=3).tolist() == expected  # noqa: NPY002


def test_sessions_at_the_same_time_do_not_disturb_each_other():
    values = pd.Series(np.random.default_rng(5).normal(size=100))
    alone = local_moran(values, row(100))["p"].tolist()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: local_moran(values, row(100))["p"].tolist(), range(8)))
    assert all(each == alone for each in together)


def test_no_warning_and_no_filter_is_left_behind():
    before = list(warnings.filters)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        apart = {**row(5), **{i + 5: [j + 5 for j in those] for i, those in row(5).items()}}  # two separate rows
        moran(pd.Series(np.arange(10.0)), apart), local_moran(DESMITH, AROUND), getis_ord(DESMITH, AROUND)
    assert seen == []
    assert warnings.filters == before


def test_links_by_label_never_by_position():
    shuffled = DESMITH.iloc[::-1]
    backwards = dict(reversed(AROUND.items()))
    assert pytest.approx(moran(DESMITH, AROUND).I) == moran(shuffled, backwards).I
    found = getis_ord(shuffled, AROUND)
    assert found["z"].reindex(DESMITH.index).to_numpy() == pytest.approx(getis_ord(DESMITH, AROUND)["z"].to_numpy())


def test_what_does_not_count_as_a_link():
    around = {"a": ["a", "b", "b"], "b": ["a", "elsewhere"], "elsewhere": ["b"]}
    found = links(pd.Series({"a": 1.0, "b": 2.0}), around)
    assert found.matrix.toarray().tolist() == [[0, 1], [1, 0]]
    assert found.used.tolist() == [True, True]


@pytest.mark.parametrize(
    ("values", "around"),
    [
        (pd.Series({"a": 1.0, "b": 2.0}), {"a": ["b"], "b": []}),  # not mutual
        (pd.Series({"a": 1.0, "b": 2.0}), {"a": []}),  # b has no entry: neighbours of another level?
        (pd.Series([1.0, 2.0], index=["a", "a"]), {"a": []}),
        (pd.Series({"a": 1.0, "b": np.inf}), {"a": ["b"], "b": ["a"]}),
    ],
)
def test_misuse_is_refused(values, around):
    with pytest.raises(ValueError):
        moran(values, around)


def test_pysal_is_loaded_with_the_first_question_only():
    code = """
import sys, pandas as pd
import indicators.spatial as spatial
assert not {"esda", "libpysal", "sklearn"} & set(sys.modules)
spatial.getis_ord(pd.Series([1.0, 2, 3, 4]), {0: [1], 1: [0, 2], 2: [1, 3], 3: [2]})
assert "esda" in sys.modules
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, cwd=ROOT)


def test_a_county_takes_less_than_a_second():
    around = grid(13)
    values = pd.Series(np.random.default_rng(1).normal(size=169), index=pd.Index(list(around), tupleize_cols=False))
    getis_ord(values, around)  # loads esda
    begun = time.perf_counter()
    moran(values, around), local_moran(values, around), getis_ord(values, around)
    assert time.perf_counter() - begun < 1
