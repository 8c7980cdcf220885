"""Entries as they stand in the tables, made past every right: what the rights are tried on."""

from __future__ import annotations

from datetime import date
from typing import Any

from store.actor import Actor
from store.checks import complete
from store.circle import owner_of
from store.entry import Entry, Released
from store.history import What
from store.kinds import (
    Decision,
    IndicatorStatus,
    LocalKnowledge,
    Meeting,
    Offer,
    Question,
    Statement,
    Strategy,
    Task,
)  # fmt: skip
from store.levels import Level
from store.recording import record
from store.store import Store

DAY = date(2025, 3, 1)
NEEDED: dict[type[Released], dict[str, Any]] = {
    Strategy: {"title": "Früh beginnen", "areas": ["0101-01"]},
    Offer: {"name": "Beratungsstelle", "areas": ["0101-01"]},
    Meeting: {"body": "Lenkungsgruppe", "day": DAY},
    Decision: {"title": "Kita zuerst", "body": "Lenkungsgruppe", "day": DAY, "text": "So ist es beschlossen."},
    Task: {"title": "Zahlen beschaffen"},
    IndicatorStatus: {"name": "Altersarmut", "purpose": "Bedarf erkennen"},
    Statement: {"text": "Wir begrüßen das.", "indicator": "A1"},
    LocalKnowledge: {"text": "Dort ist gebaut worden.", "areas": ["0101-01"]},
    Question: {"text": "Was zählt hier?"},
}
CHANGED: dict[type[Released], dict[str, Any]] = {
    Strategy: {"title": "Neu"}, Offer: {"name": "Neu"}, Meeting: {"title": "Neu"}, Decision: {"title": "Neu"},
    Task: {"title": "Neu"}, IndicatorStatus: {"name": "Neu"}, Statement: {"text": "Neu"},
    LocalKnowledge: {"text": "Neu"}, Question: {"text": "Neu"},
}  # fmt: skip


def made(
    store: Store, kind: type[Released], owner: Actor, level: Level = Level.DRAFT, municipality: str = "", **values: Any
) -> Released:
    """An entry of the owner's home. municipality: the one it is about."""
    with store.writes() as session:
        found = kind(id=store.new_id(), version=1, withdrawn=False, **complete(kind, {**NEEDED[kind], **values}))
        found.owner, found.municipality, found.release_level = owner_of(owner), municipality, level
        session.add(found)
        session.flush()
        record(store, session, owner, found, What.CREATED, None)
        return found


def made_below(store: Store, kind: type[Entry], above: Entry, **values: Any) -> Entry:
    """An entry that belongs to another one."""
    with store.writes() as session:
        found = kind(id=store.new_id(), version=1, withdrawn=False, **complete(kind, {kind.parent: above.id, **values}))
        session.add(found)
        session.flush()
        return found
