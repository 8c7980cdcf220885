"""The comparison of the methods, with few areas: both programs agree, a difference is noticed, the table has its rows."""

import numpy as np
import pytest

pytest.importorskip("statsmodels", reason="statsmodels comes with requirements-bench.txt")
pytest.importorskip("mapclassify", reason="mapclassify comes with requirements-bench.txt")

from benchmarks.__main__ import METHODS, _cases
from benchmarks.methods import (
    Case,
    Row,
    Sizes,
    all_at_once,
    assert_same,
    measure_methods,
    method_part,
    one_by_one,
    synthetic_cases,
    values_of,
)
from indicators.catalogue import Method

TINY = Sizes(areas=30, indicators=3, years=6, rows=60, cells=20, values=60, permutations=99, draws=40)
SHARES = Case(Method.PROPORTION, np.array([[0.0, 4, 30]]), np.array([[30.0, 100, 30]]), 100.0)
EVENTS = Case(Method.RATE, np.array([[0.0, 9, 10, 250]]), np.array([[50.0, 100, 100, 1000]]), 1000.0)


@pytest.mark.parametrize("case", [SHARES, EVENTS], ids=["proportion", "rate"])
@pytest.mark.parametrize("program", [one_by_one, all_at_once])
def test_statsmodels_agrees(case, program):
    assert_same(values_of(case), program(case), case)


@pytest.mark.parametrize("position", range(5))
def test_a_difference_in_any_column_is_noticed(position):
    theirs = one_by_one(SHARES)
    theirs[position, 1] += 0.01
    with pytest.raises(AssertionError):
        assert_same(values_of(SHARES), theirs, SHARES)


def test_ten_events_may_differ_by_two_in_a_hundred_nine_may_not():
    theirs = one_by_one(EVENTS)
    assert theirs[1, 2] != pytest.approx(values_of(EVENTS).lower95[0, 2], rel=1e-4)  # Byar is an approximation
    theirs[1, 1] *= 1.001
    with pytest.raises(AssertionError):
        assert_same(values_of(EVENTS), theirs, EVENTS)


def test_synthetic_counts_are_the_same_at_every_call_and_hold_both_methods():
    one, again = list(synthetic_cases(TINY)), list(synthetic_cases(TINY))
    assert all((a.count == b.count).all() and (a.base == b.base).all() for a, b in zip(one, again, strict=True))
    assert [case.method for case in one] == [Method.PROPORTION, Method.PROPORTION, Method.RATE]
    assert {case.count.shape for case in one} == {(30, 6)}
    assert (one[0].count <= one[0].base).all()


def test_the_table_has_its_rows():
    rows = measure_methods(lambda words: None, TINY)
    words = [row.words for row in rows]
    for each in ("Quartiere mit Kommunen und Kreis", "Zeile für Zeile", "alle auf einmal", "hochgerechnet", "Glättung",
                 "natürliche Klassen", "Nachbarn von 158 Gebieten", "lokales Moran-I", "wie sicher"):  # fmt: skip
        assert any(each in line for line in words), each
    assert [row.limit for row in rows if row.limit] == [1.0, 20.0]
    assert all(row.own > 0 for row in rows)
    assert method_part(rows).count("\n| ") == len(rows) + 2


def test_goals_and_ratios_are_written_out():
    text = method_part([Row("schnell", 0.5, 5.0, 1.0), Row("langsam", 2.0, None, 1.0)])
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()[4:6]]
    assert cells == [
        ["schnell", "0,500", "5,0", "10 ×", "1,0", "erreicht"],
        ["langsam", "2,0", "–", "–", "1,0", "verfehlt"],
    ]


def test_methods_can_be_measured_alone():
    assert _cases("methods") == [METHODS]
    assert _cases("methods,158") == ["158", METHODS]
