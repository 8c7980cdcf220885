"""Accounts of those who have signed in: seen, exported, erased."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.account import Account
from store.actor import Actor
from store.history import Change
from store.store import Store


def account_of(store: Store, session: Session, actor: Actor) -> str | None:
    """Id of the actor's account, made or brought up to date; None for a role that was chosen without signing in."""
    if not actor.account:
        return None
    found = session.scalar(select(Account).where(Account.subject == actor.account))
    if found is None:
        found = Account(id=store.new_id(), subject=actor.account, first_seen=store.moment(), erased=False)
        session.add(found)
    found.name, found.role, found.home, found.last_seen = actor.name, actor.role.value, actor.home, store.moment()
    session.flush()  # the history refers to it
    return found.id


def names(store: Store) -> dict[str, str]:
    """Account id → name, "" for one that was erased."""
    with store.reads() as session:
        return {account.id: account.name for account in session.scalars(select(Account))}


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
        account.subject, account.name, account.erased = "", "", True


def _account(session: Session, subject: str) -> Account:
    found = session.scalar(select(Account).where(Account.subject == subject)) if subject else None
    if found is None:
        raise KeyError(subject)
    return found
