"""What an actor may change. Every function checks the rights itself, writes the history in the same step, and all of it or
nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from problem import DataError, Problem
from store.actor import Actor
from store.checks import checked, complete
from store.circle import is_own, owner_of
from store.entry import Entry, Released, plain
from store.history import Change, What
from store.levels import Level
from store.locking import lock
from store.merging import ConflictError, merged
from store.moderation import highest_level, lowered
from store.places import placed
from store.reading import MissingError, root_of, seen
from store.recording import record
from store.references import check_references
from store.rights import demand, may
from store.store import Store

AnEntry = TypeVar("AnEntry", bound=Entry)
PLACES = frozenset({"areas", "area", "strategy_id"})  # fields that say which municipality an entry is about


def create(store: Store, actor: Actor, kind: type[AnEntry], **values: Any) -> AnEntry:
    """A new entry, a draft of its home. Raises ForbiddenError, and DataError with everything that is wrong with the values."""
    [fresh] = create_all(store, actor, kind, [values])
    return fresh


def create_all(
    store: Store, actor: Actor, kind: type[AnEntry], rows: Sequence[Mapping[str, Any]]
) -> list[AnEntry]:  # fmt: skip
    """Several new entries, all or none."""
    with store.writes() as session:
        return [_create(store, session, actor, kind, values) for values in rows]


def _create(
    store: Store, session: Session, actor: Actor, kind: type[AnEntry], values: Mapping[str, Any]
) -> AnEntry:  # fmt: skip
    fresh = kind(id=store.new_id(), version=1, withdrawn=False, **complete(kind, values))
    if isinstance(fresh, Released):
        fresh.owner, fresh.release_level = owner_of(actor), Level.DRAFT
    check_references(store, session, actor, fresh, fresh.fields())
    session.add(fresh)
    with session.no_autoflush:
        if not isinstance(fresh, Released):
            lock(session, root_of(session, fresh))
        _demand_create(store, session, actor, fresh, values)
    session.flush()
    record(store, session, actor, fresh, What.CREATED, None)
    _moderate(store, session, actor, fresh)
    return fresh


def change(store: Store, actor: Actor, kind: type[AnEntry], entry_id: str, version: int, **values: Any) -> AnEntry:
    """Write these fields. version: of the entry that was looked at; what others have changed since is kept.

    Raises MissingError, ForbiddenError, DataError, and ConflictError where both have changed the same field.
    """
    mine = checked(kind, values)
    with store.writes() as session:
        found = _locked(store, session, actor, kind, entry_id)
        _demand_same_parent(found, mine)
        wanted = merged(_version(session, found, version).after, found, mine)
        return _write(store, session, actor, found, wanted, What.CHANGED) if wanted else found


def withdraw(store: Store, actor: Actor, kind: type[AnEntry], entry_id: str, version: int) -> AnEntry:
    """It disappears from the lists, and can be brought back. Raises MissingError, ForbiddenError, ConflictError."""
    return _turn(store, actor, kind, entry_id, version, {"withdrawn": True}, What.WITHDRAWN)


def bring_back(store: Store, actor: Actor, kind: type[AnEntry], entry_id: str, version: int) -> AnEntry:
    return _turn(store, actor, kind, entry_id, version, {"withdrawn": False}, What.BROUGHT_BACK)


def put_back(
    store: Store, actor: Actor, kind: type[AnEntry], entry_id: str, version: int, earlier: int
) -> AnEntry:  # fmt: skip
    """The fields of an earlier version, as a new one; what somebody else alone may fill in stays as it is.

    Raises MissingError, ForbiddenError, ConflictError.
    """
    with store.writes() as session:
        found = _locked(store, session, actor, kind, entry_id, version)
        before = _version(session, found, earlier).after
        differs = {
            name: _typed(kind, name, before[name]) for name in kind.fields() if before[name] != found.row()[name]
        }
        own = is_own(actor, root_of(session, found))
        allowed = {
            name: value
            for name, value in differs.items()
            if name not in found.special or may(f"{found.right} {found.action_for(name)}", actor.role, own)
        }
        return _write(store, session, actor, found, checked(kind, allowed), What.PUT_BACK)


def release(
    store: Store,
    actor: Actor,
    kind: type[AnEntry],
    entry_id: str,
    version: int,
    level: Level,
    embargo: date | None = None,
) -> AnEntry:
    """Give it to a wider circle, or take it back to a narrower one; what was not looked at is never released.

    Raises MissingError, ForbiddenError, ConflictError.
    """
    with store.writes() as session:
        found = _locked(store, session, actor, kind, entry_id, version)
        assert isinstance(found, Released)
        own = is_own(actor, found)
        for asked in {found.release_level, level} - {Level.DRAFT}:
            demand(f"{found.right} {asked.value}", actor.role, own)
        if level is Level.DRAFT and found.release_level is Level.DRAFT:
            demand(f"{found.right} ändern", actor.role, own)
        before = found.row()
        found.release_level, found.embargo = level, embargo
        found.version += 1
        session.flush()
        record(store, session, actor, found, What.RELEASED, before)
        return found


def _turn(
    store: Store, actor: Actor, kind: type[AnEntry], entry_id: str, version: int, values: dict[str, Any], what: What
) -> AnEntry:
    with store.writes() as session:
        found = _locked(store, session, actor, kind, entry_id, version)
        return _write(store, session, actor, found, values, what)


def _write(
    store: Store, session: Session, actor: Actor, found: AnEntry, values: Mapping[str, Any], what: What
) -> AnEntry:
    before = found.row()
    with session.no_autoflush:
        _demand_change(session, actor, found, values)
        for name, value in values.items():
            setattr(found, name, value)
        found.check_step(before)
        check_references(store, session, actor, found, values)
        if isinstance(found, Released) and PLACES & {name for name in values if before[name] != plain(values[name])}:
            _demand_place(store, session, actor, found)
    found.version += 1
    session.flush()
    record(store, session, actor, found, what, before)
    _moderate(store, session, actor, found)
    return found


def _demand_same_parent(found: Entry, values: Mapping[str, Any]) -> None:
    """What belongs to one entry never moves to another: it would be read and changed by others."""
    if found.parent in values and values[found.parent] != getattr(found, found.parent):
        raise DataError(Problem("entry_parent_fixed", facts={"field": f"{found.kind()}.{found.parent}"}))


def _demand_place(store: Store, session: Session, actor: Actor, found: Released) -> None:
    """A municipality stays at home with what it may make there alone."""
    outside = placed(store, actor, found, session)
    demand(f"{found.right} anlegen", actor.role, own=not outside)


def _demand_create(store: Store, session: Session, actor: Actor, fresh: Entry, values: Mapping[str, Any]) -> None:
    if isinstance(fresh, Released):
        _demand_place(store, session, actor, fresh)
    else:
        demand(f"{fresh.right} ändern", actor.role, is_own(actor, root_of(session, fresh)))
    fresh.check_step(None)
    for action in {fresh.special[name] for name, value in values.items() if name in fresh.special and value}:
        demand(f"{fresh.right} {action}", actor.role, own=True)


def _demand_change(session: Session, actor: Actor, found: Entry, values: Mapping[str, Any]) -> None:
    own = is_own(actor, root_of(session, found))
    changed = [name for name, value in values.items() if getattr(found, name) != value]
    for action in {found.action_for(name) for name in changed} or {"ändern"}:
        demand(f"{found.right} {action}", actor.role, own)


def _moderate(store: Store, session: Session, actor: Actor, found: Entry) -> None:
    """Who may not release something to its readers cannot change what they read: it goes back to be released again. What hangs
    on an entry makes a new version of it too, so that nobody releases what they have not seen."""
    root = root_of(session, found)
    level = lowered(root.release_level, highest_level(actor, root.right, is_own(actor, root)))
    if level is root.release_level and root is found:
        return
    before = root.row()
    if level is not root.release_level:
        root.release_level, root.embargo = level, None
    root.version += 1
    session.flush()
    what = What.BELOW if before["release_level"] == root.release_level.value else What.RELEASED
    record(store, session, actor, root, what, before)


def _locked(
    store: Store, session: Session, actor: Actor, kind: type[AnEntry], entry_id: str, version: int | None = None
) -> AnEntry:
    """The entry, which nobody else changes before this is done, nor what it belongs to; the outermost first, so that two never
    wait for each other. version: raises ConflictError where it is another one."""
    found = seen(store, session, actor, session.get(kind, entry_id))
    lock(session, root_of(session, found))
    found = seen(store, session, actor, lock(session, found))
    if version is not None and found.version != version:
        raise ConflictError(found, {}, [])
    return found


def _version(session: Session, found: Entry, version: int) -> Change:
    change = session.get(Change, (found.kind(), found.id, version))
    if change is None:
        raise MissingError
    return change


def _typed(kind: type[Entry], name: str, value: Any) -> Any:
    """A value of the history as the column has it."""
    if kind.fields()[name].kind == "day" and value is not None:
        return date.fromisoformat(value)
    return value
