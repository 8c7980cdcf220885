"""catalogue.toml, read and checked: each indicator says what it is, where it comes from and why it is collected."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from indicators.catalogue import LARGEST, SECOND, Dominance, Indicator, Method, Smoothing
from indicators.classify import MOST_CLASSES
from indicators.disclosure.rounding import roundings
from indicators.standard_population import STANDARDS
from monitor.county import County
from monitor.toml_fields import Field, Section, checked, closest, written
from monitor.toml_text import TomlText, read_toml
from problem import Problem

FILE = "catalogue.toml"
INDICATOR_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
EFFECT_LEVELS = ("input", "output", "outcome", "impact", "context")
CONTRIBUTIONS = {"largest": LARGEST, "second": SECOND}
WITH_BASE = (Method.PROPORTION, Method.RATE, Method.STANDARDISED, Method.RATIO)

INDICATOR = {
    "name": Field(required=True),
    "theme": Field(required=True),
    "method": Field(required=True, choices=tuple(str(method) for method in Method)),
    "numerator": Field(required=True),
    "numerator_name": Field(required=True),
    "denominator": Field(),
    "denominator_name": Field(),
    "per": Field("number"),
    "unit": Field(),
    "decimals": Field("whole", choices=tuple(range(7))),
    "polarity": Field("whole", required=True, choices=(-1, 0, 1)),
    "level": Field(required=True),
    "pool": Field("whole", least=1, most=20),
    "pool_below": Field("number", least=1),
    "smoothing": Field(choices=(str(Smoothing.GLOBAL), str(Smoothing.LOCAL))),
    "smooth_below": Field("number", least=1),
    "years": Field("wholes"),
    "signed": Field("truth"),
    "standard": Field(choices=tuple(STANDARDS)),
    "target": Field("number"),
    "breaks": Field("numbers"),
    "effect_level": Field(choices=EFFECT_LEVELS),
    "why": Field(required=True),
    "reading": Field(),
    "limits": Field(),
    "purpose": Field(required=True),
    "source": Field(required=True),
    "largest": Field(),
    "second": Field(),
    "legal_basis": Field(),
    "decision": Field(),
    "author": Field(),
    "checked": Field(),
    "next_review": Field(),
}


class CatalogueFile(NamedTuple):
    """indicators: the faultless ones. headings, measures: everything the file names, faulty sections included."""

    indicators: dict[str, Indicator]
    headings: set[str]
    measures: set[str]
    source: TomlText


def read_catalogue(folder: Path, county: County | None) -> tuple[CatalogueFile, list[Problem]]:
    """The catalogue of a data folder and everything that is wrong with it; county None: without levels and sources."""
    source, problems = read_toml(folder / FILE, FILE)
    if source.data is None:
        return CatalogueFile({}, set(), set(), source), problems
    indicators, problems = parse_catalogue(source, county)
    if not source.data:
        problems.append(Problem("catalogue_empty", file=FILE))
    return CatalogueFile(indicators, set(source.data), _measures(source.data), source), problems


def parse_catalogue(source: TomlText, county: County | None) -> tuple[dict[str, Indicator], list[Problem]]:
    """Indicators by id in the order of the file, and the problems of all sections."""
    indicators: dict[str, Indicator] = {}
    problems: list[Problem] = []
    for heading, data in (source.data or {}).items():
        if not isinstance(data, dict):
            problems.append(Section(source, "", {}).problem("catalogue_key_outside", heading))
            continue
        indicator, found = _indicator(Section(source, heading, data), county)
        problems += found
        if indicator and not found:
            indicators[heading] = indicator
    return indicators, [*problems, *_together(source, indicators)]


def _indicator(section: Section, county: County | None) -> tuple[Indicator | None, list[Problem]]:
    values, problems = checked(section, INDICATOR)
    if not INDICATOR_ID.fullmatch(section.name):
        problems.append(section.problem("indicator_id_invalid", indicator=section.name))
    if county:
        problems += _references(section, values, county) + _without_rule(section, values, county)
    if "method" not in values:
        return None, problems
    method = Method(values["method"])
    problems += _method_faults(section, values, method)
    if problems:
        return None, problems
    if method is Method.COUNT:
        values.setdefault("unit", "")
    smoothing = Smoothing(values.get("smoothing", ""))
    read = {"id": section.name, "method": method, "per": float(values.get("per", 100)), "smoothing": smoothing}
    of_source = _protection_of_source(values, county) if county else {}
    kept = {key: value for key, value in values.items() if key not in CONTRIBUTIONS}
    return Indicator(**{**kept, **read, **of_source}), []


def _protection_of_source(values: Mapping[str, Any], county: County) -> dict[str, Any]:
    """How the source rounds and what it asks of sums that few contribute to."""
    source, public = county.sources[values["source"]], county.protection_for(values["source"]).public_levels
    exact_at = tuple(level.name for level in county.levels if level.id in public)
    found: dict[str, Any] = {"rounding": source.rounding, "exact_at": exact_at if source.rounding else ()}
    if values.get("largest"):
        contributions = values["largest"], values.get("second", "")
        found["dominance"] = Dominance(*contributions, source.dominance, source.dominance_share)
    return found


def _references(section: Section, values: Mapping[str, Any], county: County) -> list[Problem]:
    """Level and source are described in county.toml."""
    levels = {level.id: level.published for level in county.levels}
    problems = []
    if (level := values.get("level")) is not None and level not in levels:
        problems.append(_reference(section, "catalogue_level_unknown", "level", level, list(levels)))
    elif level is not None and not levels[level]:
        problems.append(section.problem("level_not_published", "level", level=level))
    if (source := values.get("source")) is not None and source not in county.sources:
        problems.append(_reference(section, "source_unknown", "source", source, list(county.sources)))
    return problems


def _without_rule(section: Section, values: Mapping[str, Any], county: County) -> list[Problem]:
    """Contributions need a rule of the source, and the p-% rule needs the two largest."""
    source = county.sources.get(values.get("source", ""))
    if source is None or not values.get("largest"):
        return []
    facts = {"source": source.id, "numerator": values.get("numerator", "")}
    if source.dominance is None and source.dominance_share is None:
        return [section.problem("dominance_without_rule", "largest", **facts)]
    if source.dominance is not None and not values.get("second"):
        return [section.problem("dominance_needs_second", "largest", ending=SECOND, **facts)]
    return []


def _reference(section: Section, code: str, key: str, value: str, known: Sequence[str]) -> Problem:
    return section.problem(code, key, value=value, known=", ".join(known), suggestion=closest(value, known))


def _method_faults(section: Section, values: Mapping[str, Any], method: Method) -> list[Problem]:
    """Keys that a method needs or forbids."""
    problems = []
    if method in WITH_BASE:
        problems += [
            section.problem("method_needs_key", "method", needed=key, method=method)
            for key in ("denominator", "denominator_name")
            if not values.get(key)
        ]
    else:
        problems += _forbidden(section, values, method, ("denominator", "denominator_name", "pool_below"))
    if method is Method.STANDARDISED:
        if not values.get("standard"):
            problems.append(section.problem("method_needs_key", "method", needed="standard", method=method))
    else:
        problems += _forbidden(section, values, method, ("standard",))
    if method is not Method.GIVEN and values.get("signed"):
        problems += _forbidden(section, values, method, ("signed",))
    if method not in (Method.PROPORTION, Method.RATE):
        problems += _forbidden(section, values, method, ("smoothing",))
    problems += _bounds_alone(section, values) + _contribution_faults(section, values)
    if method is Method.GIVEN:
        problems += _forbidden(section, values, method, ("largest",))
    return problems + _value_faults(section, values, method)


def _forbidden(section: Section, values: Mapping[str, Any], method: Method, keys: Sequence[str]) -> list[Problem]:
    return [section.problem("key_forbidden", key, method=method) for key in keys if values.get(key)]


def _bounds_alone(section: Section, values: Mapping[str, Any]) -> list[Problem]:
    """Bounds of the base say when something is done; they say nothing where it is never done."""
    done = {"pool_below": ("pool", values.get("pool", 1) > 1), "smooth_below": ("smoothing", "smoothing" in values)}
    return [
        section.problem("key_alone", key, needed=needed)
        for key, (needed, there) in done.items()
        if key in values and not there
    ]


def _contribution_faults(section: Section, values: Mapping[str, Any]) -> list[Problem]:
    """The largest contributions to a sum are called as it is, with an ending that says they are never added up."""
    if values.get("second") and not values.get("largest"):
        return [section.problem("key_alone", "second", needed="largest")]
    return [
        section.problem("dominance_name", key, value=values[key], expected=f"{values.get('numerator', '')}{ending}")
        for key, ending in CONTRIBUTIONS.items()
        if values.get(key) and values[key] != f"{values.get('numerator', '')}{ending}"
    ]


def _together(source: TomlText, indicators: Mapping[str, Indicator]) -> list[Problem]:
    """Measures that cannot be used as one indicator uses them because of another one."""
    rounded, problems = roundings(indicators.values()), []
    for name, each in indicators.items():
        for key in ("numerator", "denominator"):
            measure, section = getattr(each, key), Section(source, name, (source.data or {})[name])
            if measure.endswith(tuple(CONTRIBUTIONS.values())):
                problems.append(section.problem("contribution_shown", key, measure=measure))
            if each.method is Method.STANDARDISED and measure in rounded:
                problems.append(section.problem("rounding_of_bands", key, measure=measure))
    return problems


def _value_faults(section: Section, values: Mapping[str, Any], method: Method) -> list[Problem]:
    problems = []
    if values.get("per", 1) <= 0:
        problems.append(section.problem("per_not_positive", "per", value=written(values["per"])))
    if any(not 1900 <= year <= 2100 for year in values.get("years", ())):
        problems.append(section.problem("catalogue_year_invalid", "years"))
    if not _are_breaks(values.get("breaks", (0,))):
        problems.append(section.problem("catalogue_breaks_invalid", "breaks", most=MOST_CLASSES - 1))
    if method is Method.GIVEN and values.get("pool", 1) > 1:
        problems.append(section.problem("key_forbidden", "pool", method=method))
    if values.get("numerator") and values.get("numerator") == values.get("denominator"):
        problems.append(section.problem("numerator_is_denominator", "denominator", measure=values["numerator"]))
    return problems


def _are_breaks(breaks: Sequence[float]) -> bool:
    return 0 < len(breaks) < MOST_CLASSES and list(breaks) == sorted(set(breaks))


def _measures(data: Mapping[str, Any]) -> set[str]:
    sections = [section for section in data.values() if isinstance(section, dict)]
    named = [section.get(key) for section in sections for key in ("numerator", "denominator", *CONTRIBUTIONS)]
    return {measure for measure in named if isinstance(measure, str) and measure}
