"""Backup and restore: row by row the same, from one database into another of either kind."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from sqlalchemy import select

from problem import DataError
from store import writing
from store.account import Account
from store.actor import Actor, Role
from store.backup import TABLES, back_up, restore
from store.kinds import Goal, Strategy
from store.levels import Level
from store.store import open_store
from tests.store.people import TOWN

SIGNED_IN = Actor(Role.MUNICIPALITY, "0101", account="sub-1", name="Jo Ä. „Muster“")


@pytest.fixture
def filled(store):
    strategy = writing.create(store, SIGNED_IN, Strategy, title="Früh\tbeginnen 🌱", areas=["0101-01", "0101-02"])
    writing.create(
        store, TOWN, Goal, strategy_id=strategy.id, text="Zeile 1\nZeile 2", target=0.1 + 0.2, due=date(2027, 1, 31)
    )
    writing.release(store, TOWN, Strategy, strategy.id, 2, Level.PUBLIC, date(2026, 1, 1))
    return store


def rows(store):
    with store.reads() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))]
            for table in TABLES
        }


def saved(store):
    file = io.BytesIO()
    back_up(store, file)
    return file.getvalue()


def codes(error):
    return [problem.code for problem in error.value.problems]


def test_a_restored_store_equals_the_original_row_by_row(filled, another):
    copy = open_store(another)
    told = restore(copy, io.BytesIO(saved(filled)))
    assert rows(copy) == rows(filled)
    assert {name: count for name, count in told.items() if count} == {
        "accounts": 1, "strategies": 1, "goals": 1, "history": 4,
    }  # fmt: skip
    writing_goes_on = open_store(another, filled.municipality_of)
    assert writing.create(writing_goes_on, TOWN, Strategy, title="Neu", areas=["0101-01"]).version == 1


def test_a_backup_of_a_copy_is_the_same_but_for_its_time(filled, another):
    copy = open_store(another)
    restore(copy, io.BytesIO(saved(filled)))
    first, second = (saved(store).splitlines()[1:-1] for store in (filled, copy))
    assert first == second and len(first) == 7


def test_sqlite_can_be_restored_into_postgresql(memory, postgres_server):
    from tests.store.conftest import new_database

    writing.create(memory, SIGNED_IN, Strategy, title="Umzug", areas=["0101-01"])
    copy = open_store(new_database(postgres_server))
    restore(copy, io.BytesIO(saved(memory)))
    assert rows(copy) == rows(memory)


def test_nothing_is_restored_over_something(filled):
    before = rows(filled)
    with pytest.raises(DataError) as told:
        restore(filled, io.BytesIO(saved(filled)))
    assert codes(told) == ["entries_not_empty"]
    assert rows(filled) == before


@pytest.mark.parametrize("cut", [10, 200, -1, -70])
def test_half_a_backup_is_refused(filled, another, cut):
    copy, whole = open_store(another), saved(filled)
    with pytest.raises(DataError) as told:
        restore(copy, io.BytesIO(whole[:cut].rstrip(b"}\n") if cut == -1 else whole[:cut]))
    assert codes(told) == ["backup_broken"]
    assert not any(rows(copy).values())


def test_a_changed_backup_is_refused(filled, another):
    with pytest.raises(DataError) as told:
        restore(open_store(another), io.BytesIO(saved(filled).replace(b"Zeile 1", b"Zeile 7")))
    assert codes(told) == ["backup_broken"]


def test_a_backup_of_another_version_says_so(filled, another):
    import hashlib

    head, *lines = saved(filled).splitlines()[:-1]
    body = b"\n".join([json.dumps({**json.loads(head), "migration": "0999"}).encode(), *lines]) + b"\n"
    with pytest.raises(DataError) as told:
        restore(
            open_store(another), io.BytesIO(body + json.dumps({"sha256": hashlib.sha256(body).hexdigest()}).encode())
        )
    assert codes(told) == ["backup_of_other_version"]


def test_the_account_is_in_the_backup(filled, another):
    copy = open_store(another)
    restore(copy, io.BytesIO(saved(filled)))
    with copy.reads() as session:
        [account] = session.scalars(select(Account))
    assert (account.subject, account.name, account.role) == ("sub-1", "Jo Ä. „Muster“", "kommune")
