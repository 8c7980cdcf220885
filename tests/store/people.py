"""Who writes and reads in the tests: one of each role, and those of a neighbouring home."""

from store.actor import COUNTY, PUBLIC, Actor, Role

COORDINATION = Actor(Role.COORDINATION, COUNTY)
OFFICE = Actor(Role.OFFICE, COUNTY, "Gesundheitsamt")
TOWN = Actor(Role.MUNICIPALITY, "0101")
OTHER_TOWN = Actor(Role.MUNICIPALITY, "0202")
FACTION = Actor(Role.POLITICS, "Fraktion A")
OTHER_FACTION = Actor(Role.POLITICS, "Fraktion B")
CHARITY = Actor(Role.ASSOCIATION, "Verband A")
OTHER_CHARITY = Actor(Role.ASSOCIATION, "Verband B")
EVERYBODY = (
    COORDINATION, OFFICE, TOWN, OTHER_TOWN, FACTION, OTHER_FACTION, CHARITY, OTHER_CHARITY, PUBLIC,
)  # fmt: skip
