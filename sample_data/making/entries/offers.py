"""Offers that are there, at invented addresses."""

from __future__ import annotations

from collections.abc import Mapping

from making.entries.diary import COORDINATION, Diary
from store.kinds import Offer
from store.kinds.offer import OfferKind
from store.levels import Level

OFFERS = (
    ("Beratungsstelle Mitte", OfferKind.ADVICE, "Wohlfahrtsverband A", "05382060-04"),
    ("Kita Regenbogen", OfferKind.DAY_CARE, "Stadt Siegburg", "05382060-04"),
    ("Jugendtreff Zange", OfferKind.YOUTH, "Fraktionsübergreifender Trägerverein", "05382060-11"),
    ("Elterncafé am Bach", OfferKind.FAMILY, "Wohlfahrtsverband A", "05382060-01"),
    ("Bürgerhaus", OfferKind.MEETING, "Stadt Troisdorf", "05382068-09"),
    ("Migrationsberatung", OfferKind.INTEGRATION, "Wohlfahrtsverband B", "05382068-09"),
    ("Kita Sonnenschein", OfferKind.DAY_CARE, "Wohlfahrtsverband B", "05382068-05"),
    ("Mehrgenerationenhaus", OfferKind.MEETING, "Wohlfahrtsverband C", "05382068-03"),
    ("Seniorencafé", OfferKind.SENIORS, "Kirchengemeinde", "05382068-14"),
    ("Kinderarztpraxis", OfferKind.HEALTH, "niedergelassen", "05382056-05"),
    ("Offene Ganztagsschule", OfferKind.SCHOOL, "Stadt Sankt Augustin", "05382056-05"),
    ("Dorftreff", OfferKind.MEETING, "Verein", "05382076-03"),
    ("Kita Waldwichtel", OfferKind.DAY_CARE, "Gemeinde Windeck", "05382076-02"),
)
FOR_ALL = (
    ("Schuldnerberatung", OfferKind.ADVICE, "Wohlfahrtsverband A", "05382060"),
    ("Familienbildungsstätte", OfferKind.FAMILY, "Wohlfahrtsverband C", "05382068"),
    ("Sozialpsychiatrischer Dienst", OfferKind.HEALTH, "Gesundheitsamt", "05382"),
    ("Pflegestützpunkt", OfferKind.SENIORS, "Sozialamt", "05382"),
)


def enter_offers(diary: Diary, points: Mapping[str, tuple[float, float]]) -> None:
    """points: area → longitude and latitude of a point inside."""
    used: dict[str, int] = {}
    for name, kind, provider, area in (*OFFERS, *FOR_ALL):
        place = points.get(area) if (name, kind, provider, area) in OFFERS else None
        used[area] = used.get(area, -1) + 1  # a second one in the same area stands a little further on
        longitude, latitude = (round(each + 0.0012 * used[area], 5) for each in place) if place else (None, None)
        diary.add(
            COORDINATION, Offer, Level.PUBLIC, name=name, offer_kind=kind, provider=provider, areas=[area],
            address="Musterstraße 1" if place else "", longitude=longitude, latitude=latitude,
        )  # fmt: skip
