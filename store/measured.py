"""Areas in which a measure has begun: what is no comparison for others, whoever may read of it."""

from __future__ import annotations

from sqlalchemy import select

from store.kinds.measure import Measure, Progress
from store.kinds.strategy import Strategy
from store.store import Store

BEGUN = (Progress.RUNNING, Progress.DONE, Progress.STOPPED)


def measured_areas(store: Store) -> frozenset[str]:
    """Ids of the areas of all strategies with a measure that is more than a plan, drafts among them; nothing that was
    withdrawn. Ids alone: a comparison must not say something else to each reader."""
    asked = (
        select(Strategy.areas)
        .join(Measure, Measure.strategy_id == Strategy.id)
        .where(Measure.state.in_(BEGUN), Measure.withdrawn.is_(False), Strategy.withdrawn.is_(False))
    )
    with store.reads() as session:
        return frozenset(area for areas in session.scalars(asked) for area in areas)
