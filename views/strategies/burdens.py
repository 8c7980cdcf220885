"""Burdens and offers side by side: what speaks for a flag of an area, what is there already, what is planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.attention import Attention
from store.kinds import Offer
from views.content import Content
from views.flags import flags_at
from views.municipalities import municipality_of_areas
from views.strategies.cover import covered
from views.strategies.record import Record
from views.view import areas_in

MOST_BURDENS = 8


@dataclass(frozen=True)
class Side:
    """One area. burdens: names of the indicators that speak for a flag, strongest first. own, above: offers for the area
    itself, and those for its municipality or the county as a whole. strategies: titles. judged: there is a rule for this
    reader; without one nothing is known of flags and burdens."""

    area: str
    name: str
    municipality: str
    flagged: bool
    burdens: tuple[str, ...]
    own: tuple[Offer, ...]
    above: tuple[Offer, ...]
    strategies: tuple[str, ...]
    judged: bool = True


def sides_of(
    shown: Content,
    level: str,
    year: int,
    municipality: str,
    offers: Sequence[Offer],
    found: Sequence[Record],
    today: date,
) -> list[Side]:
    """The areas of a level (of a municipality, where one is chosen): flagged ones first, then by number of burdens."""
    flags = flags_at(shown, level, year)
    there = [each for each in offers if _is_open(each, today)]
    areas_of = {each.id: covered(shown, level, each.areas) for each in there}
    planned = [(each.strategy.title, covered(shown, level, each.strategy.areas)) for each in found]
    made = [
        Side(
            area=area,
            name=shown.release.hierarchy.names[area],
            municipality=_municipality(shown, area),
            flagged=flags is not None and bool(flags.table["flagged"].get(area, False)),
            burdens=_burdens(shown, flags, area),
            own=tuple(each for each in there if area in each.areas),
            above=tuple(each for each in there if area in areas_of[each.id] and area not in each.areas),
            strategies=tuple(title for title, areas in planned if area in areas),
            judged=flags is not None,
        )
        for area in map(str, areas_in(shown.release, level, municipality))
    ]
    return sorted(made, key=lambda side: (not side.flagged, -len(side.burdens), side.name))


def _is_open(offer: Offer, today: date) -> bool:
    return (offer.since is None or offer.since <= today) and (offer.until is None or offer.until >= today)


def _burdens(shown: Content, flags: Attention | None, area: str) -> tuple[str, ...]:
    if flags is None or area not in flags.drivers.index:
        return ()
    return tuple(shown.release.catalogue[each].name for each in flags.reasons(area, MOST_BURDENS))


def _municipality(shown: Content, area: str) -> str:
    above = municipality_of_areas(shown).get(area, "")
    return "" if above == area else shown.release.hierarchy.names.get(above, "")
