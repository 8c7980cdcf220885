"""Every field, every state and every kind of an entry has its German word."""

from datetime import date

import pytest

from store.columns import Field
from store.kinds import KINDS
from store.levels import Level
from texts import entries


def test_every_field_of_every_kind_has_a_label():
    fields = {f"{name}.{field}" for name, kind in KINDS.items() for field in kind.fields()}
    assert set(entries.FIELDS) == fields
    assert set(entries.KINDS) == set(KINDS)


def test_every_choice_has_its_words():
    choices = {
        field.choices
        for kind in KINDS.values()
        for field in kind.fields().values()
        if isinstance(field, Field) and field.choices
    }
    for each in choices | set(entries.WORDS):
        assert set(entries.WORDS[each]) == set(each), each


@pytest.mark.parametrize(
    ("level", "embargo", "expected"),
    [
        (Level.PUBLIC, None, "öffentlich"),
        (Level.PUBLIC, date(2025, 6, 1), "öffentlich"),
        (Level.PUBLIC, date(2025, 6, 2), "öffentlich ab 2.6.2025 (bis dahin Gremien)"),
        (Level.DRAFT, date(2030, 1, 1), "Entwurf"),
    ],
)
def test_levels_in_words(level, embargo, expected):
    assert entries.level_words(level, embargo, date(2025, 6, 1)) == expected


def test_who_stands_behind_an_entry():
    names = {"0101": "Siegburg"}
    told = [entries.home_words(owner, names) for owner in ("kreis", "kommune:0101", "politik:Fraktion A")]
    assert told == ["Kreisverwaltung", "Siegburg", "Fraktion A"]
