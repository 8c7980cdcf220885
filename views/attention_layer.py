"""The map of an attention rule's result through its years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.attention import Attention, Rule
from indicators.composite import Status
from indicators.county_rule import CountyRule
from indicators.intervals import normal_quantile
from monitor.attention import is_what_if, rule_of
from monitor.release import Release
from monitor.results import reasons_in_words
from texts.attention import KINDS, capitalised, strength_words
from texts.rules import RULE_NAMES
from views.colours import class_colours
from views.content import Content
from views.flags import flag_string
from views.layer import FLAGGED, MISSING, AreaText, Card, Layer, LegendEntry, YearTexts
from views.rules import result_or_none

ALWAYS = (
    LegendEntry(MISSING, "nicht bewertet", "missing"),
    LegendEntry(FLAGGED, "besonderer Aufmerksamkeitsbedarf", "flagged"),
)

SECURED = [
    "günstiger (99,8 %)",
    "günstiger (95 %)",
    "ähnlich wie der Kreis",
    "ungünstiger (95 %)",
    "ungünstiger (99,8 %)",
]
SECURED_BOUNDS = [sign * normal_quantile(level) for sign, level in ((-1, 0.998), (-1, 0.95), (1, 0.95), (1, 0.998))]


def attention_layer(shown: Content, level: str, rule: str | Rule, years: Sequence[int]) -> Layer:
    """The areas by index of a rule, flagged ones marked, with their reasons. Areas in feature order.

    rule: of the county by its name, or one with other parameters, which the heading then says.
    """
    chosen = rule_of(shown.release, rule)
    names = _class_names(chosen)
    spec = shown.release.level(level)

    def found(position: int) -> Attention | None:
        return result_or_none(shown, level, years[position], chosen)

    return Layer(
        key=(shown.state, "attention", level, repr(chosen), tuple(years)),
        name="Gründe",
        heading=heading_of(shown.release, chosen),
        labels=[str(year) for year in years],
        colours=class_colours(len(names), polarity=-1),
        legend=[*(LegendEntry(str(number), name) for number, name in enumerate(names)), *ALWAYS],
        unit=(spec.name, spec.plural),
        classes=lambda position: _classes(found(position), shown.ids(level)),
        flags=lambda position: flag_string(found(position), shown.ids(level)),
        texts=lambda position: _texts(shown, level, years[position], found(position)),
    )


def heading_of(release: Release, rule: Rule) -> str:
    """What stands above the map; a rule with other parameters is named as such."""
    heading = f"Besonderer Aufmerksamkeitsbedarf ({RULE_NAMES[rule.name]})"
    return f"{capitalised(KINDS['what_if'])}: {heading}" if is_what_if(release, rule) else heading


def _class_names(rule: Rule) -> list[str]:
    if isinstance(rule, CountyRule):
        return _count_classes(rule.k, len(rule.indicators))[1]
    return [f"Status {status}" for status in Status] if rule.name == "mss" else SECURED


def _classes(found: Attention | None, ids: Sequence[str]) -> str:
    if found is None:
        return MISSING * len(ids)
    table, rule = found.table.reindex(list(ids)), found.rule
    if rule.name == "mss":
        order = [str(status) for status in Status]
        return "".join(str(order.index(each)) if each else MISSING for each in table["status"])
    bounds: list[float] = [*SECURED_BOUNDS]
    if isinstance(rule, CountyRule):
        bounds = [*_count_classes(rule.k, len(rule.indicators))[0]]
    counted = np.searchsorted(bounds, table["index"].fillna(0), side="left").astype(str)
    return "".join(np.where(table["evaluated"].astype(bool), counted, MISSING))


def _count_classes(k: int, indicators: int) -> tuple[list[int], list[str]]:
    """Upper bounds and names: none, one to k − 1 (in two classes where there is room), k and more."""
    middle = [(k - 1) // 2, k - 1] if k > 2 else [k - 1]
    bounds = [0, *(bound for bound in middle if bound > 0), indicators]
    starts = [bound + 1 for bound in bounds[:-1]]
    ranges = [f"{low}" if low == high else f"{low} bis {high}" for low, high in zip(starts, bounds[1:], strict=True)]
    return bounds, [f"{each} Kennzahl{'' if each in ('keine', '1') else 'en'} ungünstig" for each in ("keine", *ranges)]


def _texts(shown: Content, level: str, year: int, found: Attention | None) -> YearTexts:
    release, ids = shown.release, shown.ids(level)
    if found is None:
        return YearTexts([AreaText(reason="nicht bewertet") for _ in ids])
    words = reasons_in_words(release, level, year, found.rule, found, most=None)
    index = {area: number for number, area in enumerate(ids)}
    cards = [Card(index[area], words[area].split("; ")) for area in found.worst_first().index]
    return YearTexts([_tooltip(found, area, words[area]) for area in ids], cards=cards)


def _tooltip(found: Attention, area: str, words: str) -> AreaText:
    if not found.table.loc[area, "evaluated"]:
        return AreaText(reason=words)
    return AreaText(value=_first(words), comparison=_comparison(found, area))


def _comparison(found: Attention, area: str) -> str:
    """In few different words: those of a year travel once with a code per area."""
    if found.rule.name == "significance":
        return (
            f"alle Kennzahlen zusammen: {SECURED[int(np.searchsorted(SECURED_BOUNDS, found.table.loc[area, 'index']))]}"
        )
    return strength_words(found, area)


def _first(words: str, most: int = 3) -> str:
    return "; ".join(words.split("; ")[:most])
