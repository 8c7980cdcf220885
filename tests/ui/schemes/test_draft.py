"""Changes of the frame, saved as states."""

from types import SimpleNamespace

import pandas as pd
import pytest

from geodata.scheme import scheme_of_units
from monitor.scheme_folder import FolderSchemes
from ui.schemes.draft import Heard, save_changes
from ui.schemes.store import Version

GROUND = SimpleNamespace(ids=("u1", "u2", "u3"), nouns=("Baublock", "Baublöcke"))


@pytest.fixture
def kept(tmp_path):
    return FolderSchemes(tmp_path)


@pytest.fixture
def version(kept):
    """All units in a; b is empty."""
    area_of = pd.Series({"u1": "a", "u2": "a", "u3": "a"})
    scheme = scheme_of_units("05382068", 1, "Probe", area_of, pd.Series({"a": "Nord", "b": "Süd"}))
    return Version(scheme, [kept.save(scheme, "Stelle", "angelegt", 0)])


def saved(kept, version, heard, *changes, client="c"):
    answer = {"client": client, "changes": [list(each) for each in changes]}
    return save_changes(answer, heard, version, kept, GROUND, "Stelle")


def whats(kept):
    return [entry.what for entry in kept.history("05382068")][::-1]


def test_every_change_is_a_state_with_words(kept, version):
    found = saved(kept, version, Heard(), (1, ["put", [0, 1], "b"]), (2, ["name", "b", "Süden"]), (3, ["put", [2], ""]))
    assert found.number == 4
    assert whats(kept) == [
        "angelegt",
        "2 Baublöcke zu „Süd“",
        "„Süd“ heißt „Süden“",
        "1 Baublock aus ihrem Sozialraum genommen",
    ]
    [now] = kept.schemes()
    assert dict(now.areas) == {"a": "Nord", "b": "Süden"}
    assert dict(now.area_of()) == {"u1": "b", "u2": "b"}


def test_what_is_sent_again_is_saved_once(kept, version):
    heard = Heard()
    version = saved(kept, version, heard, (1, ["put", [0], "b"]))
    version = saved(kept, version, heard, (1, ["put", [0], "b"]), (2, ["put", [1], "b"]))
    saved(kept, version, heard, (2, ["put", [1], "b"]))
    assert len(whats(kept)) == 3
    assert heard.last == {"c": 2}


def test_undo_and_redo_survive_a_new_session(kept, version):
    version = saved(kept, version, Heard(), (1, ["put", [0], "b"]), (2, ["put", [1], "b"]))
    version = saved(
        kept, Version(version.scheme, kept.history("05382068")), Heard(), (1, ["undo"]), (2, ["undo"]), client="d"
    )
    assert dict(version.scheme.area_of()) == {"u1": "a", "u2": "a", "u3": "a"}
    version = saved(kept, Version(version.scheme, kept.history("05382068")), Heard(), (1, ["redo"]), client="e")
    assert dict(version.scheme.area_of()) == {"u1": "b", "u2": "a", "u3": "a"}
    assert whats(kept)[3:] == [
        "rückgängig: 1 Baublock zu „Süd“",
        "rückgängig: 1 Baublock zu „Süd“",
        "wiederholt: 1 Baublock zu „Süd“",
    ]


def test_undo_at_the_beginning_does_nothing(kept, version):
    assert saved(kept, version, Heard(), (1, ["undo"]), (2, ["redo"])).number == 1


def test_nonsense_is_passed_over_and_the_rest_is_saved(kept, version):
    heard = Heard()
    found = saved(kept, version, heard, (1, ["put", [99], "b"]), (2, ["drop", "a"]))
    assert found.number == 2 and heard.last == {"c": 2} and heard.problems == []


@pytest.mark.parametrize("answer", [None, {}, [], "x", {"client": 5, "changes": []}, {"client": "c", "changes": "put"},
                                    {"client": "c", "changes": [["1", ["undo"]], 5, [1]]}])  # fmt: skip
def test_what_is_no_message_of_the_frame_changes_nothing(kept, version, answer):
    assert save_changes(answer, Heard(), version, kept, GROUND, "Stelle") is version


def test_somebody_else_has_saved_meanwhile(kept, version):
    kept.save(version.scheme, "Andere", "anders", 1)
    heard = Heard()
    found = saved(kept, version, heard, (1, ["put", [0], "b"]))
    assert found is version and [each.code for each in heard.problems] == ["scheme_changed_meanwhile"]
    assert whats(kept) == ["angelegt", "anders"]
