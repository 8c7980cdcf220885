"""One entry of every kind with a hostile text in every field that takes text."""

from __future__ import annotations

from datetime import date
from typing import Any

from store.actor import COUNTY, Actor, Role
from store.checks import complete
from store.circle import owner_of
from store.entry import Entry, Released
from store.history import What
from store.kinds import KINDS
from store.levels import Level
from store.recording import record
from store.store import Store
from tests.store.made import DAY

HTML = '<img src=x onerror="window.injected=true"><script>window.injected=true</script>'
MARKDOWN = "[Link](javascript:alert(1)) ![Bild](http://boese.example/x.png) **fett** `code` $x$ :red[rot]"
FORMULA = '=HYPERLINK("http://boese.example";"Klick")'
CALENDAR = "Ende\nEND:VEVENT\nBEGIN:VALARM; , \\"
TURNED = "abc\u202edcba\u2066 \u200f"
TEXTS = {"html": HTML, "markdown": MARKDOWN, "formula": FORMULA, "calendar": CALENDAR, "turned": TURNED}
COORDINATION = Actor(Role.COORDINATION, COUNTY)
CHOSEN = {"indicator": "A2", "area": "05382060-04", "begins": "14:00"}


def fill(store: Store, text: str, actor: Actor = COORDINATION) -> dict[str, Entry]:
    """Kind → its entry, released to the public. Past the checks of the store: as an older version may have written it."""
    made: dict[str, Entry] = {}
    with store.writes() as session:
        for name, kind in KINDS.items():
            entry = kind(id=store.new_id(), version=1, withdrawn=False, **values(kind, text, made))
            if isinstance(entry, Released):
                entry.owner, entry.municipality, entry.release_level = owner_of(actor), "", Level.PUBLIC
            session.add(entry)
            session.flush()
            record(store, session, actor, entry, What.CREATED, None)
            made[name] = entry
    return made


def values(kind: type[Entry], text: str, made: dict[str, Entry]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, field in kind.fields().items():
        if name in CHOSEN:
            given[name] = CHOSEN[name]
        elif field.kind == "text":
            given[name] = text
        elif field.kind == "day":
            given[name] = DAY if name != "due" else date(2027, 12, 31)
        elif field.kind == "areas":
            given[name] = ["05382060-04"]
        elif field.kind == "reference":
            [key] = kind.__table__.columns[name].foreign_keys
            given[name] = made[key.column.table.name].id if key.column.table.name in made else None
        elif field.kind in ("whole", "number"):
            given[name] = {"baseline_year": 2020, "flag_year": 2024, "year": 2024, "position": 1, "target": 20.0}.get(
                name
            )
    return {
        **complete(kind, {name: "x" if isinstance(value, str) else value for name, value in given.items()}),
        **given,
    }
