"""The methods against the usual libraries: the same counts in the same run, and nothing is timed before results agree."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from benchmarks.certainty import certainty_rows
from benchmarks.report import NOTHING, markdown, times
from geodata.neighbours import neighbours
from indicators.benchmark import compare
from indicators.catalogue import Method
from indicators.natural_breaks import natural_breaks
from indicators.rates import Estimate, crude_rate, proportion
from indicators.smoothing import empirical_bayes
from indicators.spatial import local_moran
from indicators.trend import recent_trends, weighted_trends
from monitor.folder import open_folder
from monitor.release import Release, make_release
from monitor.trends import trends
from texts.numbers import german, german_int

SAMPLE = Path(__file__).resolve().parents[1] / "sample_data"
LIBRARIES = ("numpy", "pandas", "scipy", "statsmodels", "esda", "libpysal", "mapclassify")
HEADINGS = ("Rechnung", "diese App, s", "anderes Programm, s", "× diese App", "Ziel, s", "")
ALPHAS = (0.05, 0.002)
CLASSES = 5
BYAR_APART = 0.02  # limits of 10 events and more: Byar's approximation here, the exact ones there
Say = Callable[[str], None]


class Sizes(NamedTuple):
    """areas × indicators × years of the synthetic counts; rows of them, and cells of the sample county, that the other
    program computes one by one; values to be divided into classes; permutations of the local statistic; draws of the
    attention rules."""

    areas: int = 10_990
    indicators: int = 30
    years: int = 10
    rows: int = 3_000
    cells: int | None = None  # all
    values: int = 1_580
    permutations: int = 999
    draws: int = 1000


FULL = Sizes()


class Row(NamedTuple):
    """Seconds of this app and, where there is one, of the other program; limit: what is to be reached."""

    words: str
    own: float
    other: float | None = None
    limit: float | None = None


class Case(NamedTuple):
    """Counts of one indicator, areas × years."""

    method: Method
    count: Any
    base: Any
    per: float


def measure_methods(say: Say, sizes: Sizes = FULL) -> list[Row]:
    _statsmodels(Method.RATE)  # loaded before the clock runs
    say("Verfahren: Beispielkreis")
    release, rows = _county(sizes)
    say("Verfahren: viele Gebiete")
    rows += _synthetic(sizes)
    say("Verfahren: Sicherheit der Regeln")
    rows += [Row(*each) for each in certainty_rows(sizes.areas, sizes.draws)]
    say("Verfahren: PySAL")
    return rows + list(_pysal(release, sizes))


def method_part(rows: list[Row]) -> str:
    """One table, and what it does not say itself."""
    lines = [
        (row.words, _seconds(row.own), _seconds(row.other), times(row.other, row.own) if row.other else NOTHING,
         _seconds(row.limit), _verdict(row))
        for row in rows
    ]  # fmt: skip
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"### Verfahren\n\n{markdown(HEADINGS, lines)}\n\n{libraries}. Vor jeder Messung wird geprüft, dass beide Programme "
        "dasselbe errechnen; Grenzen von Raten ab 10 Ereignissen dürfen um 2 % auseinanderliegen (Byar hier, exakt dort). "
        "„Hochgerechnet“: das andere Programm rechnet eine Stichprobe der Zeilen, die Zeit gilt für alle."
    )


def _county(sizes: Sizes) -> tuple[Release, list[Row]]:
    folder = open_folder(SAMPLE)
    seconds, release = _timed(lambda: _everything(folder))
    finest = release.finest.id
    cases = [case for each in release.indicators_at(finest) for case in _case(release, finest, each)]
    shown = [_cells(case, np.isfinite(case.count + case.base), sizes.cells) for case in cases]
    number = sum(case.count.size for case in shown)
    areas = f"{len(release.areas(finest))} {release.finest.plural}"
    words = f"{areas} mit Kommunen und Kreis, {len(release.catalogue)} Kennzahlen × {len(release.years)} Jahre"
    return release, [
        Row(f"{words}: Werte, Grenzen, Schutz, Vergleich, Glättung, Trend", seconds, limit=1.0),
        *_against_statsmodels(f"{areas}, {german_int(number)} Werte mit Grenzen", shown, shown, 1.0),
    ]


def _everything(folder: Any) -> Release:
    release = make_release(folder)
    for level in release.levels:
        for indicator in release.catalogue:
            trends(release, level.id, indicator)
    return release


def _case(release: Release, level: str, indicator: Any) -> Iterator[Case]:
    if indicator.method in (Method.PROPORTION, Method.RATE):
        values = release.series(level, indicator.id)
        yield Case(indicator.method, values.count, values.base, indicator.per)


def _synthetic(sizes: Sizes) -> list[Row]:
    cases = list(synthetic_cases(sizes))
    words = f"{german_int(sizes.areas)} Gebiete × {sizes.indicators} Kennzahlen × {sizes.years} Jahre"
    seconds, _ = _timed(lambda: [_treated(case) for case in cases], repeats=1)
    number = sizes.areas * sizes.indicators * sizes.years
    chosen = np.random.default_rng(2).random((sizes.areas, sizes.years)) < sizes.rows / number
    sampled = [_cells(case, chosen) for case in cases]
    share = sum(case.count.size for case in sampled) / number
    return [
        Row(f"{words}: Werte, Grenzen, Vergleich, Glättung, Trend", seconds, limit=20.0),
        *_against_statsmodels(f"{words}: Werte mit Grenzen", cases, sampled, share),
    ]


def synthetic_cases(sizes: Sizes) -> Iterator[Case]:
    """Two shares to one rate; areas from 300 to 30,000 inhabitants, no two with the same true value."""
    rng = np.random.default_rng(1)
    base = np.exp(rng.uniform(np.log(300), np.log(30_000), (sizes.areas, sizes.years))).round()
    for number in range(sizes.indicators):
        true = rng.beta(4, 36, (sizes.areas, 1)) * rng.uniform(0.9, 1.1, sizes.years)
        if number % 3 < 2:
            yield Case(Method.PROPORTION, rng.binomial(base.astype(int), true).astype(float), base, 100.0)
        else:
            yield Case(Method.RATE, rng.poisson(base * true / 10).astype(float), base, 1000.0)


def _treated(case: Case) -> None:
    """All that the product does with one indicator."""
    estimate = values_of(case)
    compare(estimate, case.count.sum(axis=0) / case.base.sum(axis=0) * case.per)
    empirical_bayes(case.count, case.base, per=case.per)
    if case.method is Method.PROPORTION:
        recent_trends(case.count, case.base)
    else:
        weighted_trends(estimate)


def values_of(case: Case) -> Estimate:
    return (proportion if case.method is Method.PROPORTION else crude_rate)(case.count, case.base, case.per)


def _against_statsmodels(words: str, cases: list[Case], sampled: list[Case], share: float) -> Iterator[Row]:
    """Row by row, as loops over a table do, and with whole arrays. share: of all rows that are among `sampled`."""
    by_row, rows = _timed(lambda: [one_by_one(case) for case in sampled], repeats=1)
    at_once, arrays = _timed(lambda: [all_at_once(case) for case in cases])
    own, estimates = _timed(lambda: [values_of(case) for case in cases])
    for theirs, case in zip(rows, sampled, strict=True):
        assert_same(values_of(case), theirs, case)
    for theirs, estimate, case in zip(arrays, estimates, cases, strict=True):
        assert_same(estimate, theirs, case)
    scaled = ", hochgerechnet" if share < 1 else ""
    yield Row(f"{words}; statsmodels, Zeile für Zeile{scaled}", own, by_row / share)
    yield Row(f"{words}; statsmodels, alle auf einmal", own, at_once)


def one_by_one(case: Case) -> Any:
    """value, lower95, upper95, lower998, upper998 × cells, each cell computed for itself."""
    limits = _statsmodels(case.method)
    found = [
        (x / n, *limits(x, n, ALPHAS[0]), *limits(x, n, ALPHAS[1]))
        for x, n in zip(case.count.ravel().tolist(), case.base.ravel().tolist(), strict=True)
    ]
    return np.array(found).reshape(-1, 5).T * case.per


def all_at_once(case: Case) -> Any:
    limits = _statsmodels(case.method)
    found = [case.count / case.base, *limits(case.count, case.base, ALPHAS[0])]
    return np.array([*found, *limits(case.count, case.base, ALPHAS[1])]).reshape(5, -1) * case.per


def _statsmodels(method: Method) -> Callable[[Any, Any, float], Any]:
    from statsmodels.stats.proportion import proportion_confint
    from statsmodels.stats.rates import confint_poisson

    if method is Method.PROPORTION:
        return lambda x, n, alpha: proportion_confint(x, n, alpha=alpha, method="wilson")
    return lambda x, n, alpha: confint_poisson(x, n, method="exact-c", alpha=alpha)


def assert_same(estimate: Estimate, theirs: Any, case: Case) -> None:
    """Raises AssertionError where the two programs differ. 0 events: statsmodels says NaN below, where the limit is 0."""
    ours = np.array([np.ravel(part) for part in estimate])
    few = (case.count.ravel() < 10) | (case.method is Method.PROPORTION)
    lower = theirs.copy()
    lower[1::2][:, case.count.ravel() == 0] = 0
    np.testing.assert_allclose(ours[:, few], lower[:, few], rtol=1e-7, atol=1e-9 * case.per)
    np.testing.assert_allclose(ours[:, ~few], lower[:, ~few], rtol=BYAR_APART)


def _pysal(release: Release, sizes: Sizes) -> Iterator[Row]:
    areas = release.hierarchy.areas(release.finest.id)
    yield from _smoothing(next(synthetic_cases(sizes)))
    yield _breaks(sizes.values)
    own, around = _timed(lambda: neighbours(areas))
    theirs, graph = _timed(lambda: _rook(areas))
    assert {area: set(those) for area, those in around.items()} == {
        area: set(graph[area].index) for area in areas.index
    }
    yield Row(f"Nachbarn von {len(areas)} Gebieten; libpysal", own, theirs)
    values = pd.Series(np.random.default_rng(3).normal(size=len(areas)), index=areas.index)
    seconds, _ = _timed(lambda: local_moran(values, around, permutations=sizes.permutations))
    yield Row(f"lokales Moran-I, {len(areas)} Gebiete, {sizes.permutations} Vertauschungen (rechnet esda)", seconds)


def _smoothing(case: Case) -> Iterator[Row]:
    from esda.smoothing import Empirical_Bayes

    def others() -> Any:
        pairs = zip(case.count.T, case.base.T, strict=True)
        return np.column_stack([Empirical_Bayes(count, base).r.ravel() for count, base in pairs])

    own, ours = _timed(lambda: empirical_bayes(case.count, case.base))
    other, theirs = _timed(others)
    np.testing.assert_allclose(ours, theirs, rtol=1e-9)
    yield Row(f"Glättung, {german_int(len(case.count))} Gebiete × {case.count.shape[1]} Jahre; esda", own, other)


def _breaks(number: int) -> Row:
    import mapclassify

    values = np.random.default_rng(4).gamma(4, 3, number).round(2)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it could be faster with a compiler
        other, theirs = _timed(lambda: mapclassify.FisherJenks(values, CLASSES).bins, repeats=1)
    own, ours = _timed(lambda: natural_breaks(values, CLASSES))
    np.testing.assert_allclose(ours, theirs)
    return Row(f"natürliche Klassen, {german_int(number)} Werte; mapclassify.FisherJenks", own, other)


def _rook(areas: Any) -> Any:
    from libpysal.graph import Graph

    return Graph.build_contiguity(areas, rook=True)


def _cells(case: Case, at: Any, most: int | None = None) -> Case:
    return case._replace(count=case.count[at][:most], base=case.base[at][:most])


def _timed(work: Callable[[], Any], repeats: int = 3) -> tuple[float, Any]:
    """Median seconds of several runs, and the last result."""
    seconds = []
    for _ in range(repeats):
        begun = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - begun)
    return median(seconds), found


def _seconds(value: float | None) -> str:
    if value is None:
        return NOTHING
    return german(value, 4 if value < 0.01 else 3 if value < 1 else 1)


def _verdict(row: Row) -> str:
    if row.limit is None:
        return ""
    return "erreicht" if row.own <= row.limit else "verfehlt"
