"""Section [participation] of county.toml: the bodies that act in the app beside the county and its municipalities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitor.county import ParticipationSpec
from monitor.toml_fields import Field, Section, checked
from monitor.toml_text import TomlText
from problem import Problem

PARTICIPATION = {"factions": Field("texts"), "associations": Field("texts"), "offices": Field("texts")}
MOST_LETTERS = 80
RESERVED = ("kreis",)  # home of the county's administration, see store.actor


def read_participation(source: TomlText, top: Mapping[str, Any]) -> tuple[ParticipationSpec, list[Problem]]:
    """The bodies and every problem. top: checked values of the whole file.

    A name belongs to one body: what is entered for it is kept under this name.
    """
    section = Section(source, "participation", top.get("participation", {}))
    values, problems = checked(section, PARTICIPATION)
    seen: set[str] = set()
    for key in values:
        problems += _faults(section, key, values[key], seen)
    return ParticipationSpec(**values), problems


def _faults(section: Section, key: str, names: tuple[str, ...], seen: set[str]) -> list[Problem]:
    """Names of one list; `seen` are those of all lists so far, and grows."""
    problems = []
    for name in names:
        if problem := _fault(section, key, name, seen):
            problems.append(problem)
        seen.add(name.strip().casefold())
    return problems


def _fault(section: Section, key: str, name: str, seen: set[str]) -> Problem | None:
    if not name or name != name.strip() or not name.isprintable():
        return section.problem("participation_name_unreadable", key, value=name)
    if len(name) > MOST_LETTERS:
        return section.problem("participation_name_long", key, value=name, most=MOST_LETTERS)
    if name.casefold() in RESERVED or name.isdecimal():
        return section.problem("participation_name_reserved", key, value=name)
    if name.casefold() in seen:
        return section.problem("participation_name_twice", key, value=name)
    return None
