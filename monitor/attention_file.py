"""The attention rules of county.toml: read, and checked against the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.catalogue import Indicator, Method
from monitor.county import AttentionSpec, CountyRuleSpec, MssSpec
from monitor.toml_fields import Field, Section, checked, closest
from monitor.toml_text import TomlText
from problem import Problem, Severity

ATTENTION = {
    "rule": Field(choices=("county", "mss")),
    "decided_by": Field(),
    "decided_on": Field(),
    "county": Field("section"),
    "mss": Field("section"),
}
COUNTY_RULE = {
    "indicators": Field("texts", required=True),
    "k": Field("whole", required=True, least=1),
    "confidence": Field("number", choices=(95, 99.8)),
}
MSS_RULE = {
    "status": Field("texts", required=True),
    "dynamics": Field("texts"),
    "dynamics_years": Field("whole", least=0, most=50),
    "outliers": Field("texts"),
}
LISTS = (("attention.county", "indicators"), ("attention.mss", "status"), ("attention.mss", "dynamics"))
WITH_INTERVAL = (Method.PROPORTION, Method.RATE, Method.STANDARDISED)


def read_attention(section: Section, values: Mapping[str, Any]) -> tuple[AttentionSpec, list[Problem]]:
    """The rules from the checked values of [attention]; a rule without a section has no indicators."""
    county, problems = _rule(section, values, "county", COUNTY_RULE, CountyRuleSpec)
    mss, found = _rule(section, values, "mss", MSS_RULE, MssSpec)
    problems += found
    described = [name for name in ("county", "mss") if name in values]
    rule = values.get("rule", described[0] if described else "county")
    if rule not in described and "rule" in values:
        problems.append(section.problem("rule_without_section", "rule", rule=rule))
    if county.indicators and county.k > len(county.indicators):
        place = Section(section.source, "attention.county", {})
        problems.append(place.problem("k_above_indicators", "k", k=county.k, count=len(county.indicators)))
    texts = {name: values[name] for name in ("decided_by", "decided_on") if name in values}
    return AttentionSpec(rule=rule, county=county, mss=mss, **texts), problems


def _rule(
    section: Section, values: Mapping[str, Any], name: str, fields: Mapping[str, Field], make: type[Any]
) -> tuple[Any, list[Problem]]:
    if name not in values:
        return make(), []
    found, problems = checked(Section(section.source, f"attention.{name}", values[name]), fields)
    return make(**found), problems


def check_attention(
    attention: AttentionSpec, source: TomlText, catalogue: Mapping[str, Indicator], headings: set[str]
) -> list[Problem]:
    """Indicators of the rules against the catalogue. headings: all sections of the catalogue, faulty ones too."""
    lists = (attention.county.indicators, attention.mss.status, attention.mss.dynamics)
    problems: list[Problem] = []
    for (name, key), indicators in zip(LISTS, lists, strict=True):
        section = Section(source, name, {})
        problems += _named_wrongly(section, key, indicators, headings)
        problems += [
            section.problem("attention_without_polarity", key, indicator=each)
            for each in indicators
            if each in catalogue and catalogue[each].polarity == 0
        ]
    return problems + _without_interval(attention.county, source, catalogue)


def _named_wrongly(section: Section, key: str, indicators: tuple[str, ...], headings: set[str]) -> list[Problem]:
    known = ", ".join(sorted(headings))
    unknown = [
        section.problem(
            "indicator_unknown", key, indicator=each, known=known, suggestion=closest(each, sorted(headings))
        )
        for each in indicators
        if each not in headings
    ]
    twice = sorted({each for each in indicators if indicators.count(each) > 1})
    return unknown + [section.problem("indicator_twice", key, indicator=each) for each in twice]


def _without_interval(rule: CountyRuleSpec, source: TomlText, catalogue: Mapping[str, Indicator]) -> list[Problem]:
    """The county rule asks for secured deviations: an indicator without an interval can never count there."""
    never = [each for each in rule.indicators if each in catalogue and catalogue[each].method not in WITH_INTERVAL]
    line = source.line("attention.county", "indicators")
    return [
        Problem("attention_without_interval", Severity.WARNING, source.file, line, facts={"indicator": each})
        for each in never
    ]
