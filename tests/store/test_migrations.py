"""The migrations make the tables the program expects, and two programs that start at once do not hinder each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from store import (
    kinds,  # noqa: F401 tables are known once their modules are loaded
    migrate,
)
from store.entry import Base
from store.migrate import MIGRATIONS, NEWEST
from store.store import StoreUnavailableError, open_store


@pytest.fixture(autouse=True)
def by_the_migrations_themselves(monkeypatch):
    """Not by what they said an earlier time, as in other tests."""
    monkeypatch.setattr(migrate, "_run", migrate._run.__wrapped__)


def test_migrations_lead_to_the_tables_of_the_program(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_migration_is_known(store):
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == NEWEST


def test_ten_programs_start_at_once(address):
    with ThreadPoolExecutor(10) as pool:
        stores = list(pool.map(open_store, [address] * 10))
    for each in stores:
        with each.reads() as session:
            assert session.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST


def test_a_database_of_a_later_version_is_left_alone(store, address):
    with store.writes() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailableError):
        open_store(address)


def test_a_database_that_does_not_answer_is_told():
    with pytest.raises(StoreUnavailableError):
        open_store("postgresql://postgres@127.0.0.1:1/postgres")


@pytest.mark.parametrize("address", ["unsinn", "mysterium://nirgends/x"])
def test_an_address_that_is_none_is_told(address):
    with pytest.raises(StoreUnavailableError):
        open_store(address)


def test_a_broken_file_is_told(tmp_path):
    (tmp_path / "x.sqlite").write_bytes(b"keine Datenbank" * 500)
    with pytest.raises(StoreUnavailableError):
        open_store(f"sqlite:///{tmp_path / 'x.sqlite'}")
