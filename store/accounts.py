"""Accounts of those who have signed in: seen, exported, erased."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from store.account import Account
from store.actor import Actor
from store.engine import wipe
from store.history import Change
from store.store import Store


def account_of(store: Store, session: Session, actor: Actor) -> str | None:
    """Id of the actor's account, made or brought up to date; None for a role that was chosen without signing in."""
    if not actor.account:
        return None
    found = _of_subject(session, actor.account) or _new(store, session, actor.account)
    found.name, found.role, found.home, found.last_seen = actor.name, actor.role.value, actor.home, store.moment()
    session.flush()  # the history refers to it
    return found.id


def _new(store: Store, session: Session, subject: str) -> Account:
    """Two first writes of one person at once make one account: the database itself refuses the second."""
    made = Account(
        id=store.new_id(), subject=subject, name="", role="", home="", first_seen=store.moment(), last_seen="", erased=False
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        found = _of_subject(session, subject)
        assert found is not None
        return found
    return made


def _of_subject(session: Session, subject: str) -> Account | None:
    return session.scalar(select(Account).where(Account.subject == subject))


def exported(store: Store, subject: str) -> dict[str, Any]:
    """Everything kept about a person: the account, and which versions it has written. KeyError where there is none."""
    with store.reads() as session:
        account = _account(session, subject)
        written = session.scalars(select(Change).where(Change.account == account.id).order_by(Change.at))
        lines = [
            {
                "zeit": line.at,
                "art": line.kind,
                "eintrag": line.entry_id,
                "version": line.version,
                "was": line.what.value,
            }
            for line in written
        ]
        kept = {column.name: getattr(account, column.name) for column in Account.__table__.columns}
        return {"konto": kept, "verlauf": lines}


def erase(store: Store, subject: str) -> None:
    """Name and subject are gone for good; history keeps role and home. KeyError where there is no such account."""
    with store.writes() as session:
        account = _account(session, subject)
        account.subject, account.name, account.erased = None, "", True
    wipe(store.engine)


def _account(session: Session, subject: str) -> Account:
    found = _of_subject(session, subject) if subject else None
    if found is None:
        raise KeyError(subject)
    return found
