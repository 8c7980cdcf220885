"""The map of an attention rule's result through its years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.attention import Attention
from indicators.composite import Status
from indicators.intervals import normal_quantile
from monitor.attention import indicators_of
from monitor.release import Release
from monitor.results import reasons_in_words
from texts.numbers import german
from texts.rules import RULE_NAMES
from ui.colours import class_colours
from ui.data import Content, rule_result
from ui.flags import flag_string
from ui.map.layer import FLAGGED, MISSING, AreaText, Card, Layer, LegendEntry, YearTexts

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


def attention_layer(shown: Content, level: str, rule: str, years: Sequence[int]) -> Layer:
    """The areas by index of a rule, flagged ones marked, with their reasons. Areas in feature order."""
    release = shown.release
    names = _class_names(release, rule)
    spec = release.level(level)

    def found(position: int) -> Attention:
        return rule_result(shown, level, years[position], rule)

    return Layer(
        key=(shown.state, "attention", level, rule, tuple(years)),
        name="Gründe",
        heading=f"Besonderer Aufmerksamkeitsbedarf ({RULE_NAMES[rule]})",
        labels=[str(year) for year in years],
        colours=class_colours(len(names), polarity=-1),
        legend=[*(LegendEntry(str(number), name) for number, name in enumerate(names)), *ALWAYS],
        unit=(spec.name, spec.plural),
        classes=lambda position: _classes(release, rule, found(position), shown.ids(level)),
        flags=lambda position: flag_string(found(position), shown.ids(level)),
        texts=lambda position: _texts(shown, level, years[position], rule, found(position)),
    )


def _class_names(release: Release, rule: str) -> list[str]:
    if rule == "mss":
        return [f"Status {status}" for status in Status]
    if rule == "significance":
        return SECURED
    return _count_classes(release.county.attention.county.k, len(indicators_of(release, "county")))[1]


def _classes(release: Release, rule: str, found: Attention, ids: Sequence[str]) -> str:
    table = found.table.reindex(list(ids))
    if rule == "mss":
        order = [str(status) for status in Status]
        return "".join(str(order.index(each)) if each else MISSING for each in table["status"])
    bounds: list[float] = [*SECURED_BOUNDS]
    if rule == "county":
        bounds = [*_count_classes(release.county.attention.county.k, len(indicators_of(release, "county")))[0]]
    counted = np.searchsorted(bounds, table["index"].fillna(0), side="left").astype(str)
    return "".join(np.where(table["evaluated"].astype(bool), counted, MISSING))


def _count_classes(k: int, indicators: int) -> tuple[list[int], list[str]]:
    """Upper bounds and names: none, one to k − 1 (in two classes where there is room), k and more."""
    middle = [(k - 1) // 2, k - 1] if k > 2 else [k - 1]
    bounds = [0, *(bound for bound in middle if bound > 0), indicators]
    starts = [bound + 1 for bound in bounds[:-1]]
    ranges = [f"{low}" if low == high else f"{low} bis {high}" for low, high in zip(starts, bounds[1:], strict=True)]
    return bounds, [f"{each} Kennzahl{'' if each in ('keine', '1') else 'en'} ungünstig" for each in ("keine", *ranges)]


def _texts(shown: Content, level: str, year: int, rule: str, found: Attention) -> YearTexts:
    release, ids = shown.release, shown.ids(level)
    words = reasons_in_words(release, level, year, rule, found, most=None)
    total = len(indicators_of(release, rule))
    index = {area: number for number, area in enumerate(ids)}
    cards = [Card(index[area], words[area].split("; ")) for area in found.worst_first().index]
    return YearTexts([_tooltip(found, rule, area, words[area], total) for area in ids], cards=cards)


def _tooltip(found: Attention, rule: str, area: str, words: str, total: int) -> AreaText:
    row = found.table.loc[area]
    if not row["evaluated"]:
        return AreaText(reason=words)
    if rule == "mss":
        dynamics = f", Dynamik {row['dynamics']}" if row["dynamics"] else ""
        return AreaText(value=_first(words), comparison=f"Status {row['status']}{dynamics}")
    if rule == "significance":
        return AreaText(value=_first(words), comparison=f"Abstand vom Kreis: {german(row['index'])} Standardfehler")
    return AreaText(value=_first(words), comparison=f"{int(row['index'])} von {total} Kennzahlen ungünstig")


def _first(words: str, most: int = 3) -> str:
    return "; ".join(words.split("; ")[:most])
