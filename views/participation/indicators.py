"""Every indicator on its way into use: those of the catalogue, and proposals that are in no catalogue yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.catalogue import Catalogue, Indicator
from store.kinds import Decision, IndicatorStatus, Statement
from store.kinds.indicator_status import Stage


@dataclass(frozen=True)
class Way:
    """One indicator. id: of the catalogue, of the entry for a proposal. status: None where nobody has entered one.

    indicator: None where it is in no catalogue this reader sees. decision: the one it rests on, None for none (that this
    reader sees). statements: so many are about it.
    """

    id: str
    name: str
    status: IndicatorStatus | None = None
    indicator: Indicator | None = None
    decision: Decision | None = None
    statements: int = 0

    @property
    def purpose(self) -> str:
        return self.status.purpose if self.status else self.indicator.purpose if self.indicator else ""

    @property
    def legal_basis(self) -> str:
        return self.status.legal_basis if self.status else self.indicator.legal_basis if self.indicator else ""


def ways_of(
    catalogue: Catalogue,
    statuses: Iterable[IndicatorStatus],
    statements: Iterable[Statement],
    decisions: Iterable[Decision],
) -> list[Way]:
    """Proposals first, then the catalogue in its order. Of several entries on one indicator each is a way of its own."""
    said = Counter(each.indicator for each in statements if each.indicator)
    rests_on = {each.id: each for each in decisions}
    entered = [
        _entered(status, catalogue.get(status.indicator), rests_on, said[status.indicator] if status.indicator else 0)
        for status in statuses
    ]
    order = {each: position for position, each in enumerate(catalogue)}
    told = {each.status.indicator for each in entered if each.status}
    silent = [
        Way(each.id, each.name, indicator=each, statements=said[each.id])
        for each in catalogue.values()
        if each.id not in told
    ]
    found = sorted((*entered, *silent), key=lambda way: (order.get(_key(way), -1), way.name.casefold(), way.id))
    return _told_apart(found)


def by_stage(ways: Iterable[Way]) -> dict[Stage | None, list[Way]]:
    """In the order of the way, empty stages left out; None, the last one, are those without a status."""
    found: dict[Stage | None, list[Way]] = {stage: [] for stage in (*Stage, None)}
    for way in ways:
        found[way.status.stage if way.status else None].append(way)
    return {stage: each for stage, each in found.items() if each}


def _entered(status: IndicatorStatus, indicator: Indicator | None, decisions: Mapping[str, Decision], said: int) -> Way:
    decision = decisions.get(status.decision_id or "")
    return Way(status.indicator or status.id, status.name, status, indicator, decision, said)


def _key(way: Way) -> str:
    return way.indicator.id if way.indicator else ""


def _told_apart(ways: Iterable[Way]) -> list[Way]:
    """The second entry on an indicator goes by its own id: a link names one way."""
    seen: set[str] = set()
    found = []
    for way in ways:
        if way.id in seen and way.status:
            way = Way(way.status.id, way.name, way.status, way.indicator, way.decision, way.statements)
        seen.add(way.id)
        found.append(way)
    return found
