"""What a reader works out of everything the gate releases together: a county of two municipalities and five quarters.

The reader puts every shown number into one table of equations about the counts of quarters and years, adds what everybody
knows – no count is negative, none exceeds its base, some measures add up – and asks for each hidden count how small and
how large it can be.
"""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from indicators.catalogue import Indicator, Method
from indicators.counted import counted
from indicators.counts import Counts
from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.sums import Nesting
from indicators.gate import released
from indicators.hiding import hiding
from indicators.levels import counts_of_levels
from indicators.plan import plans_of
from indicators.primary import Rule
from indicators.signs import Sign

AREAS = {"k": pd.Index(["K"]), "g": pd.Index(["A", "B"]), "q": pd.Index(["a1", "a2", "a3", "b1", "b2"])}
PARENTS = {
    "g": pd.Series({"A": "K", "B": "K"}),
    "q": pd.Series({"a1": "A", "a2": "A", "a3": "A", "b1": "B", "b2": "B"}),
}
NESTINGS = [Nesting(1, 0, np.array([0, 0])), Nesting(2, 1, np.array([0, 0, 0, 1, 1]))]
PROTECTED = [Sign.PRIMARY, Sign.SECONDARY, Sign.SMALL_BASE]


def _indicator(name, numerator, denominator="n", method=Method.PROPORTION, **more):
    return Indicator(name, name, "", method, numerator, "", denominator, level=more.pop("level", "q"), **more)


def _rows(**measures):
    """measure → numbers or signs of the quarters, or one list of them per year; an area in the name: delivered there."""
    rows = []
    for name, numbers in measures.items():
        measure, _, area = name.partition("_of_")
        areas, years = ([area] if area else AREAS["q"]), numbers if isinstance(numbers[0], list) else [numbers]
        for year, of_year in enumerate(years):
            rows += [_row(measure, each, 2020 + year, number) for each, number in zip(areas, of_year, strict=True)]
    return pd.DataFrame(rows, columns=["area", "year", "measure", "group", "value", "sign"])


def _row(measure, area, year, number):
    if isinstance(number, Sign):
        return area, year, measure, "", np.nan, int(number)
    return area, year, measure, "", float(number), int(Sign.SHOWN)


class Release:
    """What the gate lets through of indicators and rows; rules: one, or one per indicator."""

    def __init__(self, indicators, rows, rules=None):
        self.indicators = {each.id: each for each in indicators}
        rules = rules if isinstance(rules, dict) else {each: rules or Rule() for each in self.indicators}
        levels = counts_of_levels(Counts.from_tidy(rows), list(AREAS), AREAS, PARENTS)
        self.counts = {level.level: level.completed for level in levels}
        self.plans = plans_of(self.indicators, levels)
        self.found = counted(self.indicators, levels, rules, self.plans)
        self.values = released(self.found, hiding(self.found.sums, NESTINGS).hidden)
        self.years = self.counts["q"].years.size

    def signs(self, indicator, level="q", year=0):
        pool = self.plans[indicator, level].pool
        return self.values[indicator, level, pool].sign[:, year].tolist()

    def sums(self):
        """(measure, level, years added up, area, year) → number as it is shown, or NaN; the largest of all indicators."""
        shown = {}
        for (name, level, pool), values in self.values.items():
            indicator = self.indicators[name]
            for measure, numbers in ((indicator.numerator, values.count), (indicator.denominator, values.base)):
                for (area, year), number in np.ndenumerate(numbers) if measure else ():
                    key = (measure, level, pool, area, year)
                    shown[key] = np.fmax(shown.get(key, np.nan), number)
        return shown


class Reader:
    """Equations and bounds over the counts of all measures in all quarters and years."""

    def __init__(self, release, parts_of=()):
        """parts_of: relations between measures everybody knows, {measure: coefficient}."""
        self.release, self.shown = release, release.sums()
        self.measures = sorted({key[0] for key in self.shown})
        equations = [(self._sum(*key), number) for key, number in self.shown.items() if np.isfinite(number)]
        equations += [
            (sum(factor * self._sum(measure, "q", 1, area, year) for measure, factor in relation.items()), 0.0)
            for relation in parts_of
            for area in range(len(AREAS["q"]))
            for year in range(release.years)
        ]
        equations += [(self._sum(*key), 0.0) for key in self._nothing()]
        self.rows, self.numbers = np.array([row for row, _ in equations]), np.array([end for _, end in equations])
        self.within = np.array([
            self._sum(each.numerator, "q", 1, area, year) - self._sum(each.denominator, "q", 1, area, year)
            for each in release.indicators.values()
            if each.method is Method.PROPORTION
            for area in range(len(AREAS["q"]))
            for year in range(release.years)
        ])  # fmt: skip

    def _sum(self, measure, level, pool, area, year):
        """Which counts a sum holds; an area of another level by its parts."""
        inside = np.array([AREAS[level][area] in (each, PARENTS["q"][each], "K") for each in AREAS["q"]])
        added = np.array([year - pool < each <= year for each in range(self.release.years)])
        own = np.array([each == measure for each in self.measures])
        return (own[:, None, None] * inside[:, None] * added).astype(float).ravel()

    def _nothing(self):
        """ "–" says that there is nobody."""
        for (name, level, pool), values in self.release.values.items():
            for area, year in zip(*np.nonzero(values.sign == Sign.NOTHING), strict=True):
                yield self.release.indicators[name].numerator, level, pool, area, year

    def interval(self, key):
        """Smallest and largest number that the sum can be."""
        row = self._sum(*key)
        ends = [
            linprog(
                sign * row, A_ub=self.within if self.within.size else None,
                b_ub=np.zeros(len(self.within)) if self.within.size else None,
                A_eq=self.rows, b_eq=self.numbers, bounds=(0, 10_000),
            )
            for sign in (1, -1)
        ]  # fmt: skip
        assert all(end.status == 0 for end in ends), key
        return ends[0].fun, -ends[1].fun

    def narrowest(self):
        """The narrowest interval of a count that is hidden for protection, and which one it is."""
        keys = dict.fromkeys(
            (indicator.numerator, level, pool, area, year)
            for (name, level, pool), values in self.release.values.items()
            for indicator in [self.release.indicators[name]]
            for area, year in np.argwhere(np.isin(values.sign, PROTECTED) & (self._complete(pool)))
        )
        widths = {key: np.subtract(*self.interval(key)[::-1]) for key in keys if not np.isfinite(self.shown[key])}
        return min((width, key) for key, width in widths.items())

    def _complete(self, pool):
        return np.arange(self.release.years) >= pool - 1


BASE = [100, 100, 100, 100, 100]


def test_the_reader_finds_what_is_not_protected():
    release = Release([_indicator("I", "x")], _rows(n=BASE, x=[2, 20, 30, 40, 50]))
    values = release.values["I", "q", 1]
    values.count[1], values.sign[1] = 20, Sign.SHOWN
    assert Reader(release).narrowest()[0] == pytest.approx(0)


def test_a_count_does_not_follow_from_its_municipality():
    release = Release([_indicator("I", "x")], _rows(n=BASE, x=[2, 20, 30, 40, 50]))
    assert Reader(release).narrowest()[0] >= 3


def test_a_count_does_not_follow_from_the_other_categories():
    # total = young + middle + old, which nobody declares; a1 has one young person
    rows = _rows(
        total=[90, 80, 70, 60, 50], young=[1, 20, 17, 9, 4], middle=[59, 33, 40, 30, 31], old=[30, 27, 13, 21, 15]
    )
    parts = ("young", "middle", "old")
    release = Release([_indicator(each, each, "", Method.COUNT) for each in ("total", *parts)], rows)
    assert release.signs("young")[0] == Sign.PRIMARY
    reader = Reader(release, [{"total": -1, **dict.fromkeys(parts, 1)}])
    assert reader.narrowest()[0] >= 3


def test_categories_add_up_at_levels_with_too_few_areas_to_see_it_there():
    # The quarters show that young + old = total; at the levels above, one of both is small.
    rows = _rows(total=[31, 42, 53, 64, 75], young=[0, 1, 0, 0, 0], old=[31, 41, 53, 64, 75])
    release = Release([_indicator(each, each, "", Method.COUNT) for each in ("total", "young", "old")], rows)
    assert all(np.isin(release.values["young", level, 1].sign, PROTECTED).any() for level in ("k", "g"))
    assert Reader(release, [{"total": -1, "young": 1, "old": 1}]).narrowest()[0] >= 3


def test_categories_add_up_although_some_measures_are_delivered_in_other_years_only():
    # "new" is delivered in the last year alone and must not keep anybody from seeing that young + old = total.
    total, young, old = [31, 42, 53, 64, 75], [2, 11, 20, 17, 9], [29, 31, 33, 47, 66]
    nobody = [Sign.ABSENT] * 5
    rows = _rows(total=[total, total], young=[young, young], old=[old, old], new=[nobody, [40, 50, 60, 70, 80]])
    release = Release([_indicator(each, each, "", Method.COUNT) for each in ("total", "young", "old", "new")], rows)
    assert Reader(release, [{"total": -1, "young": 1, "old": 1}]).narrowest()[0] >= 3


def test_a_base_bounds_the_partner():
    # a2 has 30 persons of whom 29 count: it could take over one of a1's two at most.
    release = Release([_indicator("I", "x")], _rows(n=[100, 32, 100, 100, 100], x=[2, 28, 30, 40, 50]))
    assert Reader(release).narrowest()[0] >= 3


def test_a_numerator_of_two_indicators_is_hidden_in_both():
    rows = _rows(n=BASE, m=[1000] * 5, x=[98, 50, 60, 40, 50])
    release = Release([_indicator("I", "x"), _indicator("J", "x", "m")], rows)
    assert Reader(release).narrowest()[0] >= 3


def test_sources_with_different_thresholds_protect_a_shared_numerator_together():
    rows, rules = (
        _rows(n=BASE, m=[1000] * 5, x=[3, 20, 30, 40, 50]),
        {"I": Rule(3, interval=3), "J": Rule(4, interval=4)},
    )
    release = Release([_indicator("I", "x"), _indicator("J", "x", "m")], rows, rules)
    assert Reader(release).narrowest()[0] >= 4


@pytest.mark.parametrize("counts", [(14, 2, 16), (2, 1, 1), (30, 4, 3), (4, 30, 30)])
def test_single_and_pooled_years_do_not_give_each_other_away(counts):
    n = [[40, 40, 60, 80, 100]] * 3
    x = [[number, 0, 0, 20, 30 + number] for number in counts]
    indicator = _indicator("I", "x", pool=3, pool_below=100)
    release = Release([indicator], _rows(n=n, x=x), Rule(threshold=5, interval=5))
    assert {pool for _, _, pool in release.values} == {1, 3}
    assert Reader(release).narrowest()[0] >= 5


def test_windows_of_different_length_do_not_give_away_a_year():
    # 3 years less 2 years leave the first one, in which a1 has 1.
    n, x = [BASE] * 3, [[1, 20, 30, 40, 50], [9, 21, 31, 41, 51], [12, 22, 32, 42, 52]]
    two, three = _indicator("I", "x", pool=2), _indicator("J", "x", pool=3)
    release = Release([two, three], _rows(n=n, x=x))
    low, high = Reader(release).interval(("x", "q", 1, 0, 0))
    assert high - low >= 3


def test_a_secret_of_the_source_is_not_given_away_by_its_total():
    # A is delivered with 60; a1 is secret at the source. 60 − 20 − 30 would tell it.
    rows = _rows(n=BASE, x=[Sign.SECRET, 20, 30, 40, 50], x_of_A=[60])
    release = Release([_indicator("I", "x")], rows)
    assert release.signs("I")[0] == Sign.SECRET
    low, high = Reader(release).interval(("x", "q", 1, 0, 0))
    assert high - low >= 3


def test_a_secret_base_of_the_source_is_not_given_away_by_its_total():
    # A has 310 persons, a2 and a3 have 100 each: 110 would follow for a1. What x hides of a2 shows y, and the other way round.
    rows = _rows(n=[Sign.SECRET, 100, 100, 100, 100], n_of_A=[310], x=[30, 10, 60, 40, 50], y=[30, 60, 10, 40, 50])
    release = Release([_indicator("I", "x"), _indicator("J", "y")], rows)
    low, high = Reader(release).interval(("n", "q", 1, 0, 0))
    assert high - low >= 3


def test_two_secrets_of_the_source_that_leave_one_person_are_not_given_away():
    rows = _rows(n=BASE, x=[Sign.SECRET, Sign.SECRET, 30, 40, 50], x_of_A=[31])
    release = Release([_indicator("I", "x")], rows)
    reader = Reader(release)
    assert all(np.subtract(*reader.interval(("x", "q", 1, area, 0))[::-1]) >= 3 for area in (0, 1))


def test_nothing_is_a_number_that_everybody_knows():
    # a2 is delivered as "–": it cannot be what protects a1.
    release = Release([_indicator("I", "x")], _rows(n=BASE, x=[2, Sign.NOTHING, 30, 40, 50]))
    assert Reader(release).narrowest()[0] >= 3


def test_a_quarter_without_people_protects_nobody():
    # a2 has no inhabitants, as everybody can see: what A counts and a3 does not is in a1.
    inhabitants = _indicator("N", "n", "", Method.COUNT)
    rows = _rows(n=[100, 0, 100, 100, 100], x=[3, 0, 30, 40, 50])
    release = Release([inhabitants, _indicator("I", "x")], rows, Rule(threshold=4, interval=3))
    low, high = Reader(release).interval(("x", "q", 1, 0, 0))
    assert high - low >= 3


def test_a_count_without_a_base_of_its_own_is_as_secret_as_any():
    # The base of a1 was not delivered, so that nothing is shown of it; A was delivered as a whole: 51 − 20 − 30 = 1.
    rows = _rows(n=[Sign.UNRELIABLE, 100, 100, 100, 100], n_of_A=[310], x=[1, 20, 30, 40, 50])
    release = Release([_indicator("I", "x")], rows)
    low, high = Reader(release).interval(("x", "q", 1, 0, 0))
    assert high - low >= 3


def test_zeros_are_shown_and_protect_nobody_for_nothing():
    release = Release([_indicator("I", "x")], _rows(n=BASE, x=[2, 0, 30, 40, 50]))
    assert release.signs("I")[1] == Sign.SHOWN
    assert Reader(release).narrowest()[0] >= 3


def test_sensitive_zeros_are_protected_like_small_counts():
    release = Release([_indicator("I", "x")], _rows(n=BASE, x=[0, 20, 30, 40, 100]), Rule(zeros_sensitive=True))
    assert release.signs("I")[0] == Sign.PRIMARY and release.signs("I")[4] == Sign.PRIMARY
    assert Reader(release).narrowest()[0] >= 3


def test_a_municipality_of_two_quarters_with_one_person_each_can_be_released():
    # Whoever guesses that all three are small can tell them; that is why no sign says which of the hidden ones are.
    release = Release([_indicator("I", "x")], _rows(n=BASE, x=[10, 20, 30, 1, 1]))
    assert np.isin(release.signs("I", "g"), PROTECTED).tolist() == [True, True]
    assert Reader(release).narrowest()[0] >= 3


@pytest.mark.parametrize("counts", [[2, 20, 10, 40, 50], [2, 10, 20, 40, 50]])
def test_which_other_count_is_hidden_says_nothing_about_its_size(counts):
    # Always the quarter with fewest people: were it the smallest count, 2 + 10 = 12 with 11 shown would leave the 2 no choice.
    release = Release([_indicator("I", "x")], _rows(n=[100, 90, 80, 100, 100], x=counts))
    assert release.signs("I")[:3] == [Sign.PRIMARY, Sign.SHOWN, Sign.SECONDARY]


def test_what_adds_up_in_shown_numbers_still_does():
    release = Release([_indicator("I", "x")], _rows(n=BASE, x=[2, 20, 30, 40, 50]))
    quarters, municipalities = release.values["I", "q", 1], release.values["I", "g", 1]
    assert municipalities.count[:, 0].tolist() == [52, 90]
    assert quarters.count[3:, 0].sum() == municipalities.count[1, 0]


def test_a_public_total_that_gives_a_count_away_is_refused():
    rows = _rows(n=BASE, x=[0, 0, 2, 0, 0])
    with pytest.raises(UnprotectableError):
        Release([_indicator("I", "x")], rows, Rule(public_levels=("k", "g"), interval=9))
