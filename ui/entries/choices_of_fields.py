"""What there is to choose where a field names something of the county: areas, indicators, goals of a strategy."""

from __future__ import annotations

from store import reading
from store.actor import Role
from store.entry import Entry
from store.kinds import KINDS, Goal, Meeting, Strategy
from store.kinds.decision import Decision
from texts.entries import day_words
from ui.entries.desk import Desk

WHOLE = frozenset({Role.COORDINATION, Role.OFFICE})


def choices_of(desk: Desk, kind: type[Entry], name: str) -> dict[str, str] | None:
    """Value → words; None for a field that is filled in freely."""
    if name == "indicator":
        return {each.id: f"{each.name} ({each.id})" for each in desk.shown.release.catalogue.values()}
    if name == "area":
        return areas_to_choose(desk)
    if kind.fields()[name].kind == "reference":
        [key] = kind.__table__.columns[name].foreign_keys
        target = KINDS[key.column.table.name]
        return {each.id: _title(each) for each in reading.entries(desk.store, desk.actor, target)}
    return None


def areas_to_choose(desk: Desk) -> dict[str, str]:
    """Area id → name with its level; of one's own municipality alone where one speaks for one. The county as a whole is
    there for those who speak for it."""
    release, municipality_of = desk.shown.release, desk.store.municipality_of
    has_all = desk.actor.role in WHOLE or len(release.levels) == 1
    levels = release.levels if has_all else release.levels[1:]
    found = {}
    for level in levels:
        for area, name in release.hierarchy.areas(level.id)["name"].items():
            above = municipality_of.get(str(area), "")
            if desk.actor.role is Role.MUNICIPALITY and above != desk.actor.home:
                continue
            found[str(area)] = f"{name} ({level.name})"
    return found


def _title(entry: Entry) -> str:
    if isinstance(entry, Meeting):
        return f"{entry.body}, {day_words(entry.day)}"
    if isinstance(entry, Decision):
        return f"{entry.title} ({entry.body}, {day_words(entry.day)})"
    if isinstance(entry, Goal):
        return entry.text[:80]
    return entry.title if isinstance(entry, Strategy) else str(getattr(entry, "title", entry.id))
