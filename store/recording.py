"""The line of history of a change, in the same transaction as the change."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from store.accounts import account_of
from store.actor import Actor
from store.entry import Entry
from store.history import Change, What
from store.store import Store


def record(
    store: Store, session: Session, actor: Actor, entry: Entry, what: What, before: dict[str, Any] | None
) -> None:  # fmt: skip
    session.add(
        Change(
            kind=entry.kind(), entry_id=entry.id, version=entry.version, at=store.moment(), what=what,
            role=actor.role, home=actor.home, office=actor.office, account=account_of(store, session, actor),
            before=before, after=entry.row(),
        )
    )  # fmt: skip
    session.flush()
