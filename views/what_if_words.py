"""What a what-if changes against the county's rule, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from indicators.assumptions import weights_of
from indicators.attention import Rule
from texts.numbers import german_exact
from texts.rules import METHOD_NAMES
from views.what_if import parameters_of


def changes_in_words(rule: Rule, decided: Rule, names: Mapping[str, str]) -> str:
    """ "Mindestzahl 3 statt 4; Kennzahlen ohne Altersarmut"; names: indicator id → name."""
    told = []
    for parameter in parameters_of(decided):
        now, was = getattr(rule, parameter.field), getattr(decided, parameter.field)
        if now == was:
            continue
        if parameter.field == "weights":
            told.append(_weights(rule, decided, names))
        elif isinstance(now, tuple):
            told.append(f"{parameter.label} {_list(now, was, names)}")
        else:
            told.append(f"{parameter.label} {_value(parameter.field, now)} statt {_value(parameter.field, was)}")
    return "; ".join(each for each in told if each)


def _list(now: Sequence[str], was: Sequence[str], names: Mapping[str, str]) -> str:
    left, new = ([names[each] for each in first if each not in other] for first, other in ((was, now), (now, was)))
    return " und ".join(f"{word} {', '.join(group)}" for word, group in (("ohne", left), ("mit", new)) if group)


def _weights(rule: Rule, decided: Rule, names: Mapping[str, str]) -> str:
    pairs = zip(rule.inputs, *(weights_of(rule.inputs, each.weights) for each in (rule, decided)), strict=True)
    return ", ".join(
        f"Gewicht von {names[name]} {german_exact(now)} statt {german_exact(was)}"
        for name, now, was in pairs
        if now != was
    )


def _value(field: str, value: Any) -> str:
    if field == "method":
        return METHOD_NAMES[value]
    if field == "false_discovery":
        return f"{german_exact(round(100 * value, 4))} %"
    return f"{german_exact(value)} %" if field == "confidence" else german_exact(value)
