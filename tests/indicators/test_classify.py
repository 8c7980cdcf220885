from itertools import combinations

import numpy as np
import pytest

from indicators.classify import NO_CLASS, Scheme, assign, class_breaks, diverging_breaks
from indicators.natural_breaks import natural_breaks
from indicators.pretty import pretty

# Twenty values; natural breaks, equal intervals and standard deviation computed with mapclassify 2.10.
TWENTY = np.array(
    [2.1, 2.4, 2.4, 3.0, 3.9, 4.1, 5.5, 5.6, 5.6, 6.0, 8.2, 8.8, 9.1, 12.5, 13.0, 13.2, 13.2, 19.7, 21.0, 33.3]
)
COMPUTED = [Scheme.QUANTILE, Scheme.EQUAL, Scheme.NATURAL, Scheme.DEVIATION]
ALL_COMPUTED = [*COMPUTED, Scheme.PRETTY]


def _quantile_breaks(values, classes, decimals):
    return class_breaks(values, Scheme.QUANTILE, classes, decimals)


def test_quantiles_of_type_seven():
    # numpy's and R's default: 1 … 9 in four classes → 3, 5, 7, 9
    breaks = _quantile_breaks(np.arange(1.0, 10.0), 4, decimals=1)
    assert breaks == [3, 5, 7, 9]
    assert np.bincount(assign(np.arange(1.0, 10.0), breaks, 1)).tolist() == [3, 2, 2, 2]


@pytest.mark.parametrize(
    ("classes", "bounds"), [(3, [9.1, 21, 33.3]), (4, [6, 13.2, 21, 33.3]), (5, [4.1, 9.1, 13.2, 21, 33.3])]
)
def test_natural_breaks_as_mapclassify_finds_them(classes, bounds):
    assert class_breaks(TWENTY, Scheme.NATURAL, classes, 1) == bounds


def _deviation(values, ends):
    groups = np.split(np.sort(values), np.searchsorted(np.sort(values), ends, side="right"))
    return sum(((group - group.mean()) ** 2).sum() for group in groups if group.size)


@pytest.mark.parametrize("seed", range(5))
def test_no_other_division_is_better(seed):
    values = np.round(np.random.default_rng(seed).gamma(2, 6, 14), 1)
    found = _deviation(values, natural_breaks(values, 4))
    different = np.unique(values)
    assert found == pytest.approx(min(_deviation(values, ends) for ends in combinations(different[:-1], 3)))


def test_very_many_values_are_divided_nearly_as_well():
    groups = [np.linspace(start, start + 1, 3000) for start in (0, 10, 50)]
    ends = natural_breaks(np.concatenate(groups), 3)
    assert ends == pytest.approx([1, 11, 51], abs=0.01)


def test_equal_intervals():
    assert class_breaks(TWENTY, Scheme.EQUAL, 4, 1) == [9.9, 17.7, 25.5, 33.3]


def test_standard_deviation_around_the_mean():
    # StdMean(multiples=[−1.5, −0.5, 0.5, 1.5]): −2.14 lies below the smallest value; sample deviation 7.8485
    assert class_breaks(TWENTY, Scheme.DEVIATION, 5, 4) == [5.7057, 13.5543, 21.4028, 33.3]
    # StdMean(multiples=[−1, 0, 1]): 1.78 lies below the smallest value
    assert class_breaks(TWENTY, Scheme.DEVIATION, 4, 4) == [9.63, 17.4785, 33.3]


@pytest.mark.parametrize(
    ("ends", "classes", "bounds"),
    # The examples of R's help page of pretty() with its results; then by hand: of 6.24 wanted, 10 is 3.76 away, more than
    # 1.5 times the 1.24 of 5; of 3, 5 is 2 away, less than 2.75 times the 1 of 2; of 0.2 and 250,000 wanted, 0.2 and 200,000 are closest
    [
        ((1, 10), 5, [0, 2, 4, 6, 8, 10]),
        ((1, 10), 21, [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10]),
        ((1, 20), 2, [0, 10, 20]),
        ((1, 20), 10, [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]),
        ((2.1, 33.3), 5, [0, 5, 10, 15, 20, 25, 30, 35]),
        ((0, 15), 5, [0, 5, 10, 15]),
        ((-0.3, 0.7), 5, [-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8]),
        ((0, 1e6), 4, [0, 2e5, 4e5, 6e5, 8e5, 1e6]),
    ],
)
def test_round_bounds_as_r_finds_them(ends, classes, bounds):
    assert pretty(*ends, classes).tolist() == pytest.approx(bounds)


def test_round_bounds_need_two_ends():
    for ends in ((3, 3), (4, 3), (np.nan, 3)):
        with pytest.raises(ValueError, match="two different ends"):
            pretty(*ends, 5)


def test_round_bounds_of_a_map_lie_inside_the_values():
    assert class_breaks(TWENTY, Scheme.PRETTY, 5, 1) == [5, 10, 15, 20, 25, 30, 33.3]
    # 0 and 10 are ends, not bounds: no class for the single value 0
    assert class_breaks(np.array([0.0, 3, 10]), Scheme.PRETTY, 5, 1) == [2, 4, 6, 8, 10]


def test_round_bounds_never_make_too_many_classes():
    # 0.1 … 41.0 in steps of 5 (nine classes) is too many: as for six classes, steps of 10
    assert class_breaks(np.array([0.1, 41]), Scheme.PRETTY, 7, 1) == [10, 20, 30, 40, 41]


def test_own_bounds_stay_as_they_are():
    assert class_breaks(TWENTY, Scheme.OWN, 5, 1, own=[10, 0, 5]) == [0, 5, 10, 33.3]
    assert class_breaks(TWENTY, Scheme.OWN, 5, 1, own=[40, 20]) == [20, 40]
    codes = assign(np.array([0.0, 5.0, 5.1, 99.0]), [0, 5, 10, 99], 1)
    assert codes.tolist() == [0, 1, 2, 3]


def test_bounds_of_the_catalogue_are_kept_like_own_ones():
    assert class_breaks(TWENTY, Scheme.FIXED, 5, 1, own=(10, 20)) == [10, 20, 33.3]


def test_a_series_counts_as_a_whole():
    years = np.array([[1.0, 2.0], [3.0, np.nan], [4.0, 5.0]])
    assert class_breaks(years, Scheme.EQUAL, 2, 1) == [3, 5]


@pytest.mark.parametrize("scheme", ALL_COMPUTED)
def test_ties_give_fewer_classes(scheme):
    breaks = class_breaks(np.array([1.0, 1, 1, 1, 2]), scheme, 4, decimals=0)
    assert breaks == [1, 2]


@pytest.mark.parametrize("scheme", ALL_COMPUTED)
def test_all_equal_is_one_class(scheme):
    breaks = class_breaks(np.array([4.0, 4, 4]), scheme, 5, decimals=1)
    assert breaks == [4] and assign(np.array([4.0]), breaks, 1).tolist() == [0]


@pytest.mark.parametrize("scheme", ALL_COMPUTED)
@pytest.mark.parametrize("classes", range(3, 8))
def test_every_value_has_a_class_and_bounds_rise(scheme, classes):
    breaks = class_breaks(TWENTY, scheme, classes, 1)
    assert (
        breaks == sorted(set(breaks))
        and breaks[-1] == 33.3
        and len(breaks) <= (7 if scheme is Scheme.PRETTY else classes)
    )
    codes = assign(TWENTY, breaks, 1)
    assert codes.min() == 0 and codes.max() == len(breaks) - 1


@pytest.mark.parametrize("scheme", [*ALL_COMPUTED, Scheme.OWN])
def test_missing_has_no_class_and_moves_no_break(scheme):
    values = np.array([1.0, np.nan, 3.0])
    assert class_breaks(values, scheme, 2, 1, own=[2]) == class_breaks(np.array([1.0, 3.0]), scheme, 2, 1, own=[2])
    assert assign(values, [2, 3], 1).tolist() == [0, NO_CLASS, 1]
    assert class_breaks(np.array([np.nan]), scheme, 5, 1, own=[2]) == []


def test_class_follows_the_printed_number():
    # 10.04 is printed as 10.0 and belongs to the class that ends at 10.0
    assert assign(np.array([10.04]), [10.0, 20.0], 1).tolist() == [0]


# |change| 0 … 9: 95 of 100 do not exceed 8.55 (quantile of type 7); a fifth and three fifths of it are 1.71 and 5.13
CHANGES = np.array([0.0, 1, -2, 3, -4, 5, -6, 7, -8, 9])


def test_bounds_of_change_lie_half_a_unit_beyond_equal_steps():
    assert diverging_breaks(CHANGES, 5, 0) == [-5.5, -2.5, 2.5, 5.5, 9]
    assert diverging_breaks(CHANGES, 5, 1) == [-5.15, -1.75, 1.75, 5.15, 9]
    assert diverging_breaks(CHANGES, 4, 0) == diverging_breaks(CHANGES, 5, 0)


def test_a_fall_lies_as_far_from_the_middle_as_the_same_rise():
    breaks = diverging_breaks(CHANGES, 5, 0)
    for size, steps in [(0, 0), (2, 0), (3, 1), (5, 1), (6, 2), (9, 2)]:
        assert assign(np.array([-size, size], dtype=float), breaks, 0).tolist() == [2 - steps, 2 + steps]


@pytest.mark.parametrize(
    ("classes", "each"),
    [(3, [307.5, 285, 307.5]), (5, [193.5, 171, 171, 171, 193.5]), (7, [144.6, *[122.1] * 5, 144.6])],
)
def test_classes_are_equally_wide(classes, each):
    # 900 changes, evenly from −9 to 9: 855 lie within ±8.55, a k-th of them in each class; the outer ones hold the rest
    changes = np.linspace(-9, 9, 900)
    codes = assign(changes, diverging_breaks(changes, classes, 2), 2)
    assert np.bincount(codes).tolist() == pytest.approx(each, abs=2)


@pytest.mark.parametrize(
    ("changes", "breaks", "codes"),
    [
        ([], [], []),
        ([np.nan], [], [NO_CLASS]),
        ([0.0, 0.0, -0.0], [0], [0, 0, 0]),
        ([0.04, -0.04], [0], [0, 0]),  # printed as 0
        ([4.0, 4.0, 4.0], [-2.45, -0.85, 0.85, 2.45, 4], [4, 4, 4]),
        ([-4.0, -4.0, np.nan], [-2.45, -0.85, 0.85, 2.45, 4], [0, 0, NO_CLASS]),
        ([-4.0], [-2.45, -0.85, 0.85, 2.45, 4], [0]),
        ([-4.0, 4.0], [-2.45, -0.85, 0.85, 2.45, 4], [0, 4]),
        ([0.1, -0.1], [-0.05, 0.05, 0.1], [2, 0]),
        ([0.0, 0, 0, 0, 0, 0, 0, 0, 0.1, -0.1], [-0.05, 0.05, 0.1], [1] * 8 + [2, 0]),
        ([0.1, 5, 5, 5, 5, 5, 5, 5, 5, 5], [-3.05, -1.05, 1.05, 3.05, 5], [2] + [4] * 9),
    ],
)
def test_few_equal_and_missing_changes(changes, breaks, codes):
    values = np.array(changes, dtype=float)
    assert diverging_breaks(values, 5, 1) == breaks
    assert assign(values, breaks, 1).tolist() == codes


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("classes", [3, 5, 7])
@pytest.mark.parametrize("decimals", [0, 1])
def test_no_rise_has_the_class_of_a_fall(seed, classes, decimals):
    random = np.random.default_rng(seed)
    changes = np.round(random.normal(random.choice([-3, 0, 3]), random.choice([0.1, 1, 5]), random.integers(1, 60)), 1)
    breaks = diverging_breaks(changes, classes, decimals)
    assert len(breaks) % 2 == 1 and len(breaks) <= classes and breaks == sorted(set(breaks))
    side = np.sign(assign(changes, breaks, decimals) - len(breaks) // 2)
    assert (side * np.sign(changes) >= 0).all()
    mirrored = assign(-changes, breaks, decimals)
    assert (mirrored + assign(changes, breaks, decimals) == len(breaks) - 1).all()
