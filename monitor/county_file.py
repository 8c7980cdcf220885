"""county.toml, read and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

from monitor.attention_file import ATTENTION, read_attention
from monitor.county import AttentionSpec, County, LevelSpec, Protection, Source
from monitor.participation_settings import read_participation
from monitor.report_settings import read_report
from monitor.tile_sources import read_tile_sources
from monitor.toml_fields import Field, Section, checked, closest, written
from monitor.toml_text import TomlText, read_toml
from problem import Problem

FILE = "county.toml"
LEVEL_ID = re.compile(r"[a-z][a-z0-9_-]*")

TOP = {
    "name": Field(required=True),
    "genitive": Field(),
    "key": Field(required=True),
    "invented": Field("truth"),
    "notice": Field(),
    "reference_date": Field("date"),
    "inhabitants": Field(),
    "levels": Field("sections", required=True),
    "divisions": Field("sections"),
    "protection": Field("section"),
    "attention": Field("section"),
    "sources": Field("section", required=True),
    "attribution": Field("sections"),
    "basemap": Field("section"),
    "overlay": Field("section"),
    "places": Field(),
    "report": Field("section"),
    "participation": Field("section"),
}
LEVEL = {
    "id": Field(required=True),
    "name": Field(required=True),
    "plural": Field(required=True),
    "file": Field(),
    "published": Field("truth"),
}
DIVISION = {
    "id": Field(required=True),
    "name": Field(required=True),
    "plural": Field(required=True),
    "file": Field(required=True),
}
PROTECTION = {
    "threshold": Field("whole", least=1, most=1000),
    "minimum_base": Field("whole", least=0, most=1_000_000),
    "zeros_sensitive": Field("truth"),
    "minimum_inhabitants": Field("whole", least=0, most=1_000_000),
    "interval": Field("whole", least=1, most=1000),
    "public_levels": Field("texts"),
}
SOURCE = {
    "name": Field(required=True),
    "office": Field(),
    "as_of": Field("date"),
    "legal_basis": Field(),
    "threshold": Field("whole", least=0),
    "minimum_base": Field("whole", least=0, most=1_000_000),
    "zeros_sensitive": Field("truth"),
    "interval": Field("whole", least=1, most=1000),
    "public_levels": Field("texts"),
    "unplaced": Field("truth"),
    "rounding": Field("whole", least=0, most=1000),
    "dominance": Field("number", least=1, most=100),
    "dominance_share": Field("number", least=1, most=99),
}
LEAST_ROUNDING = 2
ATTRIBUTION = {"text": Field(required=True)}
PLAIN = ("key", "inhabitants", "invented", "notice", "reference_date")  # taken as they stand

T = TypeVar("T")


class CountyFile(NamedTuple):
    """county is None where the file says too little to go on; source finds the lines for later problems."""

    county: County | None
    source: TomlText


def read_county(folder: Path) -> tuple[CountyFile, list[Problem]]:
    """The county of a data folder and everything that is wrong with county.toml."""
    source, problems = read_toml(folder / FILE, FILE)
    if source.data is None:
        return CountyFile(None, source), problems
    top, problems = checked(Section(source, "", source.data), TOP)
    levels, found = _levels(source, top.get("levels", ()))
    problems += found
    divisions, found = _divisions(source, top.get("divisions", ()), levels)
    problems += found
    protection, found = _single(source, top, "protection", PROTECTION, Protection)
    problems += found
    attention, found = _attention(source, top)
    problems += found
    sources, found = _sources(source, top.get("sources", {}))
    problems += found
    attribution, found = _attribution(source, top.get("attribution", ()))
    problems += found
    tiles, found = read_tile_sources(source, top)
    problems += found
    places, found = _places(source, top)
    problems += found
    report, found = read_report(folder, source, top)
    problems += found
    participation, found = read_participation(source, top)
    problems += found
    if not levels:
        return CountyFile(None, source), problems
    problems += _public_levels(source, top, levels)
    plain = {name: top[name] for name in PLAIN if name in top}
    name = top.get("name", "")
    county = County(
        name=name,
        genitive=top.get("genitive", "") or f"von {name}",
        levels=levels,
        divisions=divisions,
        protection=protection,
        attention=attention,
        sources=sources,
        attribution=attribution,
        basemap=tiles.get("basemap"),
        overlay=tiles.get("overlay"),
        places=places,
        report=report,
        participation=participation,
        **{"key": "", **plain},
    )
    return CountyFile(county, source), problems


def _single(
    source: TomlText, top: Mapping[str, Any], name: str, fields: Mapping[str, Field], make: type[T]
) -> tuple[T, list[Problem]]:
    values, problems = checked(Section(source, name, top.get(name, {})), fields)
    return make(**values), problems


def _levels(source: TomlText, tables: tuple[dict[str, Any], ...]) -> tuple[tuple[LevelSpec, ...], list[Problem]]:
    levels: list[LevelSpec] = []
    problems: list[Problem] = []
    for position, data in enumerate(tables):
        section = Section(source, "levels", data, position)
        values, found = checked(section, LEVEL)
        problems += found
        if all(name in values for name in ("id", "name", "plural")):
            problems += _level_faults(section, LevelSpec(**values), levels, len(tables))
            levels.append(LevelSpec(**values))
    # Half a list of levels would make areas of the wrong level: all or none.
    return (tuple(levels) if len(levels) == len(tables) else ()), problems


def _divisions(
    source: TomlText, tables: tuple[dict[str, Any], ...], levels: tuple[LevelSpec, ...]
) -> tuple[tuple[LevelSpec, ...], list[Problem]]:
    found: list[LevelSpec] = []
    problems: list[Problem] = []
    for position, data in enumerate(tables):
        section = Section(source, "divisions", data, position)
        values, faults = checked(section, DIVISION)
        problems += faults
        if not faults:
            problems += _level_faults(section, LevelSpec(**values), [*levels, *found], len(tables))
            found.append(LevelSpec(**values))
    return tuple(found), problems


def _level_faults(section: Section, level: LevelSpec, before: list[LevelSpec], count: int) -> list[Problem]:
    problems = []
    if not LEVEL_ID.fullmatch(level.id):
        problems.append(section.problem("level_id_invalid", "id", level=level.id))
    if level.id in {each.id for each in before}:
        problems.append(section.problem("level_twice", "id", level=level.id))
    if not level.file and (before or count == 1):
        problems.append(section.problem("level_without_file", "id", level=level.id))
    if not before and not level.published:
        problems.append(section.problem("whole_not_published", "published", level=level.id))
    if _leaves_folder(level.file):
        problems.append(section.problem("path_outside_folder", "file", path=level.file))
    return problems


def _leaves_folder(path: str) -> bool:
    parts = PurePosixPath(path.replace("\\", "/")).parts
    return ".." in parts or path.startswith(("/", "\\")) or ":" in path


def _places(source: TomlText, top: Mapping[str, Any]) -> tuple[str, list[Problem]]:
    path = top.get("places", "")
    if not _leaves_folder(path):
        return path, []
    return "", [Section(source, "", source.data or {}).problem("path_outside_folder", "places", path=path)]


def _attention(source: TomlText, top: Mapping[str, Any]) -> tuple[AttentionSpec, list[Problem]]:
    if "attention" not in top:
        return AttentionSpec(), []
    section = Section(source, "attention", top["attention"])
    values, problems = checked(section, ATTENTION)
    attention, found = read_attention(section, values)
    if "inhabitants" not in top:
        problems.append(Section(source, "", source.data or {}).problem("inhabitants_missing"))
    return attention, problems + found


def _sources(source: TomlText, tables: Mapping[str, Any]) -> tuple[dict[str, Source], list[Problem]]:
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for key, data in tables.items():
        section = Section(source, f"sources.{key}", data if isinstance(data, dict) else {})
        if not isinstance(data, dict):
            problems.append(
                Section(source, "sources", tables).problem("value_kind", key, value=written(data), kind="section")
            )
            continue
        values, found = checked(section, SOURCE)
        problems += found
        if values.get("rounding") == 1:
            problems.append(section.problem("value_too_small", "rounding", value="1", least=LEAST_ROUNDING))
        known = {name: values[name] for name in values if name in {each.name for each in dataclass_fields(Source)}}
        sources[key] = Source(id=key, **{"name": key, **known})
    return sources, problems


def _public_levels(source: TomlText, top: Mapping[str, Any], levels: tuple[LevelSpec, ...]) -> list[Problem]:
    """Levels that a protection names and nobody describes."""
    sections = {"protection": top.get("protection", {})}
    sections |= {f"sources.{key}": data for key, data in top.get("sources", {}).items() if isinstance(data, dict)}
    known = [level.id for level in levels]
    return [
        Section(source, name, data).problem(
            "catalogue_level_unknown",
            "public_levels",
            value=level,
            known=", ".join(known),
            suggestion=closest(level, known),
        )
        for name, data in sections.items()
        for level in _texts(data.get("public_levels"))
        if level not in known
    ]


def _texts(value: object) -> list[str]:
    """Of a list what is text; what is not has been told already."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _attribution(source: TomlText, tables: tuple[dict[str, Any], ...]) -> tuple[tuple[str, ...], list[Problem]]:
    texts: list[str] = []
    problems: list[Problem] = []
    for position, data in enumerate(tables):
        values, found = checked(Section(source, "attribution", data, position), ATTRIBUTION)
        problems += found
        texts += [values["text"]] if "text" in values else []
    return tuple(texts), problems
