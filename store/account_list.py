"""All accounts: for those who manage them, and for whoever runs the server."""

from __future__ import annotations

from sqlalchemy import select

from store.account import Account
from store.actor import Actor
from store.rights import demand
from store.store import Store


def all_accounts(store: Store) -> list[Account]:
    """Those that are not erased, by name. It asks for no right: for the command line, whose caller has the database anyway."""
    with store.reads() as session:
        found = list(session.scalars(select(Account).where(Account.erased.is_(False))))
    return sorted(found, key=lambda each: (each.name.casefold(), each.subject or ""))


def managed_accounts(store: Store, actor: Actor) -> list[Account]:
    """The same on a page. Raises ForbiddenError for those who may not manage accounts."""
    demand("konto verwalten", actor.role, own=False)
    return all_accounts(store)
