"""Levels, parents and validity."""

from datetime import date

import pytest

from geodata.hierarchy import build_hierarchy

DAY = date(2022, 6, 30)


@pytest.fixture
def levels(km, areas):
    whole = areas({"B": km(1, 0), "A": km(0, 0)})
    parts = areas({"a2": km(0, 0.5, 1, 0.5), "a1": km(0, 0, 1, 0.5), "b1": km(1, 0)}, {"a1": "A", "a2": "A", "b1": "B"})
    return whole, parts


def _hierarchy(whole, parts, day=None):
    return build_hierarchy([("kreis", None), ("gemeinde", whole), ("quartier", parts)], "05", "Kreis", day)


def test_parents_ancestors_and_names(levels):
    hierarchy, problems = _hierarchy(*levels)
    assert problems == []
    assert list(hierarchy.areas("quartier").index) == ["a1", "a2", "b1"]
    assert hierarchy.parents("quartier").to_dict() == {"a1": "A", "a2": "A", "b1": "B"}
    assert hierarchy.parents("gemeinde").to_dict() == {"A": "05", "B": "05"}
    assert hierarchy.ancestors("quartier", "kreis").to_dict() == {"a1": "05", "a2": "05", "b1": "05"}
    assert hierarchy.ancestors("quartier", "gemeinde").to_dict() == {"a1": "A", "a2": "A", "b1": "B"}
    assert hierarchy.ancestors("quartier", "quartier").to_dict() == {"a1": "a1", "a2": "a2", "b1": "b1"}
    assert hierarchy.level_of("a2") == "quartier" and hierarchy.level_of("05") == "kreis"
    assert hierarchy.names["05"] == "Kreis" and hierarchy.names["a1"] == "Gebiet a1"
    with pytest.raises(KeyError):
        hierarchy.level_of("nirgends")


def test_the_whole_is_the_union(levels):
    hierarchy, _ = _hierarchy(*levels)
    assert hierarchy.areas("kreis").area.item() == pytest.approx(2e6)


def test_validity_on_a_day(levels, km, areas):
    whole, _ = levels
    parts = areas(
        {"old": km(0, 0), "new": km(0, 0), "b1": km(1, 0)}, {"old": "A", "new": "A", "b1": "B"},
        valid_from=[None, date(2022, 1, 1), None], valid_to=[date(2021, 12, 31), None, None])  # fmt: skip
    for day, current, former in ((DAY, ["b1", "new"], ["old"]), (date(2021, 12, 31), ["b1", "old"], ["new"]),
                                 (None, ["b1", "new"], ["old"])):  # fmt: skip
        hierarchy, _ = _hierarchy(whole, parts, day)
        assert list(hierarchy.areas("quartier").index) == current
        assert list(hierarchy.predecessors("quartier").index) == former


def test_unknown_parent_and_key_on_two_levels(levels, km, areas):
    whole, _ = levels
    _, problems = _hierarchy(whole, areas({"a1": km(0, 0), "B": km(1, 0)}, {"a1": "Z", "B": "B"}))
    assert [(each.code, list(each.areas)) for each in problems] == [
        ("parent_unknown", ["a1"]),
        ("area_id_twice", ["B"]),
    ]
    assert problems[0].facts["parents"] == ["Z"]
