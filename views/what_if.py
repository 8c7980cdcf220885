"""A rule of the county with other parameters, read from a link and written into one; nothing in a link is trusted.

What is as county.toml has it stands in no link, so that the link to the decided procedure follows its changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, NamedTuple

from indicators.attention import Rule
from indicators.mss_rule import MssRule
from monitor.attention import possible_changes, possible_indicators, rule_of
from monitor.release import Release
from views.wanted import Wanted

MARK = "waswaerewenn"  # stands in the link, so that it can be seen there too
NO_INDICATOR = "ohne"
AS_DECIDED = "wie vom Kreis festgelegt"
LEAST_WEIGHT, MOST_WEIGHT = 0.25, 4.0
LEAST_BORDER, MOST_BORDER = 0.1, 3.0  # of status and dynamics, in SD
CONFIDENCES = (95.0, 99.8)
METHODS = ("confidence", "bh")
FALSE_DISCOVERIES = (0.01, 0.05, 0.1, 0.2)
A_NUMBER = re.compile(r"\d{1,2}(\.\d{1,2})?", re.ASCII)


class Possible(NamedTuple):
    """The county's rule, and the indicators that it and its dynamics could be made of."""

    rule: Rule
    indicators: tuple[str, ...]
    changes: tuple[str, ...]


class Parameter(NamedTuple):
    """One parameter of a rule in the link. label: in notices. read: text → value, None where there is no such value."""

    param: str
    field: str
    label: str
    read: Callable[[str, Possible], Any]
    write: Callable[[Any, Any], str]


class WhatIf(NamedTuple):
    """rule: with other parameters, None where all are as decided. gone: what the link asks for and does not exist."""

    rule: Rule | None
    gone: tuple[tuple[Parameter, str], ...] = ()


def possible_of(release: Release, level: str, rule: str) -> Possible:
    chosen = rule_of(release, rule)
    changes = possible_changes(release, level, chosen) if isinstance(chosen, MssRule) else ()
    return Possible(chosen, possible_indicators(release, level, chosen), changes)


def read_what_if(release: Release, level: str, rule: str, source: Wanted) -> WhatIf:
    """The rule of that name as a link changes it."""
    asked = [(each, text) for each in parameters_of(rule_of(release, rule)) if (text := source(each.param))]
    if not asked:
        return WhatIf(None)
    possible = possible_of(release, level, rule)
    values = [(each, text, each.read(text, possible)) for each, text in asked]
    changed = _consistent(possible.rule, {each.field: value for each, _, value in values if value is not None})
    gone = tuple((each, text) for each, text, _ in values if each.field not in changed)
    made = _fitting(replace(possible.rule, **changed), possible.rule)
    return WhatIf(None if made == possible.rule else made, gone)


def what_if_link(rule: Rule | None, decided: Rule) -> dict[str, str]:
    """The parameters of the link in which the rule differs; `read_what_if` makes the same rule of them."""
    if rule is None:
        return {}
    changed = {
        each.param: each.write(getattr(rule, each.field), getattr(decided, each.field))
        for each in parameters_of(decided)
        if getattr(rule, each.field) != getattr(decided, each.field)
    }
    return {MARK: "ja", **{param: text for param, text in changed.items() if text}}


def with_value(possible: Possible, rule: Rule, field: str, value: Any) -> Rule:
    """The rule with one parameter changed by hand; what no longer fits it goes along."""
    if field in ("indicators", "status"):
        value = tuple(name for name in possible.indicators if name in value) or getattr(possible.rule, field)
    if field == "dynamics":
        value = tuple(name for name in possible.changes if name in value)
    along = {"low": "very_low", "very_low": "low"}.get(field, "")
    changed = {field: value}
    if along and (getattr(rule, along) < value) == (field == "low"):
        changed[along] = value
    return _fitting(replace(rule, **changed), possible.rule)


def parameters_of(rule: Rule) -> list[Parameter]:
    known = {each.name for each in fields(rule)}
    return [each for each in PARAMETERS if each.field in known]


def weights_text(weights: Mapping[str, float], decided: Mapping[str, float]) -> str:
    """ "A1 2;G1 0.5": the weights that are not as decided; those that are named nowhere are 1."""
    names = dict.fromkeys((*decided, *weights))
    changed = {name: weights.get(name, 1.0) for name in names if weights.get(name, 1.0) != decided.get(name, 1.0)}
    return ";".join(f"{name} {weight:g}" for name, weight in changed.items())


def _consistent(decided: Rule, changed: dict[str, Any]) -> dict[str, Any]:
    """Without borders that exclude each other: "very low" cannot begin before "low"."""
    border = {name: changed.get(name, getattr(decided, name, 0.0)) for name in ("low", "very_low")}
    if border["low"] <= border["very_low"]:
        return changed
    return {name: value for name, value in changed.items() if name not in border}


def _fitting(made: Any, decided: Any) -> Rule:
    """The parameters fitted to the indicators that are left: no more than all of them, no weight of another one."""
    if hasattr(made, "k"):
        return replace(made, k=min(made.k, len(made.indicators)))
    weights = {name: weight for name, weight in made.weights if name in made.inputs and weight != 1}
    same = weights == {name: weight for name, weight in decided.weights if name in made.inputs and weight != 1}
    unchanged = same and set(decided.inputs) == set(made.inputs)
    ordered = tuple((name, weights[name]) for name in made.inputs if name in weights)
    return replace(made, weights=decided.weights if unchanged else ordered)


# Reading and writing


def _indicators(text: str, known: tuple[str, ...], *, none: bool = False) -> tuple[str, ...] | None:
    """In the order of `known`, so that the same ones always make the same rule. none: there may be none at all."""
    asked = text.split(",") if text != NO_INDICATOR or not none else []
    if not set(asked) <= set(known) or len(set(asked)) < len(asked):
        return None
    return tuple(name for name in known if name in asked)


def _weights(text: str, possible: Possible) -> tuple[tuple[str, float], ...] | None:
    found = dict(possible.rule.weights)
    for part in text.split(";"):
        name, _, number = part.rpartition(" ")
        weight = _number(number, LEAST_WEIGHT, MOST_WEIGHT)
        if weight is None or name not in {*possible.indicators, *possible.changes}:
            return None
        found[name] = weight
    return tuple(found.items())


def _number(text: str, least: float, most: float) -> float | None:
    if not A_NUMBER.fullmatch(text):
        return None
    return float(text) if least <= float(text) <= most else None


def _one_of(known: Sequence[float]) -> Callable[[str, Possible], float | None]:
    return lambda text, _: next((each for each in known if f"{each:g}" == text), None)


def _border(text: str, _: Possible) -> float | None:
    return _number(text, LEAST_BORDER, MOST_BORDER)


def _k(text: str, possible: Possible) -> int | None:
    found = _number(text, 1, len(possible.indicators))
    return int(found) if found is not None and found == int(found) else None


def _list_text(value: tuple[str, ...], _: object) -> str:
    return ",".join(value) or NO_INDICATOR


def _number_text(value: float, _: object) -> str:
    return f"{value:g}"


PARAMETERS = (
    Parameter("kennzahlen", "status", "Kennzahlen", lambda text, p: _indicators(text, p.indicators), _list_text),
    Parameter("kennzahlen", "indicators", "Kennzahlen", lambda text, p: _indicators(text, p.indicators), _list_text),
    Parameter(
        "dynamik",
        "dynamics",
        "Kennzahlen der Dynamik",
        lambda text, p: _indicators(text, p.changes, none=True),
        _list_text,
    ),
    Parameter("k", "k", "Mindestzahl", _k, _number_text),
    Parameter("pruefung", "method", "Prüfung", lambda text, _: text if text in METHODS else None, lambda text, _: text),
    Parameter("sicherheit", "confidence", "Sicherheit", _one_of(CONFIDENCES), _number_text),
    Parameter("zufall", "false_discovery", "Anteil des Zufalls", _one_of(FALSE_DISCOVERIES), _number_text),
    Parameter("niedrig", "low", "Grenze „niedrig“", _border, _number_text),
    Parameter("sehrniedrig", "very_low", "Grenze „sehr niedrig“", _border, _number_text),
    Parameter("negativ", "negative", "Grenze „negativ“", _border, _number_text),
    Parameter("gewichte", "weights", "Gewichte", _weights, lambda now, decided: weights_text(dict(now), dict(decided))),
)
WHAT_IF_PARAMETERS = (MARK, *dict.fromkeys(each.param for each in PARAMETERS))
