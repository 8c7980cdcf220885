"""Stores to write in, on SQLite and on PostgreSQL, and those who write in them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from store.engine import open_engine
from store.store import Store, open_store
from tests.store import postgres

AREAS = {
    "kreis": "", "0101": "0101", "0101-01": "0101", "0101-02": "0101", "0202": "0202", "0202-01": "0202",
}  # fmt: skip
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    folder = postgres.programs()
    if folder is None:
        pytest.skip(postgres.MISSING)
    with postgres.cluster(folder) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'eintraege.sqlite'}"
    return new_database(request.getfixturevalue("postgres_server"))


@pytest.fixture
def another(address: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Of a second empty database of the same kind."""
    if address.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'zweite.sqlite'}"
    return new_database(request.getfixturevalue("postgres_server"))


@pytest.fixture
def opened(address: str) -> Callable[[], Store]:
    return lambda: open_store(address, AREAS)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """One whose clock stands still at noon of 1 June 2025."""
    made = open_store(address, AREAS)
    yield Store(made.engine, AREAS, clock=lambda: NOON)
    made.engine.dispose()


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Store]:
    """On SQLite alone, for what the database has no say in."""
    made = open_store(f"sqlite:///{tmp_path / 'eintraege.sqlite'}", AREAS)
    yield Store(made.engine, AREAS, clock=lambda: NOON)
    made.engine.dispose()


def new_database(server: str) -> str:
    name = f"test_{secrets.token_hex(6)}"
    engine = open_engine(server)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.rsplit("/", 1)[0] + f"/{name}"
