"""Sections [roles.…] of secrets.toml: which value of the claim means which role, and for whom one acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from monitor.toml_fields import Field, Section, checked
from monitor.toml_text import TomlText
from problem import Problem
from store.actor import COUNTY, Role
from ui.sign_in.bodies import Bodies

RULE = {
    "value": Field(required=True),
    "role": Field(required=True, choices=tuple(role.value for role in Role)),
    "home": Field(),
    "office": Field(),
}
# Which key says for whom one acts, and what it means; the others act for the county, or for nobody.
NAMED_BY = {
    Role.OFFICE: ("office", "ein Amt aus „offices“ in county.toml"),
    Role.MUNICIPALITY: ("home", "der Schlüssel der Kommune, zum Beispiel 05382068"),
    Role.POLITICS: ("home", "eine Fraktion aus „factions“ in county.toml"),
    Role.ASSOCIATION: ("home", "ein Verband aus „associations“ in county.toml"),
}
MAY_SAY_MORE = {(Role.MUNICIPALITY, "office")}  # an office of the town hall, in any words
MOST_LISTED = 25


@dataclass(frozen=True)
class RoleRule:
    """Who has this value of the claim has this role. body: id of the municipality, else name; "" for none."""

    value: str
    role: Role
    body: str = ""
    office: str = ""


def read_rules(
    source: TomlText, tables: Mapping[str, Mapping[str, Any]], bodies: Bodies | None
) -> tuple[tuple[RoleRule, ...], list[Problem]]:
    """Rules in the order of the file, and everything that is wrong with them."""
    rules: list[RoleRule] = []
    problems: list[Problem] = []
    for name, data in tables.items():
        section = Section(source, f"roles.{name}", data)
        values, found = checked(section, RULE)
        problems += found
        if "role" in values:
            problems += _body_faults(section, values, bodies)
        if values.get("value") in {rule.value for rule in rules}:
            problems.append(section.problem("role_value_twice", "value", value=values["value"]))
        if not found:
            rules.append(_rule(values))
    return tuple(rules), problems


def _rule(values: Mapping[str, str]) -> RoleRule:
    role = Role(values["role"])
    key = NAMED_BY.get(role, ("", ""))[0]
    office = values.get("office", "") if (role, "office") in MAY_SAY_MORE else ""
    return RoleRule(values["value"], role, values.get(key, ""), office)


def _body_faults(section: Section, values: Mapping[str, str], bodies: Bodies | None) -> list[Problem]:
    role = Role(values["role"])
    key, meaning = NAMED_BY.get(role, ("", ""))
    facts = {"role": role.value, "meaning": meaning}
    problems = [
        section.problem("role_home_forbidden", each, **facts)
        for each in ("home", "office")
        if values.get(each) and each != key and (role, each) not in MAY_SAY_MORE and not _is_county(role, values[each])
    ]
    if key and not values.get(key):
        return [*problems, section.problem("role_home_missing", key, **facts)]
    if key and bodies is not None and values[key] not in (known := bodies.of(role)):
        # No guess at what was meant: a home is too easily taken over from a message.
        problems.append(section.problem("role_home_unknown", key, value=values[key], known=_listed(known), **facts))
    return problems


def _is_county(role: Role, said: str) -> bool:
    """The home of the county's own administration may be written down."""
    return said == COUNTY and role in (Role.COORDINATION, Role.OFFICE)


def _listed(known: Mapping[str, str]) -> str:
    told = [key if key == name else f"{key} ({name})" for key, name in known.items()]
    return ", ".join(told[:MOST_LISTED]) or "keine"
