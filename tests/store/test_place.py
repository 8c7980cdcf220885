"""Where a data folder keeps its entries, and how a new store begins."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from store import reading, writing
from store.actor import COUNTY, PUBLIC, Actor, Role
from store.kinds import Meeting, Strategy
from store.place import address_of, has_begun, store_of
from tests.sample_county import SAMPLE


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("MONITOR_STORE")
    first = tmp_path / "entries" / "anfang.jsonl"
    first.parent.mkdir()
    first.write_bytes((SAMPLE / "entries" / "anfang.jsonl").read_bytes())
    return tmp_path


def test_one_file_in_the_data_folder(folder):
    assert address_of(folder) == f"sqlite:///{folder}/entries/eintraege.sqlite"
    store_of(folder)
    assert (folder / "entries" / "eintraege.sqlite").is_file()


def test_or_a_database_of_its_own(folder, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", "postgresql://monitor@db/eintraege")
    assert address_of(folder) == "postgresql://monitor@db/eintraege"
    assert has_begun(folder)


def test_nothing_is_made_where_nobody_has_entered_anything(tmp_path, monkeypatch):
    monkeypatch.delenv("MONITOR_STORE")
    assert not has_begun(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_ten_that_open_it_at_once_fill_it_once(folder):
    with ThreadPoolExecutor(10) as pool:
        stores = list(pool.map(store_of, [folder] * 10))
    titles = [[each.title for each in reading.entries(store, PUBLIC, Strategy)] for store in stores]
    assert titles == [titles[0]] * 10 and len(titles[0]) == 3


def test_what_was_entered_later_stays(folder):
    writing.create(
        store_of(folder), Actor(Role.COORDINATION, COUNTY), Meeting, body="Lenkungsgruppe", day=date(2027, 1, 1)
    )
    bodies = [each.body for each in reading.entries(store_of(folder), Actor(Role.COORDINATION, COUNTY), Meeting)]
    assert bodies.count("Lenkungsgruppe") == 1 and len(bodies) == 6
