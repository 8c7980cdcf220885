"""What an actor may read: by release level and day, everything that belongs to an entry with it."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.actor import Actor
from store.circle import is_own, sees
from store.entry import Entry, Released
from store.history import Change
from store.kinds import KINDS
from store.rights import demand
from store.store import Store

AnEntry = TypeVar("AnEntry", bound=Entry)


class MissingError(Exception):
    """There is no such entry, or none for this reader; it is not told which of the two."""


def entries(store: Store, actor: Actor, kind: type[AnEntry], withdrawn: bool = False, **equal: Any) -> list[AnEntry]:
    """The entries of a kind this actor may see, in the order they were entered.

    withdrawn: those that were withdrawn instead, of one's own alone. equal: column=value.
    """
    asked = select(kind).filter_by(withdrawn=withdrawn, **equal).order_by(kind.id)
    with store.reads() as session:
        return [
            found
            for found in session.scalars(asked)
            if _is_shown(store, session, actor, found) and (withdrawn or not _is_gone(session, found))
        ]


def entry(store: Store, actor: Actor, kind: type[AnEntry], entry_id: str) -> AnEntry:
    """One entry. Raises MissingError."""
    with store.reads() as session:
        return seen(store, session, actor, session.get(kind, entry_id))


def history(store: Store, actor: Actor, kind: type[Entry], entry_id: str) -> list[Change]:
    """Every version, the newest first. It holds what was written before it was released: one's own entries only.

    Raises MissingError and ForbiddenError."""
    with store.reads() as session:
        found = seen(store, session, actor, session.get(kind, entry_id))
        demand("verlauf lesen", actor.role, is_own(actor, root_of(session, found)))
        asked = select(Change).filter_by(kind=kind.kind(), entry_id=entry_id).order_by(Change.version.desc())
        return list(session.scalars(asked))


def seen(store: Store, session: Session, actor: Actor, found: AnEntry | None) -> AnEntry:
    """The entry, where there is one and this actor sees it. Raises MissingError."""
    if found is None or not _is_shown(store, session, actor, found):
        raise MissingError
    return found


def root_of(session: Session, found: Entry) -> Released:
    """The entry whose readers count."""
    root = _upwards(session, found)[-1]
    assert isinstance(root, Released)
    return root


def _is_shown(store: Store, session: Session, actor: Actor, found: Entry) -> bool:
    """What was withdrawn, or hangs on something that was, is there for its owners alone."""
    root = root_of(session, found)
    return is_own(actor, root) if _is_gone(session, found) else sees(actor, root, store.today())


def _is_gone(session: Session, found: Entry) -> bool:
    return any(each.withdrawn for each in _upwards(session, found))


def _upwards(session: Session, found: Entry) -> list[Entry]:
    """The entry, what it belongs to, what that belongs to."""
    above = [found]
    while (last := above[-1]).parent:
        [key] = last.__table__.columns[last.parent].foreign_keys
        parent = session.get(KINDS[key.column.table.name], getattr(last, last.parent))
        assert parent is not None  # the foreign key holds it
        above.append(parent)
    return above
