"""A store in which bodies have spoken, for the pages of the sample county."""

from __future__ import annotations

from datetime import date

from store import writing
from store.actor import COUNTY, Actor, Role
from store.kinds import Decision, IndicatorStatus, LocalKnowledge, Question, Statement
from store.levels import Level
from store.store import Store, open_store

TOWN, QUARTER = "05382060", "05382060-04"  # Siegburg, Siegburg 04
AREAS = {TOWN: TOWN, QUARTER: TOWN, "05382068": "05382068", "05382068-07": "05382068"}
COORDINATION = Actor(Role.COORDINATION, COUNTY, account="sub-1", name="Eva <b>Muster</b>")
OFFICE = Actor(Role.OFFICE, COUNTY, "Sozialamt")
SIEGBURG = Actor(Role.MUNICIPALITY, TOWN)
FACTION = Actor(Role.POLITICS, "Fraktion A")
CHARITY = Actor(Role.ASSOCIATION, "Wohlfahrtsverband A")
HOSTILE = "<script>alert(1)</script> [link](javascript:alert(1)) =1+1 **fett** $x$ :red[rot]"
TURNED = f"\u202e{HOSTILE}\u200f"  # with marks that turn the direction of writing


def fill(address: str) -> Store:
    store = open_store(address, AREAS)
    _decisions(store)
    _indicators(store)
    _said(store)
    _questions(store)
    return store


def _released(store, actor, entry, *levels):
    for level in levels:
        who = actor if level is Level.ADMINISTRATION else COORDINATION
        entry = writing.release(store, who, type(entry), entry.id, entry.version, level)
    return entry


def _decisions(store):
    def decision(title, day, level, **more):
        made = writing.create(store, COORDINATION, Decision, title=title, body="Kreistag", day=day, **more)
        return _released(store, COORDINATION, made, level) if level else made

    decision("Kita zuerst", date(2025, 11, 13), Level.PUBLIC, text="Ausbau.", reasons="Kinderarmut", indicator="A2")
    decision(f"Titel {TURNED}", date(2024, 12, 5), Level.PUBLIC, text=f"Text {TURNED}", reasons="=SUMME(A1)")
    decision("Nur für Gremien", date(2025, 1, 5), Level.COMMITTEES, text="Vertraulich.")
    decision("Noch im Entwurf", date(2025, 2, 5), None, text="Entwurf.")


def _indicators(store):
    proposal = writing.create(store, FACTION, IndicatorStatus, name=f"Mietlast {TURNED}", purpose="Mieten sehen")
    _released(store, FACTION, proposal, Level.ADMINISTRATION)
    writing.create(store, CHARITY, IndicatorStatus, name="Nur der Verband", purpose="Entwurf")


def _said(store):
    def statement(actor, text, *levels, **about):
        return _released(store, actor, writing.create(store, actor, Statement, text=text, **about), *levels)

    both = (Level.ADMINISTRATION, Level.PUBLIC)
    statement(CHARITY, f"Öffentlich gesagt {TURNED}", *both, indicator="A2", day=date(2025, 9, 1))
    statement(FACTION, "Eingereicht von A", Level.ADMINISTRATION, area=QUARTER)
    statement(FACTION, "Entwurf von A", area=QUARTER)
    known = writing.create(store, SIEGBURG, LocalKnowledge, text=f"Umbau {TURNED}", areas=[QUARTER])
    writing.release(store, SIEGBURG, LocalKnowledge, known.id, 1, Level.PUBLIC)


def _questions(store):
    asked = writing.create(store, FACTION, Question, text=f"Offene Frage {TURNED}")
    _released(store, FACTION, asked, Level.ADMINISTRATION)
    asked = writing.create(store, SIEGBURG, Question, text="Zählen Heime mit?", indicator="A2")
    asked = _released(store, SIEGBURG, asked, Level.ADMINISTRATION)
    answer = {"answer": f"Ja. {TURNED}", "answered_by": "Sozialamt", "answered_on": date(2025, 10, 10)}
    asked = writing.change(store, OFFICE, Question, asked.id, asked.version, **answer)
    _released(store, COORDINATION, asked, Level.PUBLIC)
