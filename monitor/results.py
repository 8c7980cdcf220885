"""Result tables with German headings: what downloads and the command line write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from indicators.assumptions import Assumptions
from indicators.attention import Attention, Rule
from indicators.certainty import Certainty
from indicators.mss_rule import MssRule
from indicators.signs import Sign
from monitor.assumption_names import names_of
from monitor.attention import attention, certainty, hidden_of, indicators_of, is_decided, kind_of, missing_of, rule_of
from monitor.backcast import recalculated
from monitor.changes import change_table
from monitor.release import Release
from monitor.targets import against_target
from monitor.trends import trends
from texts.attention import KINDS
from texts.backcast import cut_words
from texts.comparison import comparison_words
from texts.reasons import reason
from texts.rules import INFLUENCES
from texts.signs import SYMBOL
from texts.target import target_words
from texts.trend import trend_words

NUMBERS = {
    "count": "zaehler",
    "base": "nenner",
    "value": "wert",
    "lower95": "unten95",
    "upper95": "oben95",
    "lower998": "unten998",
    "upper998": "oben998",
}


def value_rows(release: Release, level: str, year: int, indicators: Iterable[str]) -> pd.DataFrame:
    """One row per area and indicator: gebiet, indikator, jahr, the numbers, vergleich, zielwert, trend, zeichen and
    zuschnitt ("zurückgerechnet" where the area was drawn in a later year, see `backcast.recalculated`) and freigabe (see
    `Release.number`)."""
    return pd.concat([_of_indicator(release, level, year, each) for each in indicators], ignore_index=True)


def _of_indicator(release: Release, level: str, year: int, indicator: str) -> pd.DataFrame:
    table = release.table(level, indicator, year)
    polarity = release.catalogue[indicator].polarity
    rows = table[list(NUMBERS)].rename(columns=NUMBERS).reset_index(names="gebiet")
    rows.insert(1, "indikator", indicator)
    rows.insert(2, "jahr", year)
    rows["geglaettet"] = table["smoothed"].to_numpy()
    rows["vergleich"] = [comparison_words(code, polarity) for code in table["comparison"]]
    rows["zielwert"] = [target_words(code) for code in against_target(release, level, indicator, year)]
    rows["trend"] = [trend_words(code, polarity) for code in trends(release, level, indicator)[year]]
    rows["zeichen"] = [SYMBOL[Sign(sign)] for sign in table["sign"]]
    rows["zuschnitt"] = _cut(release, level, [indicator], [year])
    rows["freigabe"] = release.number
    return rows


def _cut(release: Release, level: str, indicators: Iterable[str], years: list[int]) -> list[str]:
    """Area by area, whether one of the values is back-calculated."""
    found = [recalculated(release, level, each)[years].any(axis=1).to_numpy() for each in indicators]
    return [cut_words(bool(each)) for each in np.any(found, axis=0)]


def change_rows(release: Release, level: str, year: int, since: int, indicator: str) -> pd.DataFrame:
    """One row per area: gebiet, indikator, von_jahr, bis_jahr, the change with its limits, gesichert, zeichen, zuschnitt
    (as in `value_rows`, of either year) and freigabe."""
    table = change_table(release, level, indicator, year, since)
    names = {
        "value": "veraenderung",
        **{name: NUMBERS[name] for name in ("lower95", "upper95", "lower998", "upper998")},
    }
    rows = table[list(names)].rename(columns=names).reset_index(names="gebiet")
    for position, (name, value) in enumerate({"indikator": indicator, "von_jahr": since, "bis_jahr": year}.items(), 1):
        rows.insert(position, name, value)
    verdict = {(True, True): "ja", (False, True): "nein"}
    rows["gesichert"] = [verdict.get(pair, "") for pair in zip(table["secured"], table["tested"], strict=True)]
    rows["zeichen"] = [SYMBOL[Sign(sign)] for sign in table["sign"]]
    rows["zuschnitt"] = _cut(release, level, [indicator], [since, year])
    rows["freigabe"] = release.number
    return rows


def attention_rows(
    release: Release,
    level: str,
    year: int,
    rule: str | Rule,
    draws: int | None = None,
    assumptions: Assumptions | None = None,
    found: Attention | None = None,
    sure: Certainty | None = None,
) -> pd.DataFrame:
    """One row per area: gebiet, index, status, dynamik, auffaellig ("ja"/"nein"/"nicht bewertet"), abstand, gruende,
    verfahren (version of the decided method), verfahrensart (one of `texts.attention.KINDS`) and zuschnitt (as in
    `value_rows`, of any of the rule's values of the year). With a number of draws, or
    the certainty itself, also wahrscheinlichkeit, sicherheit, rang_von, rang_bis, einfluss (what would change the
    verdict first) and annahmen (what varies between the draws, see `assumption_names`; None: what is usual). found, sure:
    result and certainty, where they are known already.
    """
    found = found or attention(release, level, year, rule)
    if sure is None and draws is not None:
        sure = certainty(release, level, year, rule, draws, assumptions=assumptions, found=found)
    words = reasons_in_words(release, level, year, rule, found, most=None)
    table = found.table
    return pd.DataFrame(
        {
            "gebiet": table.index,
            "index": table["index"].to_numpy(),
            "status": table["status"].to_numpy(),
            "dynamik": table["dynamics"].to_numpy(),
            "auffaellig": [_verdict(row.evaluated, row.flagged) for row in table.itertuples()],
            "abstand": table["distance"].to_numpy(),
            **({} if sure is None else _certainty_columns(sure)),
            **({} if sure is None else {"annahmen": ",".join(names_of(assumptions or Assumptions(), found.rule))}),
            "gruende": [words[area] for area in table.index],
            "verfahren": str(found.rule.version) if is_decided(release, rule) else "",
            "verfahrensart": KINDS[kind_of(release, rule)],
            "zuschnitt": _cut(release, level, found.rule.indicators, [year]),
            "freigabe": release.number,
        }
    )


def _certainty_columns(sure: Certainty) -> dict[str, Any]:
    table = sure.table
    return {
        "wahrscheinlichkeit": table["probability"].to_numpy(),
        "sicherheit": table["word"].to_numpy(),
        "rang_von": table["rank_lower"].to_numpy(),
        "rang_bis": table["rank_upper"].to_numpy(),
        "einfluss": [INFLUENCES[each] for each in table["influence"]],
    }


def reasons_in_words(
    release: Release, level: str, year: int, rule: str | Rule, found: Attention, most: int | None = 3
) -> dict[str, str]:
    """Area id → what speaks for its flag, strongest first; for an area that is not evaluated, why not; else ""."""
    indicators = indicators_of(release, rule)
    values = pd.DataFrame({each: release.table(level, each, year)["value"] for each in indicators})
    benchmarks = {each: float(release.benchmark(each, year, level)["value"]) for each in indicators}
    whole = release.whole.name

    def in_words(area: str) -> str:
        if not found.table.loc[area, "evaluated"]:
            return why_not_judged(release, level, year, rule, area)
        if not found.table.loc[area, "flagged"]:
            return ""
        strongest = found.reasons(area, most or len(indicators))
        return "; ".join(
            reason(release.catalogue[each], float(values.loc[area, each]), benchmarks[each], whole)
            for each in strongest
        )

    return {area: in_words(area) for area in found.table.index}


def not_evaluable(release: Release, level: str, year: int, rule: str | Rule, area: str) -> tuple[list[str], list[str]]:
    """Names of the rule's indicators that are hidden, and of those that are missing, for one area."""
    indicators = indicators_of(release, rule)
    hidden = hidden_of(release, level, year, indicators).loc[area]
    missing = missing_of(release, level, year, indicators).loc[area]
    names = [release.catalogue[each].name for each in indicators]
    return (
        [name for name, is_hidden in zip(names, hidden, strict=True) if is_hidden],
        [name for name, is_missing in zip(names, missing, strict=True) if is_missing],
    )


def why_not_judged(release: Release, level: str, year: int, rule: str | Rule, area: str) -> str:
    """ "nicht bewertet: es fehlt Kinderarmut", for an area that a rule has not judged."""
    minimum = release.county.protection.minimum_inhabitants
    inhabitants = release.inhabitants(level, year)[area]
    if not inhabitants >= minimum:
        return f"nicht bewertet: weniger als {minimum} Einwohnerinnen und Einwohner"
    chosen = rule_of(release, rule)
    if isinstance(chosen, MssRule) and area in chosen.outliers:
        return "nicht bewertet: namentlich ausgenommen"
    missing = not_evaluable(release, level, year, rule, area)[1]
    return f"nicht bewertet: es fehlt {', '.join(missing)}" if missing else "nicht bewertet"


def _verdict(evaluated: bool, flagged: bool) -> str:
    if not evaluated:
        return "nicht bewertet"
    return "ja" if flagged else "nein"
