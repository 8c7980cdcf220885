"""For whom the numbers of an indicator were decided. What the store says here holds for everybody: it is asked whatever the
reader may see of the entries themselves."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from store.actor import Actor, Role
from store.kinds.indicator_status import IndicatorStatus, Stage
from store.levels import READERS
from store.store import Store

PREPARE = frozenset({Role.COORDINATION, Role.OFFICE})  # who works on proposals must see what is proposed


def hidden_indicators(store: Store, actor: Actor) -> frozenset[str]:
    """Ids of the indicators whose numbers were not decided for this reader. Of one that nobody has entered a status for,
    the catalogue alone decides: it is shown."""
    if actor.role in PREPARE:
        return frozenset()
    with store.reads() as session:
        statuses = session.scalars(select(IndicatorStatus).filter_by(withdrawn=False))
        return hidden_by(statuses, actor)


def hidden_by(statuses: Iterable[IndicatorStatus], actor: Actor) -> frozenset[str]:
    """Of several entries on one indicator the strictest counts."""
    return frozenset(each.indicator for each in statuses if each.indicator and not _is_for(each, actor))


def _is_for(status: IndicatorStatus, actor: Actor) -> bool:
    """In use, and for this reader's circle."""
    return status.stage is Stage.IN_USE and actor.role in READERS[status.audience]
