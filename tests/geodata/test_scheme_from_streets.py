"""A register of streets over the addresses of base units: shares by hand, and every fault with file and line."""

import pandas as pd
import pytest

from geodata.scheme import CutBy
from geodata.scheme_from_streets import scheme_from_streets
from geodata.scheme_house_numbers import houses, place_of, street_key

COLUMNS = ("strasse", "hausnummer_von", "hausnummer_bis", "seite")
UNITS = ["u1", "u2", "u3"]


def _table(rows, *more):
    return pd.DataFrame(rows, columns=[*COLUMNS, *more]).assign(line=range(2, len(rows) + 2))


def _rules(*rows):
    return _table(rows, "sozialraum")


def _addresses(*rows):
    """einheit first, then street, numbers, side and inhabitants."""
    table = pd.DataFrame(rows, columns=["einheit", *COLUMNS, "einwohner"])
    return table.assign(line=range(2, len(rows) + 2))


def _read(rules, addresses):
    return scheme_from_streets(rules, "regeln.csv", addresses, "strassen.csv", "m", UNITS)


def _shares(scheme):
    """unit, name of the area → share."""
    return {(row.unit, scheme.areas[row.area]): round(row.share, 9) for row in scheme.parts.itertuples()}


def _told(problems):
    return [(problem.code, problem.file, problem.line) for problem in problems]


def test_whole_streets():
    addresses = _addresses(("u1", "Hauptstraße", "", "", "", "40"), ("u2", "Am Berg", "", "", "", "30"))
    scheme, problems = _read(_rules(("Hauptstr.", "", "", "", "Mitte"), ("AM BERG", "", "", "alle", "Berg")), addresses)
    assert problems == [] and _shares(scheme) == {("u1", "Mitte"): 1, ("u2", "Berg"): 1}
    assert scheme.areas.to_dict() == {"m-01": "Mitte", "m-02": "Berg"}  # in the order of the file
    assert scheme.units_left(UNITS) == ["u3"]


def test_two_sides_of_a_street():
    addresses = _addresses(
        ("u1", "Hauptstr.", "1", "19", "ungerade", "30"), ("u1", "Hauptstr.", "2", "20", "gerade", "10")
    )
    rules = _rules(("Hauptstr.", "", "", "gerade", "Süd"), ("Hauptstr.", "", "", "ungerade", "Nord"))
    scheme, problems = _read(rules, addresses)
    assert _shares(scheme) == {("u1", "Nord"): 0.75, ("u1", "Süd"): 0.25} and scheme.cut_by is CutBy.INHABITANTS
    assert [problem.code for problem in problems] == ["scheme_units_cut"]


def test_a_row_that_is_cut_shares_its_inhabitants_by_houses():
    # 1 to 19 odd are ten houses with 100 persons: 1, 3, 5 in A are 30, the other seven 70; 50 more in B: 30 of 150.
    addresses = _addresses(("u1", "Weg", "1", "19", "u", "100"), ("u1", "Gasse", "1", "9", "", "50"))
    rules = _rules(("Weg", "1", "6", "", "A"), ("Weg", "7", "99", "", "B"), ("Gasse", "", "", "", "B"))
    scheme, _ = _read(rules, addresses)
    assert _shares(scheme) == {("u1", "A"): 0.2, ("u1", "B"): 0.8}


def test_both_sides_of_a_row_share_its_inhabitants():
    # 1 to 10: five odd and five even houses with 60 persons; odd ones A, even ones B.
    rules = _rules(("Weg", "", "", "ungerade", "A"), ("Weg", "", "", "gerade", "B"))
    scheme, _ = _read(rules, _addresses(("u1", "Weg", "1", "10", "alle", "60")))
    assert _shares(scheme) == {("u1", "A"): 0.5, ("u1", "B"): 0.5}


def test_inhabitants_are_told_in_hundredths():
    # 8 of 23 persons.
    addresses = _addresses(("u1", "Weg", "1", "1", "", "8"), ("u1", "Weg", "2", "2", "", "15"))
    scheme, _ = _read(_rules(("Weg", "1", "1", "", "A"), ("Weg", "2", "2", "", "B")), addresses)
    assert _shares(scheme) == {("u1", "A"): 0.35, ("u1", "B"): 0.65}


def test_without_inhabitants_by_the_number_of_houses():
    addresses = _addresses(("u1", "Weg", "1", "6", "", ""), ("u2", "Weg", "7", "9", "", "5"))
    scheme, problems = _read(_rules(("Weg", "1", "2", "", "A"), ("Weg", "3", "9", "", "B")), addresses)
    assert _shares(scheme) == {("u1", "A"): round(1 / 3, 9), ("u1", "B"): round(2 / 3, 9), ("u2", "B"): 1}
    assert scheme.cut_by is CutBy.ADDRESSES
    assert [(problem.code, list(problem.areas)) for problem in problems] == [("scheme_units_cut_by_houses", ["u1"])]


def test_letters_belong_to_the_number_or_to_the_next_range():
    addresses = _addresses(("u1", "Weg", "12", "12", "", "5"), ("u2", "Weg", "12a", "12c", "", "5"))
    alone, problems = _read(_rules(("Weg", "1", "12", "", "A"), ("Weg", "13", "20", "", "B")), addresses)
    assert _shares(alone) == {("u1", "A"): 1, ("u2", "A"): 1} and problems == []
    split, problems = _read(_rules(("Weg", "1", "12", "", "A"), ("Weg", "12a", "20", "", "B")), addresses)
    assert _shares(split) == {("u1", "A"): 1, ("u2", "B"): 1} and problems == []


def test_overlapping_ranges_are_an_error_with_the_line():
    rules = _rules(("Weg", "1", "10", "", "A"), ("Weg", "9", "20", "ungerade", "B"), ("Gasse", "", "", "", "A"))
    scheme, problems = _read(rules, _addresses(("u1", "Weg", "1", "20", "", "5"), ("u1", "Gasse", "", "", "", "5")))
    assert scheme is None and _told(problems) == [("scheme_streets_overlap", "regeln.csv", 3)]
    assert list(problems[0].areas) == ["Weg"]


def test_two_sides_do_not_overlap_and_one_area_may_repeat_itself():
    addresses = _addresses(("u1", "Weg", "1", "20", "", "5"))
    rules = _rules(("Weg", "1", "19", "u", "A"), ("Weg", "2", "20", "g", "A"), ("Weg", "2", "8", "g", "A"))
    scheme, problems = _read(rules, addresses)
    assert problems == [] and _shares(scheme) == {("u1", "A"): 1}


def test_unknown_streets_with_what_they_may_mean():
    rules = _rules(("Haupstraße", "", "", "", "A"), ("Weg", "", "", "", "B"))
    _, problems = _read(rules, _addresses(("u1", "Hauptstraße", "", "", "", "5"), ("u2", "Weg", "", "", "", "5")))
    assert _told(problems)[0] == ("scheme_street_unknown", "regeln.csv", 2)
    assert problems[0].facts["suggestion"] == "Hauptstraße"


def test_addresses_in_no_range_are_left_and_told():
    # 1 to 9 odd are five houses; 7 and 9 stand in no range: two fifths of 50 persons belong to no area.
    scheme, problems = _read(_rules(("Weg", "1", "6", "", "A")), _addresses(("u1", "Weg", "1", "9", "u", "50")))
    assert _told(problems)[0] == ("scheme_addresses_in_no_range", "strassen.csv", 2)
    assert _shares(scheme) == {("u1", "A"): 0.6}


def test_a_street_without_numbers_cannot_be_divided():
    rules = _rules(("Weg", "1", "10", "", "A"), ("Weg", "11", "99", "", "B"))
    scheme, problems = _read(rules, _addresses(("u1", "Weg", "", "", "", "50")))
    assert scheme is None and _told(problems) == [("scheme_addresses_without_numbers", "strassen.csv", 2)]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (("Weg", "zwölf", "20", "", "A"), "scheme_house_number_invalid"),
        (("Weg", "20", "12", "", "A"), "scheme_house_numbers_reversed"),
        (("Weg", "1", "12", "links", "A"), "scheme_side_unknown"),
        (("", "1", "12", "", "A"), "scheme_street_empty"),
        (("Weg", "1", "12", "", ""), "scheme_rule_without_area"),
    ],
)
def test_rows_that_cannot_be_understood(rule, code):
    scheme, problems = _read(_rules(("Weg", "13", "14", "", "B"), rule), _addresses(("u1", "Weg", "1", "20", "", "5")))
    assert scheme is None and _told(problems) == [(code, "regeln.csv", 3)]


def test_missing_columns_of_both_tables():
    bare = pd.DataFrame({"strasse": ["Weg"], "line": [2]})
    assert _told(_read(bare, _addresses())[1])[0] == ("scheme_column_missing", "regeln.csv", 1)
    assert _told(_read(_rules(("Weg", "", "", "", "A")), bare)[1])[0] == ("scheme_column_missing", "strassen.csv", 1)


def test_addresses_of_other_municipalities_do_not_count():
    addresses = _addresses(("anderswo", "Weg", "1", "99", "", "500"), ("u1", "Weg", "1", "9", "", "5"))
    scheme, problems = _read(_rules(("Weg", "1", "9", "", "A")), addresses)
    assert problems == [] and set(scheme.parts["unit"]) == {"u1"}


def test_too_many_ranges_in_one_street():
    rules = _rules(*[("Weg", str(n), str(n), "", "A") for n in range(1, 3001)])
    addresses = _addresses(*[("u1", "Weg", str(n), str(n), "", "1") for n in range(1, 3001)])
    assert [problem.code for problem in _read(rules, addresses)[1]] == ["scheme_table_too_large"]


@pytest.mark.parametrize(
    ("first", "last", "odd", "even"),
    [
        ("1", "10", 5, 5),
        ("1", "1", 1, 0),
        ("2", "2", 0, 1),
        ("12a", "12c", 0, 1),
        ("12a", "15", 2, 2),
        ("7", "8b", 1, 1),
    ],
)
def test_houses_in_a_range(first, last, odd, even):
    ends = pd.Series([place_of(first)]), pd.Series([place_of(last, end=True)])
    assert (houses(*ends, True).item(), houses(*ends, False).item()) == (odd, even)


def test_a_part_that_begins_at_a_letter_does_not_count_its_number_again():
    start, letter, end = (pd.Series([place_of(text)]) for text in ("12", "12b", "14"))
    assert houses(letter, end, False, begin=start).item() == 1  # 14; the 12 is in the part before


def test_streets_that_are_the_same():
    assert len({street_key(name) for name in ("Kölner Straße", "Koelner Str.", "KÖLNER-STRASSE", "kölnerstr")}) == 1
    assert street_key("Kölner Weg") != street_key("Kölner Straße")
