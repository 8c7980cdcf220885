"""What other tests begin with is what the migrations make."""

import pytest
from sqlalchemy import inspect, text

from store import migrate
from store.store import open_store
from tests.store.conftest import new_database


@pytest.fixture
def third(address, tmp_path, request):
    """Of one more empty database of the same kind."""
    if address.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'dritte.sqlite'}"
    return new_database(request.getfixturevalue("postgres_server"))


def test_the_same_tables_columns_and_keys(address, another, third, monkeypatch):
    open_store(another).engine.dispose()  # at the latest now it is known what the migrations say
    quick = shape(open_store(address))
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "_run", migrate._run.__wrapped__)
        assert shape(open_store(third)) == quick
    assert len(quick) > 10


def shape(store):
    with store.engine.connect() as connection:
        asked = inspect(connection)
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == migrate.NEWEST
        return {
            name: (
                [(each["name"], str(each["type"]), each["nullable"]) for each in asked.get_columns(name)],
                asked.get_pk_constraint(name),
                asked.get_foreign_keys(name),
                asked.get_indexes(name),
                asked.get_unique_constraints(name),
                asked.get_check_constraints(name),
            )
            for name in asked.get_table_names()
        }
