"""Tables base unit → social space: what they make, and every fault with its line."""

import pandas as pd
import pytest

from geodata.scheme_from_table import scheme_from_table

UNITS = ["05382-1", "05382-2", "05382-3"]


def _table(*rows, columns=("einheit", "sozialraum")):
    return pd.DataFrame(list(rows), columns=list(columns)).assign(line=range(2, len(rows) + 2))


def _read(table, units=UNITS):
    return scheme_from_table(table, "a.csv", "05382068", units, 2, "Neu")


def test_names_become_areas_with_ids_in_their_order():
    scheme, problems = _read(_table(("05382-2", "West"), ("05382-1", "Mitte"), ("05382-3", "West")))
    assert problems == []
    assert scheme.areas.to_dict() == {"05382068-01": "West", "05382068-02": "Mitte"}
    assert scheme.area_of().to_dict() == {"05382-1": "05382068-02", "05382-2": "05382068-01", "05382-3": "05382068-01"}
    assert (scheme.version, scheme.name, scheme.cut_units) == (2, "Neu", [])


def test_ids_and_names_and_shares():
    rows = [("05382-1", "A", "Mitte", "0,25"), ("05382-1", "B", "West", "0.75"), ("05382-2", "B", "West", "")]
    scheme, problems = _read(_table(*rows, columns=("Einheit", "Gebiet", "Name", "Anteil")))
    assert problems == [] and scheme.areas.to_dict() == {"A": "Mitte", "B": "West"}
    assert scheme.parts.to_numpy().tolist() == [["05382-1", "A", 0.25], ["05382-1", "B", 0.75], ["05382-2", "B", 1.0]]
    assert scheme.cut_units == ["05382-1"]


def test_an_empty_area_leaves_the_unit_and_the_same_row_twice_is_one():
    scheme, problems = _read(_table(("05382-1", "A"), ("05382-1", "A"), ("05382-2", "")))
    assert problems == [] and scheme.units_left(UNITS) == ["05382-2", "05382-3"]
    assert scheme.parts["share"].tolist() == [1.0]


@pytest.mark.parametrize(
    ("rows", "code", "line", "areas"),
    [
        ([("05382-1", "A"), ("", "B")], "scheme_row_without_unit", 3, [""]),
        ([("05382-9", "A")], "scheme_unit_not_there", 2, ["05382-9"]),
        ([("05382-1", "A"), ("05382-2", "A"), ("05382-1", "B")], "scheme_unit_in_several", 2, ["05382-1"]),
    ],
)
def test_faults_with_their_line(rows, code, line, areas):
    scheme, problems = _read(_table(*rows))
    assert scheme is None
    assert [(problem.code, problem.file, problem.line, list(problem.areas)) for problem in problems] == [
        (code, "a.csv", line, areas)
    ]


def test_a_zero_that_excel_took():
    _, problems = _read(_table(("5382-1", "A"), ("5382-2", "A")))
    assert problems[0].facts["matches"] == {"5382-1": "05382-1", "5382-2": "05382-2"}
    assert problems[0].facts["lines"] == [2, 3]


@pytest.mark.parametrize("share", ["0", "1,5", "-0,2", "viel"])
def test_shares_that_cannot_be(share):
    columns = ("einheit", "sozialraum", "anteil")
    _, problems = _read(_table(("05382-1", "A", share), columns=columns))
    assert [(problem.code, problem.line) for problem in problems] == [("scheme_share_invalid", 2)]


@pytest.mark.parametrize(
    ("columns", "missing"),
    [(("baublock", "x"), ["sozialraum"]), (("x", "sozialraum"), ["einheit"]), (("x", "y"), ["einheit", "sozialraum"])],
)
def test_missing_columns(columns, missing):
    scheme, problems = _read(_table(("05382-1", "A"), columns=columns))
    assert scheme is None and [problem.facts["column"] for problem in problems] == missing
