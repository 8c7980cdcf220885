"""The database: SQLite in one file, or PostgreSQL by its address."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

WAIT = 30  # seconds a writer waits for another one before it gives up
WRITES = "writes"  # execution option of a connection that is going to write

_ALL_TURNS = Lock()
_TURNS: dict[str, Lock] = {}  # file of a database → the turn of its writers


def open_engine(url: str) -> Engine:
    """url: "sqlite:///…" or "postgresql+psycopg://…" ("postgresql://…" means the same)."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        # Repeatable read would refuse what a row lock settles; each function locks the rows it changes.
        return create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    engine = create_engine(address, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def turn_of(engine: Engine) -> AbstractContextManager[object]:
    """Held while something is written. SQLite has one writer at a time and lets the others knock again and again, so that one
    of many may never be let in: within this program they stand in line instead. Other programs are few, they knock."""
    if engine.dialect.name != "sqlite":
        return nullcontext()
    with _ALL_TURNS:
        return _TURNS.setdefault(str(engine.url.database), Lock())


def _prepare_sqlite(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None  # the driver would begin by itself, and too late: see `_begin_sqlite`
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def wipe(engine: Engine) -> None:
    """What was overwritten is gone from SQLite's file and from the one beside it, as far as nobody is reading just then."""
    if engine.dialect.name == "sqlite":
        with engine.raw_connection() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _begin_sqlite(connection: Connection) -> None:
    """Who is going to write says so at once and waits for its turn: a reader that turns into a writer could not wait."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
