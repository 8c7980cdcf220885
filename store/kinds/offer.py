"""An offer that is there already: advice, day care, a meeting place."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy.orm import Mapped

from store.columns import area_list, choice, date_field, long_text, number_field, text_line
from store.entry import Released


class OfferKind(StrEnum):
    ADVICE = "beratung"
    DAY_CARE = "kita"
    SCHOOL = "schule"
    YOUTH = "jugend"
    FAMILY = "familie"
    SENIORS = "senioren"
    HEALTH = "gesundheit"
    MEETING = "treffpunkt"
    INTEGRATION = "integration"
    OTHER = "sonstiges"


class Offer(Released):
    """areas: where it lies or what it is for. latitude, longitude: degrees (WGS 84), empty for an offer without a place."""

    __tablename__ = "offers"
    right: ClassVar[str] = "angebot"
    shared: ClassVar[bool] = True

    name: Mapped[str] = text_line(needed=True)
    offer_kind: Mapped[OfferKind] = choice(OfferKind)
    provider: Mapped[str] = text_line()
    areas: Mapped[list[str]] = area_list()
    address: Mapped[str] = text_line()
    latitude: Mapped[float | None] = number_field(least=-90, most=90)
    longitude: Mapped[float | None] = number_field(least=-180, most=180)
    since: Mapped[date | None] = date_field()
    until: Mapped[date | None] = date_field()
    note: Mapped[str] = long_text()

    def about_areas(self) -> list[str]:
        return self.areas
