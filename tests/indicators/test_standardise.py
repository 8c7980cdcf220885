"""Expected values: arithmetic by hand, PHEindicatormethods' test tables (single figures), epitools' help page."""

import numpy as np
import pandas as pd
import pytest

from indicators.standard_population import ESP1976, ESP2013, SEGI1960, STANDARDS, WHO2000
from indicators.standardise import direct, expected, indirect
from problem import DataError

BANDS = ["0-64", "65+"]
COUNTS = pd.DataFrame([[20.0, 5.0], [6.0, 12.0]], index=["Eitorf", "Lohmar"], columns=BANDS)
PEOPLE = pd.DataFrame([[1000.0, 500.0], [600.0, 200.0]], index=["Eitorf", "Lohmar"], columns=BANDS)
STANDARD = {"0-64": 1, "65+": 3}


def test_own_structure_gives_the_crude_rate():
    counts, base = np.array([[10.0, 30.0]]), np.array([[1000.0, 500.0]])
    assert direct(counts, base, base[0], per=1000).value[0] == pytest.approx(40 / 1500 * 1000)


def test_dobson_limits_by_hand():
    # Two bands, weights 1:3. value = 0.25·20/1000 + 0.75·5/500 = 0.0125
    # var = 0.0625·20/1e6 + 0.5625·5/250000 = 1.25e-5
    # X = 25, Byar 16.17433–36.90648: 0.0125 ± √(1.25e-5/25)·(limit − 25)
    found = direct(np.array([[20.0, 5.0]]), np.array([[1000.0, 500.0]]), np.array([1.0, 3.0]), per=1)
    scale = (1.25e-5 / 25) ** 0.5
    assert found.value[0] == pytest.approx(0.0125)
    assert found.lower95[0] == pytest.approx(0.0125 + scale * (16.1743 - 25), abs=1e-6)
    assert found.upper95[0] == pytest.approx(0.0125 + scale * (36.9065 - 25), abs=1e-6)


def test_bands_and_areas_are_joined_by_name_not_by_position():
    people = PEOPLE.loc[["Lohmar", "Eitorf"], ["65+", "0-64"]]
    standard = pd.Series({"65+": 3.0, "another": 9.0, "0-64": 1.0})
    found = direct(COUNTS, people, standard, per=1)
    # Eitorf as above; Lohmar 0.25·6/600 + 0.75·12/200
    assert found.value.to_dict() == pytest.approx({"Eitorf": 0.0125, "Lohmar": 0.0475})
    assert all(list(part.index) == ["Eitorf", "Lohmar"] for part in found)


def test_arrays_and_tables_agree_and_further_axes_are_kept():
    years = np.stack([COUNTS.to_numpy(), 2 * COUNTS.to_numpy()], axis=1)  # areas, years, bands
    base = np.stack([PEOPLE.to_numpy()] * 2, axis=1)
    found, table = direct(years, base, [1.0, 3.0]), direct(COUNTS, PEOPLE, STANDARD)
    assert found.value.shape == (2, 2)
    for part, by_name in zip(found, table, strict=True):
        assert part[:, 0] == pytest.approx(by_name.to_numpy())
    assert found.value[:, 1] == pytest.approx(2 * table.value.to_numpy())


def test_a_band_without_weight_or_base_is_named():
    with pytest.raises(ValueError, match="65\\+"):
        direct(COUNTS, PEOPLE, {"0-64": 1})
    with pytest.raises(ValueError, match="65\\+"):
        direct(COUNTS, PEOPLE[["0-64"]], STANDARD)
    with pytest.raises(ValueError, match="65\\+"):
        expected(PEOPLE, {"0-64": 0.1})


@pytest.mark.parametrize(
    "arguments",
    [
        (COUNTS, PEOPLE, [1.0, 3.0]),  # a table, and weights without names
        (COUNTS, PEOPLE.to_numpy(), STANDARD),
        (COUNTS.to_numpy(), PEOPLE.to_numpy(), STANDARD),  # names, but none to join them with
        (COUNTS.to_numpy(), PEOPLE.to_numpy(), [1.0]),
        (COUNTS.to_numpy(), PEOPLE.to_numpy()[:1], [1.0, 3.0]),
        (COUNTS.loc["Eitorf"], PEOPLE.loc["Eitorf"], STANDARD),
        (COUNTS, PEOPLE, {"0-64": -1, "65+": 3}),
        (COUNTS, PEOPLE, {"0-64": 0, "65+": 0}),
        (COUNTS, PEOPLE, {"0-64": np.nan, "65+": 3}),
    ],
)
def test_what_cannot_be_joined_or_weighted_is_refused(arguments):
    with pytest.raises(ValueError):
        direct(*arguments)


def test_fewer_than_ten_events_have_no_value():
    base = np.array([[1000.0, 500.0]] * 2)
    found = direct(np.array([[9.0, 0.0], [9.0, 1.0]]), base, np.array([1.0, 1.0]))
    assert all(np.isnan(part[0]) for part in found)
    assert all(np.isfinite(part[1]) for part in found)


def test_a_missing_band_or_a_band_without_people_makes_the_area_missing():
    counts = np.array([[20.0, np.nan], [20.0, 5.0], [20.0, 0.0], [20.0, 5.0]])
    base = np.array([[1000.0, 500.0], [1000.0, np.nan], [1000.0, 0.0], [1000.0, 500.0]])
    found = direct(counts, base, [1.0, 3.0])
    assert all(np.isnan(part[:3]).all() and np.isfinite(part[3]) for part in found)


def test_an_area_that_the_base_does_not_know_is_missing():
    found = direct(COUNTS, PEOPLE.drop(index="Eitorf"), STANDARD)
    assert np.isnan(found.value["Eitorf"]) and found.value["Lohmar"] > 0


def test_no_limit_below_zero():
    # 9 events in a big band, 1 in a tiny one with nearly all weight: value − √(var/X)·(X − L) = 0.1 − 0.0316·(10 − 4.79)
    found = direct(np.array([[9.0, 1.0]]), np.array([[1e6, 10.0]]), [1.0, 1e6], per=1)
    assert found.value[0] == pytest.approx(0.1, rel=1e-3)
    assert found.lower95[0] == 0 and found.upper95[0] > 0.1


def test_events_that_are_not_independent_widen_the_limits():
    # By hand: as in test_dobson_limits_by_hand, 5 of the persons in the first band with 2 events each: 10·1 + 5·4 = 30.
    # var = 0.0625·30/1e6 + 0.5625·5/250000 = 1.3125e-5
    found = direct(COUNTS, PEOPLE, STANDARD, 1, squares=pd.DataFrame([[30.0, 5.0], [6.0, 12.0]], COUNTS.index, BANDS))
    scale = (1.3125e-5 / 25) ** 0.5
    assert found.value["Eitorf"] == pytest.approx(0.0125)
    assert found.lower95["Eitorf"] == pytest.approx(0.0125 + scale * (16.1743 - 25), abs=1e-6)
    assert found.upper95["Eitorf"] == pytest.approx(0.0125 + scale * (36.9065 - 25), abs=1e-6)
    independent = direct(COUNTS, PEOPLE, STANDARD, 1)
    assert found.upper998["Lohmar"] == pytest.approx(independent.upper998["Lohmar"])


def test_squares_missing_or_below_the_counts():
    base = np.array([[1000.0, 500.0]])
    found = direct(np.array([[20.0, 5.0]]), base, [1.0, 3.0], squares=np.array([[20.0, np.nan]]))
    assert np.isfinite(found.value[0]) and all(np.isnan(limit[0]) for limit in found[1:])
    with pytest.raises(ValueError, match="squares"):
        direct(np.array([[20.0, 5.0]]), base, [1.0, 3.0], squares=np.array([[19.0, 5.0]]))


@pytest.mark.parametrize(("method", "third"), [(direct, [1.0, 3.0]), (indirect, [0.01, 0.02])])
def test_negative_numbers_name_the_area(method, third):
    counts, base = COUNTS.copy(), PEOPLE.copy()
    by_name = dict(zip(BANDS, third, strict=True))
    counts.loc["Lohmar", "65+"] = -1
    with pytest.raises(DataError) as error:
        method(counts, base, by_name)
    assert [(p.code, list(p.areas)) for p in error.value.problems] == [("count_negative", ["Lohmar"])]
    base.loc["Eitorf", "65+"] = -1
    with pytest.raises(DataError) as error:
        method(COUNTS, base, by_name)
    assert [(p.code, list(p.areas)) for p in error.value.problems] == [("base_not_positive", ["Eitorf"])]


def test_positions_name_the_area_where_there_are_years():
    counts = np.ones((4, 3, 2))
    counts[2, 1, 0] = -1
    with pytest.raises(DataError) as error:
        direct(counts, np.ones((4, 3, 2)), [1.0, 1.0])
    assert list(error.value.problems[0].areas) == ["2"]


def test_observed_over_expected():
    # By hand: expected 0.01·1000 + 0.02·500 = 20 and 0.01·600 + 0.02·200 = 10
    reference = pd.Series({"65+": 0.02, "0-64": 0.01})
    assert expected(PEOPLE, reference).to_dict() == pytest.approx({"Eitorf": 20, "Lohmar": 10})
    found = indirect(COUNTS, PEOPLE, reference)
    assert found.value.to_dict() == pytest.approx({"Eitorf": 1.25, "Lohmar": 1.8})
    # Byar limits of 25 events, over 20
    assert (found.lower95["Eitorf"], found.upper95["Eitorf"]) == pytest.approx((16.1743 / 20, 36.9065 / 20), abs=1e-5)


def test_published_indirect_rate_with_exact_and_with_byars_limits():
    # PHEindicatormethods, test table of phe_isr: 9 and 91 observed, 835.88 expected, reference rate 9349.88 per 100,000
    found = indirect([9.0, 91.0], [[835.8835612311743]] * 2, [1.0], per=9349.88309221102)
    assert found.value == pytest.approx([100.6706576523123, 1017.8922051511577], rel=1e-9)
    assert found.lower95 == pytest.approx([46.03303513307893, 819.521002506463], rel=1e-9)
    assert found.upper95 == pytest.approx([191.10426659054028, 1249.75926013832], rel=1e-9)
    assert found.lower998 == pytest.approx([27.43190862554234, 719.5132903528245], rel=1e-9)
    assert found.upper998 == pytest.approx([253.4369635219236, 1392.9381508991678], rel=1e-9)


def test_totals_are_enough_for_the_indirect_method_and_are_joined_by_area():
    reference = {"0-64": 0.01, "65+": 0.02}
    by_total = indirect(pd.Series({"Lohmar": 18.0, "Eitorf": 25.0}), PEOPLE, reference, per=100)
    for part, by_band in zip(by_total, indirect(COUNTS, PEOPLE, reference, per=100), strict=True):
        pd.testing.assert_series_equal(part, by_band)
    with pytest.raises(ValueError):
        indirect(np.array([25.0, 18.0]), PEOPLE, reference)
    with pytest.raises(ValueError):
        indirect(np.array([25.0]), PEOPLE.to_numpy(), [0.01, 0.02])


def test_bands_without_people_and_areas_without_expected_events():
    base = np.array([[1000.0, 0.0], [0.0, 0.0], [1000.0, np.nan], [1000.0, 500.0]])
    counts = np.array([[12.0, 0.0], [0.0, 0.0], [12.0, 0.0], [12.0, np.nan]])
    found = indirect(counts, base, [0.01, 0.02])
    assert found.value[0] == pytest.approx(1.2)
    assert all(np.isnan(part[1:]).all() for part in found)


def test_no_observed_events():
    found = indirect([0.0], np.array([[1000.0, 500.0]]), [0.01, 0.02])
    assert found.value[0] == 0 and found.lower95[0] == 0
    assert found.upper95[0] == pytest.approx(3.6888794541 / 20)  # Garwood (1936)


def test_a_negative_reference_is_refused():
    with pytest.raises(ValueError):
        expected(np.array([[1.0]]), [-0.1])


def test_standard_populations():
    # Eurostat (2013), Waterhouse (1976), Ahmad et al. (2001: 100,035 by rounding), Segi (1960)
    sums = {name: sum(bands.values()) for name, bands in STANDARDS.items()}
    assert sums == {"ESP2013": 100_000, "ESP1976": 100_000, "WHO2000": 100_035, "SEGI1960": 100_000}
    assert [len(bands) for bands in STANDARDS.values()] == [20, 18, 18, 18]
    under_15 = [sum(list(bands.values())[:3]) for bands in (ESP1976, WHO2000, SEGI1960)]
    assert under_15 == [22_000, 26_150, 31_000]
    assert sum(list(ESP2013.values())[:4]) == 16_000


def test_the_sum_of_a_standard_does_not_matter():
    bands = list(WHO2000)
    counts = pd.DataFrame([np.full(len(bands), 5.0)], columns=bands)
    base = pd.DataFrame([np.full(len(bands), 1000.0)], columns=bands)
    # The same rate in every band is the standardised rate, whatever the weights.
    assert direct(counts, base, WHO2000, per=1000).value[0] == pytest.approx(5.0, rel=1e-12)
