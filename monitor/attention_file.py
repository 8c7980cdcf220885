"""The attention rules of county.toml: read, and checked against the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from indicators.catalogue import Indicator, Method
from indicators.county_rule import CountyRule
from indicators.mss_rule import MssRule
from indicators.significance_rule import SignificanceRule
from monitor.county import AttentionSpec
from monitor.toml_fields import KINDS, Field, Section, checked, closest, written
from monitor.toml_text import TomlText
from problem import Problem, Severity

ATTENTION = {
    "rule": Field(choices=("county", "mss", "significance")),
    "decided_by": Field(),
    "decided_on": Field(),
    "version": Field("whole", least=1, most=9999),
    "county": Field("section"),
    "mss": Field("section"),
    "significance": Field("section"),
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
    "weights": Field("section"),
}
SIGNIFICANCE_RULE = {
    "indicators": Field("texts", required=True),
    "method": Field(choices=("confidence", "bh")),
    "confidence": Field("number", choices=(95, 99.8)),
    "false_discovery": Field("number", least=0.001, most=0.5),
    "weights": Field("section"),
}
MADE_OF = {
    "county": (COUNTY_RULE, CountyRule),
    "mss": (MSS_RULE, MssRule),
    "significance": (SIGNIFICANCE_RULE, SignificanceRule),
}
LISTS = (
    ("attention.county", "indicators"),
    ("attention.mss", "status"),
    ("attention.mss", "dynamics"),
    ("attention.significance", "indicators"),
)
WITH_INTERVAL = (Method.PROPORTION, Method.RATE, Method.STANDARDISED)


def read_attention(section: Section, values: Mapping[str, Any]) -> tuple[AttentionSpec, list[Problem]]:
    """The rules from the checked values of [attention]; a rule without a section has no indicators."""
    rules, problems = {}, []
    for name in MADE_OF:
        rules[name], found = _rule(section, values, name)
        problems += found
    described = [name for name in MADE_OF if name in values]
    rule = values.get("rule", described[0] if described else "county")
    if rule not in described and "rule" in values:
        problems.append(section.problem("rule_without_section", "rule", rule=rule))
    county = rules["county"]
    if county.indicators and county.k > len(county.indicators):
        place = Section(section.source, "attention.county", {})
        problems.append(place.problem("k_above_indicators", "k", k=county.k, count=len(county.indicators)))
    plain = {name: values[name] for name in ("decided_by", "decided_on", "version") if name in values}
    return AttentionSpec(rule=rule, **rules, **plain), problems


def _rule(section: Section, values: Mapping[str, Any], name: str) -> tuple[Any, list[Problem]]:
    """The rule of a section with the method's version, with default values where they are faulty."""
    fields, make = MADE_OF[name]
    version = {"version": values["version"]} if "version" in values else {}
    if name not in values:
        return make(**version), []
    own = Section(section.source, f"attention.{name}", values[name])
    found, problems = checked(own, fields)
    if "false_discovery" in found and own.data.get("method", "confidence") == "confidence":
        problems.append(own.problem("key_alone", "false_discovery", needed='method = "bh"'))
    weights = found.pop("weights", {})
    made = make(**found, **version)
    if faults := _weight_faults(own, made.inputs, weights):
        return made, problems + faults
    return (replace(made, weights=tuple(weights.items())) if weights else made), problems


def _weight_faults(section: Section, inputs: tuple[str, ...], weights: Mapping[str, Any]) -> list[Problem]:
    known = ", ".join(inputs)
    return [
        section.problem("weight_of_other", "weights", indicator=name, known=known, suggestion=closest(name, inputs))
        for name in weights
        if name not in inputs
    ] + [
        section.problem("weight_not_positive", "weights", indicator=name, value=written(weight))
        for name, weight in weights.items()
        if not (KINDS["number"](weight) and weight > 0)
    ]


def check_attention(
    attention: AttentionSpec, source: TomlText, catalogue: Mapping[str, Indicator], headings: set[str]
) -> list[Problem]:
    """Indicators of the rules against the catalogue. headings: all sections of the catalogue, faulty ones too."""
    lists = (
        attention.county.indicators,
        attention.mss.status,
        attention.mss.dynamics,
        attention.significance.indicators,
    )
    problems: list[Problem] = []
    for (name, key), indicators in zip(LISTS, lists, strict=True):
        section = Section(source, name, {})
        problems += _named_wrongly(section, key, indicators, headings)
        problems += [
            section.problem("attention_without_polarity", key, indicator=each)
            for each in indicators
            if each in catalogue and catalogue[each].polarity == 0
        ]
    return problems + _without_interval(attention, source, catalogue)


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


def _without_interval(attention: AttentionSpec, source: TomlText, catalogue: Mapping[str, Indicator]) -> list[Problem]:
    """Without an interval nothing is secured: the county rule never counts such an indicator, the significance rule could
    judge no area at all."""

    def never(indicators: tuple[str, ...]) -> list[str]:
        return [each for each in indicators if each in catalogue and catalogue[each].method not in WITH_INTERVAL]

    line = source.line("attention.county", "indicators")
    section = Section(source, "attention.significance", {})
    return [
        Problem("attention_without_interval", Severity.WARNING, source.file, line, facts={"indicator": each})
        for each in never(attention.county.indicators)
    ] + [
        section.problem("significance_without_interval", "indicators", indicator=each)
        for each in never(attention.significance.indicators)
    ]
