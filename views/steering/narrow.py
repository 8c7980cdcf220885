"""Steering of one municipality: strategies that touch it, and what hangs on none."""

from __future__ import annotations

from dataclasses import replace

from views.content import Content
from views.steering.everything import Everything
from views.strategies.cover import covered


def of_municipality(shown: Content, found: Everything, municipality: str) -> Everything:
    """municipality: its area id, "" for the whole county. Meetings and decisions are of the county and stay."""
    if not municipality:
        return found
    level = shown.release.finest.id
    inside = covered(shown, level, [municipality])
    own = tuple(each for each in found.strategies if inside & covered(shown, level, each.strategy.areas))
    other = {each.strategy.id for each in found.strategies} - {each.strategy.id for each in own}
    return replace(found, strategies=own, tasks=tuple(each for each in found.tasks if each.strategy_id not in other))
