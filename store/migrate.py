"""Brings the tables of a database to what this version of the program needs."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = "0001"  # a test compares it with the files
LOCK = 5382_0009  # of PostgreSQL's advisory locks, a number nobody else uses in this database


class TooNewError(Exception):
    """The database was made by a later version of this program."""


def upgrade(engine: Engine) -> None:
    """Where the tables are as they should be this asks one row; alembic is loaded only where there is something to do."""
    with engine.connect() as connection:
        if version(connection) == NEWEST:
            return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        _wait_for_others(connection)
        found = version(connection)
        if found > NEWEST:
            raise TooNewError(found)
        if found != NEWEST:
            _run(connection)


def version(connection: Connection) -> str:
    """Number of the last migration that has run, "" for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def _wait_for_others(connection: Connection) -> None:
    """SQLite has one writer at a time anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))


def _run(connection: Connection) -> None:
    from alembic import command  # 0.2 s that only an upgrade needs
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
