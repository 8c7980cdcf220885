"""[participation] of county.toml: who takes part, and the sentence for every name that would not do."""

import pytest

from monitor.county import ParticipationSpec

SECTION = """
[participation]
factions = ["Fraktion A", "Fraktion B"]
associations = ["Verband A"]
offices = ["Sozialamt"]
"""


def test_without_a_word_nobody_is_named(tiny_folder):
    assert tiny_folder.open().county.participation == ParticipationSpec((), (), ())


def test_who_takes_part(tiny_folder):
    tiny_folder.append("county.toml", SECTION)
    found = tiny_folder.open().county.participation
    assert found == ParticipationSpec(("Fraktion A", "Fraktion B"), ("Verband A",), ("Sozialamt",))


FAULTS = {
    "twice in one list": ('"Fraktion A", "fraktion a"', "„fraktion a“ ein zweites Mal. Jede Stelle braucht einen eigenen Namen; "
                          "bitte eine Nennung streichen oder unterscheiden."),
    "the name of the county itself": ('"Kreis"', "„Kreis“. So heißen Kreisverwaltung und Gebietsschlüssel im Monitor selbst; "
                                      "bitte einen anderen Namen nehmen."),
    "the key of a municipality": ('"05382068"', "„05382068“. So heißen Kreisverwaltung und Gebietsschlüssel im Monitor selbst; "
                                  "bitte einen anderen Namen nehmen."),
    "empty": ('""', "ein Name, der leer ist, mit einem Leerzeichen beginnt oder endet oder unsichtbare Zeichen enthält: „“. "
              "Bitte berichtigen."),
    "a space too much": ('"Fraktion A "', "ein Name, der leer ist, mit einem Leerzeichen beginnt oder endet oder unsichtbare "
                         "Zeichen enthält: „Fraktion A “. Bitte berichtigen."),
    "too long": (f'"{"x" * 81}"', "ein Name mit mehr als 80 Zeichen. Bitte kürzen, damit er neben eine Stellungnahme passt."),
}  # fmt: skip


@pytest.mark.parametrize("names, expected", FAULTS.values(), ids=FAULTS)
def test_a_name_that_would_not_do_is_told(tiny_folder, names, expected):
    tiny_folder.append("county.toml", f"[participation]\nfactions = [{names}]\n")
    [told] = tiny_folder.error_sentences()
    assert told.endswith(expected)
    assert ": Abschnitt [participation]: Bei „factions“ steht " in told


def test_a_name_belongs_to_one_body(tiny_folder):
    tiny_folder.append("county.toml", '[participation]\nfactions = ["Gruppe"]\nassociations = ["Gruppe"]\n')
    [told] = tiny_folder.error_sentences()
    assert "Bei „associations“ steht „Gruppe“ ein zweites Mal." in told


def test_hidden_letters_are_told(tiny_folder):
    tiny_folder.append("county.toml", '[participation]\nfactions = ["Frak\\u202Etion"]\n')
    assert "unsichtbare Zeichen" in tiny_folder.error_sentences()[0]


def test_eighty_letters_are_enough(tiny_folder):
    tiny_folder.append("county.toml", f'[participation]\noffices = ["{"x" * 80}"]\n')
    assert tiny_folder.open().county.participation.offices == ("x" * 80,)
