"""Who acts: a role, and where it is at home. No right comes from anywhere else, above all not from a link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The roles of county.toml, of the sign-in and of the rights table; the value is what is stored."""

    COORDINATION = "koordination"
    OFFICE = "fachamt"
    MUNICIPALITY = "kommune"
    POLITICS = "politik"
    ASSOCIATION = "verband"
    PUBLIC = "oeffentlichkeit"


COUNTY = "kreis"  # home of the county's own administration


@dataclass(frozen=True)
class Actor:
    """One who reads or writes.

    home: area id of the municipality, name of the faction or the association, `COUNTY` for the county's administration,
    "" for the public. office: the office within the home ("Gesundheitsamt"), "" where none is named.
    account: subject of the identity provider, "" for a role chosen in a demo. name: as the provider tells it.
    """

    role: Role
    home: str = ""
    office: str = ""
    account: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        needs_home = self.role is not Role.PUBLIC
        if needs_home != bool(self.home):
            raise ValueError(f"{self.role} with home {self.home!r}")


PUBLIC = Actor(Role.PUBLIC)
