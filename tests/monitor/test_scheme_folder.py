"""Schemes in a folder of open files: every state stays, and an interrupted write changes nothing."""

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from geodata.scheme import CutBy, Scheme, Status
from monitor.scheme_folder import FolderSchemes
from problem import DataError
from texts.problems import sentence

ATTEMPTS = 20 if os.environ.get("MONITOR_SLOW_TESTS") else 2
NAMES = 'Köln-"Süd"; <b>Mitte</b>\n& \\ „Rand“\x7f'


def scheme(version=1, **more):
    parts = pd.DataFrame([("u1", "A", 1.0), ("u2", "A", 1 / 3), ("u2", "B", 2 / 3)], columns=["unit", "area", "share"])
    return replace(
        Scheme("05999001", version, "Neu", pd.Series({"A": "Mitte", "B": "Rand"}), parts, note=NAMES, author="Stadt"),
        **more,
    )


def same(one, other):
    assert replace(one, areas=None, parts=None, shapes=None) == replace(other, areas=None, parts=None, shapes=None)
    pd.testing.assert_series_equal(one.areas, other.areas, check_dtype=False)
    pd.testing.assert_frame_equal(one.parts, other.parts, check_dtype=False)
    assert (one.shapes is None) == (other.shapes is None)
    assert one.shapes is None or one.shapes.to_wkb().tolist() == other.shapes.to_wkb().tolist()


def test_what_is_saved_is_read(tmp_path):
    shapes = gpd.GeoSeries([box(0, 0, 1 / 3, 1), box(1, 0, 2, 1)], index=["A", "B"], crs=25832)
    whole = scheme(
        name="Übersicht", areas=pd.Series({"A": 'Süd; "a"', "B": "<i>B</i>\nzwei"}), shapes=shapes, cut_by=CutBy.AREA,
        valid_from=dt.date(2024, 1, 1), status=Status.VALID,
    )  # fmt: skip
    FolderSchemes(tmp_path).save(whole, "Stadt", "angelegt", 0)
    same(FolderSchemes(tmp_path).schemes()[0], whole)


def test_every_earlier_state_can_be_had_back(tmp_path):
    store = FolderSchemes(tmp_path)
    for number, name in enumerate(("eins", "zwei", "drei")):
        entry = store.save(scheme(name=name), f"Amt {number}", f"Schritt {number}", number)
        assert entry.number == number + 1
    assert [(each.number, each.who, each.what) for each in store.history("05999001")] == [
        (3, "Amt 2", "Schritt 2"), (2, "Amt 1", "Schritt 1"), (1, "Amt 0", "Schritt 0"),
    ]  # fmt: skip
    assert [store.state("05999001", 1, number).name for number in (1, 2, 3)] == ["eins", "zwei", "drei"]
    assert [each.name for each in store.schemes()] == ["drei"]
    with pytest.raises(KeyError):
        store.state("05999001", 1, 4)


def test_who_saw_an_older_state_overwrites_nothing(tmp_path):
    store = FolderSchemes(tmp_path)
    store.save(scheme(), "Amt", "angelegt", 0)
    store.save(scheme(name="zwei"), "Amt", "geändert", 1)
    with pytest.raises(DataError) as raised:
        store.save(scheme(name="meins"), "Amt", "geändert", 1)
    assert sentence(raised.value.problems[0]).startswith(
        "Fassung 1 von 05999001 hat inzwischen jemand anders gespeichert."
    )
    assert [each.name for each in store.schemes()] == ["zwei"]


def test_of_many_who_save_at_once_one_succeeds(tmp_path):
    def save(number):
        try:
            return FolderSchemes(tmp_path).save(scheme(name=str(number)), "Amt", "gleichzeitig", 0).number
        except DataError:
            return None

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(save, range(16)))
    assert sorted(filter(None, found)) == [1] and len(FolderSchemes(tmp_path).history("05999001")) == 1


WRITER = """
import sys; from pathlib import Path
from tests.monitor.test_scheme_folder import scheme
from monitor.scheme_folder import FolderSchemes
store, number = FolderSchemes(Path(sys.argv[1])), 0
while True:
    number = store.save(scheme(name=str(number + 1)), "Amt", "x", number).number
    print(number, flush=True)
"""


def test_an_interrupted_write_leaves_the_old_state(tmp_path):
    """Killed at any moment: what was confirmed is there, and what is there is whole."""
    for attempt in range(ATTEMPTS):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
        confirmed = [int(process.stdout.readline()) for _ in range(3)]
        time.sleep(0.003 * attempt)
        process.send_signal(signal.SIGKILL)
        confirmed += [int(line) for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        process.wait()
        [latest] = FolderSchemes(folder).schemes()
        assert int(latest.name) >= confirmed[-1]
        assert len(FolderSchemes(folder).history("05999001")) == int(latest.name)


@pytest.mark.parametrize("file", ["zuschnitt.toml", "gebiete.csv", "einheiten.csv"])
@pytest.mark.parametrize("content", [None, "", "kein Zuschnitt", "gebiet;name\nA;x\n", "\xff"])
def test_a_damaged_state_is_told_and_not_half_read(tmp_path, file, content):
    FolderSchemes(tmp_path).save(scheme(), "Amt", "angelegt", 0)
    path = tmp_path / "schemes/05999001/1/0001" / file
    if content is None:
        path.unlink()
    elif file == "gebiete.csv" and content.startswith("gebiet"):
        path.write_text("gebiet;name\nC;x\n", encoding="utf-8")
    else:
        path.write_bytes(content.encode("latin-1"))
    with pytest.raises(DataError) as raised:
        FolderSchemes(tmp_path).schemes()
    assert sentence(raised.value.problems[0]).startswith("05999001/1/0001: Dieser gespeicherte Stand")


@pytest.mark.parametrize("name", ["../draußen", "a/b", "", ".versteckt", "x" * 50])
def test_a_municipality_is_no_path(tmp_path, name):
    store = FolderSchemes(tmp_path)
    with pytest.raises(ValueError, match="municipality"):
        store.save(scheme(municipality=name), "Amt", "x", 0)
    assert store.history(name) == [] and not list(tmp_path.iterdir())
