"""Empty stores without the wait: for the hundreds of tests that begin with one.

The first store of a process and dialect is made by the migrations themselves; what they told the database is written down and
told to every later one, in the same transaction. And SQLite does not wait for the disk: that matters where the power fails.
The migrations' own tests, and the processes that are killed, do without both.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import pytest
from sqlalchemy import Connection, event

from store import engine, migrate

Told = list[tuple[str, Any]]  # statement and its parameters
ASKS = ("SELECT", "PRAGMA")


@contextmanager
def quick_stores() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "_run", written_down(migrate._run))
        patch.setattr(engine, "_prepare_sqlite", hasty(engine._prepare_sqlite))
        yield


def written_down(run: Callable[[Connection], None]) -> Callable[[Connection], None]:
    told: dict[str, Told] = {}

    @wraps(run)
    def again(connection: Connection) -> None:
        dialect = connection.dialect.name
        if dialect not in told:
            told[dialect] = heard(run, connection)
            return
        for statement, parameters in told[dialect]:
            connection.exec_driver_sql(statement, parameters)

    return again


def heard(run: Callable[[Connection], None], connection: Connection) -> Told:
    """What changes the database; what was only asked is left out."""
    told: Told = []

    def listen(_: Any, cursor: Any, statement: str, parameters: Any, *more: Any) -> None:
        if not statement.lstrip().upper().startswith(ASKS):
            told.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", listen)
    try:
        run(connection)
    finally:
        event.remove(connection, "before_cursor_execute", listen)
    return told


def hasty(prepare: Callable[[sqlite3.Connection, Any], None]) -> Callable[[sqlite3.Connection, Any], None]:
    def prepared(connection: sqlite3.Connection, record: Any) -> None:
        prepare(connection, record)
        connection.execute("PRAGMA synchronous=OFF")

    return prepared
