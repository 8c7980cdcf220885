"""What a stored release says of wholes that count more than their parts: A has somebody left, B nobody, in two years."""

import numpy as np
import pandas as pd
import pytest

from indicators.disclosure.sums import Key, Nesting, Sums
from monitor.drafts import DRAFTS
from monitor.release_file import StoredRelease, read_release_file, write_release_file
from monitor.unplaced_wholes import all_left, once_placed, placed_before, unplaced_wholes

KEY = Key("x", 1, 5)
SUMS = {KEY: Sums.unseen(np.array([[4.0, 0.0], [0.0, 0.0]])), Key("x", 1, 0): Sums.unseen(np.zeros((2, 2)))}
AREAS = {"gemeinde": pd.Index(["A", "B"]), "quartier": pd.Index(["a", "b"]), DRAFTS: pd.Index(["a", "b"])}
NESTINGS = [Nesting(1, 0, np.array([0, 1]), 5)]
CELLS = pd.DataFrame(
    {"measure": "x", "pool": 1, "level": ["quartier"], "area": "a", "year": 2024, "shown": True, "number": 1.0}
)


def _placed(stored, inner="quartier"):
    return placed_before(_left(inner), stored)


def _left(inner="quartier"):
    return all_left(SUMS, NESTINGS, ["gemeinde", inner], AREAS)


def test_they_are_told_with_the_level_of_the_parts():
    assert unplaced_wholes(_left()) == {"x": {"quartier": ("A",)}}


@pytest.mark.parametrize(("before", "a"), [({}, True), ({"x": {"quartier": ("A",)}}, False), ({"y": {}}, True)])
def test_readers_know_of_wholes_that_were_the_sums_of_their_parts(before, a):
    last, ever = _placed(StoredRelease("", CELLS, unplaced=before))
    assert last[KEY].tolist() == ever[KEY].tolist() == [[a, a], [True, True]]


def test_that_nothing_was_left_once_is_remembered():
    stored = StoredRelease("", CELLS, unplaced={"x": {"quartier": ("A", "B")}}, placed={"x": {"quartier": ("A",)}})
    last, ever = _placed(stored)
    assert not last[KEY].any() and ever[KEY].tolist() == [[True, True], [False, False]]
    assert once_placed(_left(), stored) == {"x": {"quartier": ("A",)}}
    assert once_placed(_left(), StoredRelease("", CELLS)) == {"x": {"quartier": ("A", "B")}}
    assert once_placed(_left(), None) == {}


def test_readers_know_nothing_of_a_level_that_was_not_there():
    assert _placed(None) == ({}, {}) and _placed(StoredRelease("", CELLS.assign(level="raum"))) == ({}, {})


def test_drafts_need_not_divide_every_municipality():
    assert _placed(StoredRelease("", CELLS.assign(level=DRAFTS)), DRAFTS) == ({}, {})


def test_the_file_keeps_them(tmp_path):
    told = {"x": {"quartier": ("A", "B")}}
    write_release_file(tmp_path, StoredRelease("f", CELLS, unplaced=told, placed={"x": {"quartier": ("A",)}}))
    found = read_release_file(tmp_path)
    assert (found.unplaced, found.placed) == (told, {"x": {"quartier": ("A",)}})
    write_release_file(tmp_path, StoredRelease("f", CELLS))
    assert read_release_file(tmp_path).unplaced == {}
