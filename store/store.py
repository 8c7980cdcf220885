"""The store: one database, a clock, and what is known of the areas."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count

from sqlalchemy import Engine
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DBAPIError,
    InterfaceError,
    InternalError,
    NoSuchModuleError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as SqlTimeoutError
from sqlalchemy.orm import Session

from store.engine import WRITES, open_engine, turn_of
from store.migrate import TooNewError, upgrade

OUT_OF_ORDER = (OperationalError, InterfaceError, InternalError)


class StoreUnavailableError(Exception):
    """The database does not answer, or is of a later version of this program."""


_made = count()


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    """Ids sort by the time they were made, within one program exactly, so that entries stand in the order they were entered."""
    return f"{time.time_ns() // 1_000_000:012x}{next(_made):06x}{secrets.token_hex(4)}"


@dataclass(frozen=True)
class Store:
    """municipality_of: area id → id of its municipality, for every area an entry may be about. clock, new_id: for tests and
    for a sample that is the same each time."""

    engine: Engine
    municipality_of: Mapping[str, str] = field(default_factory=dict)
    clock: Callable[[], datetime] = _now
    new_id: Callable[[], str] = _new_id

    def today(self) -> date:
        return self.clock().astimezone().date()

    def moment(self) -> str:
        """Now, in UTC, as the history writes it; such texts sort by time."""
        return self.clock().astimezone(UTC).isoformat(timespec="microseconds")

    @contextmanager
    def reads(self) -> Iterator[Session]:
        """Objects that are read stay usable afterwards, and are nobody's to change."""
        with _told(), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writes(self) -> Iterator[Session]:
        """All or nothing: what is written inside is there after the end of the block, and no part of it before."""
        with _told(), turn_of(self.engine):
            connection = self.engine.connect().execution_options(**{WRITES: True})
            with connection, Session(connection, expire_on_commit=False) as session, session.begin():
                yield session


@contextmanager
def _told() -> Iterator[None]:
    """What the database itself is to blame for is told as that; what was written wrongly goes on as it is."""
    try:
        yield
    except TooNewError as error:
        raise StoreUnavailableError(f"migration {error}") from error
    except (ArgumentError, NoSuchModuleError, SqlTimeoutError) as error:
        raise StoreUnavailableError(str(error)) from error
    except DBAPIError as error:
        if error.connection_invalidated or isinstance(error, OUT_OF_ORDER) or type(error) is DatabaseError:
            raise StoreUnavailableError(str(error.orig)) from error
        raise


def open_store(url: str, municipality_of: Mapping[str, str] | None = None) -> Store:
    """The store at this address, with its tables as this version needs them. Raises StoreUnavailableError."""
    with _told():
        engine = open_engine(url)
        upgrade(engine)
    return Store(engine, municipality_of or {})
