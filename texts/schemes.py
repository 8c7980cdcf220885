"""Words about schemes: how far one is, what was changed in it, when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from texts.numbers import german_int

STATUS = {"entwurf": "Entwurf", "gueltig": "gültig", "abgeloest": "abgelöst"}
CUT_BY = {
    "flaeche": "nach der Fläche",
    "bewohnte_flaeche": "nach der bewohnten Fläche",
    "einwohner": "nach Einwohnern",
    "adressen": "nach Adressen",
}
DELIVERED = "Wie geliefert"
HERE = ZoneInfo("Europe/Berlin")


def day_words(day: date | None) -> str:
    return "" if day is None else f"{day:%d.%m.%Y}"


def time_words(moment: datetime) -> str:
    """ "27.11.2026, 14:05 Uhr" in German time."""
    return f"{moment.astimezone(HERE):%d.%m.%Y, %H:%M} Uhr"


def version_words(version: int, name: str, status: str) -> str:
    """ "Fassung 2: Sozialräume 2027 (Entwurf)" """
    if version == 0:
        return f"{DELIVERED} ({STATUS[status]})"
    return f"Fassung {version}: {name} ({STATUS[status]})"


def count_words(count: int, nouns: Sequence[str]) -> str:
    """ "1 Baublock", "12 Baublöcke" """
    return f"{german_int(count)} {nouns[0] if count == 1 else nouns[1]}"


def change_words(change: Sequence[object], before: dict[str, str], nouns: Sequence[str]) -> str:
    """What a change did, for the history. before: area id → name before it; change: see `ui.schemes.changes`."""
    kind, *rest = change
    if kind == "put":
        units, area = rest
        put = count_words(len(units), nouns)  # type: ignore[arg-type]
        return f"{put} zu „{before[str(area)]}“" if area else f"{put} aus ihrem Sozialraum genommen"
    if kind == "new":
        return f"neuer Sozialraum „{rest[1]}“"
    if kind == "name":
        return f"„{before[str(rest[0])]}“ heißt „{rest[1]}“"
    return f"„{before[str(rest[0])]}“ aufgelöst"
