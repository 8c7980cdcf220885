"""The map of how many of the county's rules flag an area, through the years."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.attention import Rule, agreement
from monitor.attention import rule_of, rules_of
from texts.attention import capitalised, rules_words
from views.attention_layer import ALWAYS, attention_layer, heading_of
from views.colours import class_colours
from views.content import Content
from views.layer import MISSING, AreaText, Layer, LegendEntry, YearTexts
from views.rules import result_or_none


def agreement_layer(shown: Content, level: str, rule: str | Rule, years: Sequence[int]) -> Layer:
    """As `attention_layer` of the rule, but coloured by how many of the county's rules flag an area."""
    release, ids = shown.release, shown.ids(level)
    own = attention_layer(shown, level, rule, years)
    of = len(rules_of(release))
    entries = [LegendEntry(str(number), capitalised(rules_words(number, of))) for number in range(of + 1)]

    def texts(position: int) -> YearTexts:
        counted = agreed(shown, level, years[position])["flagged_by"]
        said = own.texts(position)
        areas = [_text(text, rules_words(int(counted[area]), of)) for text, area in zip(said.areas, ids, strict=True)]
        return said._replace(areas=areas)

    return Layer(
        key=(own.key, "agreement"),
        name=own.name,
        heading=f"Einigkeit der Regeln; umrandet: {heading_of(release, rule_of(release, rule))}",
        labels=own.labels,
        colours=class_colours(of + 1, polarity=-1),
        legend=[*entries, *ALWAYS],
        unit=own.unit,
        classes=lambda position: _classes(agreed(shown, level, years[position]), ids),
        flags=own.flags,
        texts=texts,
    )


def agreed(shown: Content, level: str, year: int) -> pd.DataFrame:
    """Table of `indicators.attention.agreement` of the county's rules; one that cannot be applied flags and judges nobody."""
    found = {name: result_or_none(shown, level, year, rule) for name, rule in rules_of(shown.release).items()}
    nobody = pd.DataFrame(0, index=shown.release.areas(level), columns=["flagged_by", "judged_by"])
    judged = {name: each for name, each in found.items() if each is not None}
    table = agreement(judged) if judged else nobody
    return table.assign(**{name: False for name, each in found.items() if each is None})


def _classes(table: pd.DataFrame, ids: Sequence[str]) -> str:
    table = table.reindex(list(ids))
    pairs = zip(table["flagged_by"], table["judged_by"], strict=True)
    return "".join(str(int(flagged)) if judged else MISSING for flagged, judged in pairs)


def _text(own: AreaText, words: str) -> AreaText:
    return own if own.reason else own._replace(comparison=f"{own.comparison}; hervorgehoben von: {words}")
