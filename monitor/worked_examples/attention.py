"""Examples of the attention rules and of how sure they are."""

from __future__ import annotations

import pandas as pd

from indicators.deviations import deviations
from indicators.significance_rule import SignificanceRule
from monitor.attention import attention, certainty, rule_of, rule_years, rules_of, side_by_side
from monitor.attention_evidence import evidence_of
from monitor.release import Release
from monitor.worked_examples.case import Example, NoExample, middle
from texts.attention import NO_RULE
from texts.numbers import german, german_int
from texts.reasons import with_unit
from texts.rules import DISTANCE_UNITS, INFLUENCES, RULE_NAMES

NO_AREAS = "Es gibt keine Gebiete, die nach dieser Regel bewertet werden."


def rules(release: Release, _chosen: str) -> Example:
    """How many areas each rule flags, and how far they agree."""
    known = rules_of(release)
    if not known:
        raise NoExample(NO_RULE)
    level = release.finest
    years = [year for year in release.years if all(year in rule_years(release, level.id, rule) for rule in known)]
    if not years:
        raise NoExample(NO_AREAS)
    found = side_by_side(release, level.id, years[-1])
    table = pd.DataFrame(
        {
            "Regel": [RULE_NAMES[name] for name in known],
            f"hervorgehobene {level.plural}": [german_int(found[name].sum()) for name in known],
            "Abstand in": [DISTANCE_UNITS[name] for name in known],
        }
    )
    together = german_int((found["flagged_by"] == len(known)).sum())
    some = german_int((found["flagged_by"] > 0).sum())
    return Example(
        (f"{years[-1]}: {some} von {len(found)} Gebieten hebt mindestens eine Regel hervor, {together} alle.",), table
    )


def pooled(release: Release, _chosen: str) -> Example:
    """The deviations of one area, and what they are together."""
    rule = rule_of(release, "significance")
    level, year = release.finest.id, _year(release, "significance")
    assert isinstance(rule, SignificanceRule)
    found = attention(release, level, year, rule)
    judged = found.table[found.table["evaluated"]]
    if judged.empty:
        raise NoExample(NO_AREAS)
    evidence, area = evidence_of(release, level, year, rule), middle(judged["index"])
    single = deviations(evidence.only(rule.considered(evidence)))
    table = pd.DataFrame(
        {
            "Kennzahl": [release.catalogue[each].name for each in rule.indicators],
            "Wert": [with_unit(release.catalogue[each], evidence.values.loc[area, each]) for each in rule.indicators],
            release.whole.name: [
                with_unit(release.catalogue[each], evidence.benchmark[each]) for each in rule.indicators
            ],
            "Abstand (z)": [german(single.loc[area, each], 2) for each in rule.indicators],
        }
    )
    said = "hervorgehoben" if judged.loc[area, "flagged"] else "nicht hervorgehoben"
    together = german(judged.loc[area, "index"], 2)
    return Example((f"{release.hierarchy.names[area]} {year}: gemeinsamer Abstand {together}, {said}.",), table)


def sure(release: Release, _chosen: str) -> Example:
    """The areas nearest to the border of the decided rule."""
    decided = next(iter(rules_of(release)), "")
    name = release.county.attention.rule if release.county.attention.rule in rules_of(release) else decided
    if not name:
        raise NoExample(NO_RULE)
    level, year = release.finest.id, _year(release, name)
    found, how_sure = attention(release, level, year, name), certainty(release, level, year, name)
    near = found.table["distance"].abs().sort_values(kind="stable").dropna().index[:5]
    if near.empty:
        raise NoExample(NO_AREAS)
    both = found.table.join(how_sure.table).loc[near]
    table = pd.DataFrame(
        {
            "Gebiet": [release.hierarchy.names[area] for area in near],
            "hervorgehoben": ["ja" if flagged else "nein" for flagged in both["flagged"]],
            "Abstand": [german(each, 2) for each in both["distance"]],
            "Wahrscheinlichkeit": [f"{german(each * 100, 0)} %" for each in both["probability"]],
            "Urteil": both["word"].tolist(),
            "Rang": [
                f"{german_int(low)} bis {german_int(high)}" for low, high in both[["rank_lower", "rank_upper"]].values
            ],
            "Einfluss": [INFLUENCES[each] for each in both["influence"]],
        }
    )
    return Example((f"{RULE_NAMES[name]} {year}: die Gebiete, die der Grenze am nächsten liegen.",), table)


def _year(release: Release, rule: str) -> int:
    if release.finest == release.whole or not rule_of(release, rule).indicators:
        raise NoExample(NO_RULE)
    years = rule_years(release, release.finest.id, rule)
    if not years:
        raise NoExample(NO_AREAS)
    return years[-1]
