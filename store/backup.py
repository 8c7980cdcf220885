"""A backup: every row of every table as lines of JSON, the same from SQLite and from PostgreSQL.

First line: what it is, of which migration, how many rows of each table. Last line: the check sum of all before it, so that half
a file is known for what it is. In between one row a line, in an order in which each refers only to rows before it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from sqlalchemy import Connection, Date, Table, func, insert, select, text

from problem import DataError, Problem
from store import account, history, kinds  # noqa: F401 tables are known once their modules are loaded
from store.entry import Base, plain
from store.migrate import NEWEST, version
from store.store import Store

FORMAT = "sozialraum-monitor-eintragungen-1"
TABLES: tuple[Table, ...] = tuple(Base.metadata.sorted_tables)


def back_up(store: Store, file: IO[bytes]) -> dict[str, int]:
    """Write everything as it stands at one moment, while others go on working; returns the rows of each table."""
    checksum = hashlib.sha256()
    with store.engine.connect() as connection, _one_moment(connection):
        rows = {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES}
        head = {"format": FORMAT, "migration": version(connection), "written": store.moment(), "rows": rows}
        for line in (head, *_lines(connection)):
            written = (json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n").encode()
            checksum.update(written)
            file.write(written)
    file.write((json.dumps({"sha256": checksum.hexdigest()}) + "\n").encode())
    return rows


def restore(store: Store, file: IO[bytes]) -> dict[str, int]:
    """Fill an empty store; returns the rows of each table.

    Raises DataError where the file is not whole, of another version, or the store is not empty. All or nothing.
    """
    head, lines = _read(file.read())
    with store.writes() as session:
        connection = session.connection()
        if connection.dialect.name == "postgresql":
            connection.execute(
                text("LOCK TABLE history IN EXCLUSIVE MODE")
            )  # two that fill it at once wait for each other
        if any(connection.scalar(select(func.count()).select_from(table)) for table in TABLES):
            raise DataError(Problem("entries_not_empty"))
        for table in TABLES:
            if rows := [_typed(table, line["row"]) for line in lines if line["table"] == table.name]:
                connection.execute(insert(table), rows)
    return {table.name: head["rows"].get(table.name, 0) for table in TABLES}


def _one_moment(connection: Connection) -> Any:
    """SQLite's readers see one moment anyway; PostgreSQL's do when told so."""
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="REPEATABLE READ")
    return connection.begin()


def _lines(connection: Connection) -> Iterator[dict[str, Any]]:
    for table in TABLES:
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
            yield {"table": table.name, "row": {name: plain(value) for name, value in row._mapping.items()}}


def _read(data: bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    body, _, last = data.rstrip(b"\n").rpartition(b"\n")
    if json.dumps({"sha256": hashlib.sha256(body + b"\n").hexdigest()}).encode() != last:
        raise DataError(Problem("backup_broken"))
    head, *lines = (json.loads(line) for line in body.splitlines())
    if head.get("format") != FORMAT or head["migration"] != NEWEST:
        raise DataError(
            Problem("backup_of_other_version", facts={"migration": head.get("migration"), "needed": NEWEST})
        )
    return head, lines


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row as the driver takes it: days as days."""
    days = {column.name for column in table.columns if isinstance(column.type, Date)}
    return {name: date.fromisoformat(value) if name in days and value else value for name, value in row.items()}
