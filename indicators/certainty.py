"""How sure a flag is: in which share of the draws the rule would decide so, and what would change its mind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
import pandas as pd

from indicators.assumptions import KINDS, NOTHING, Assumptions, Vary, alternatives, decided, varied, weights_of
from indicators.attention import Attention, Rule
from indicators.evidence import Evidence
from indicators.flag_frequency import FIRST_DRAWS, FlagFrequency, flag_frequency
from indicators.ranks import rank_interval
from indicators.sampling import draws_of
from indicators.shapes import BoolArray, FloatArray

SURE = 0.95  # share of draws with the same verdict from which it is called "sicher"
LIKELY = 0.8  # and "wahrscheinlich"; below it lies "an der Grenze"
WORDS = ("sicher", "wahrscheinlich", "an der Grenze")
DRAWS = 1000


@dataclass(frozen=True)
class Certainty:
    """How sure a rule is of each area.

    table: index area; probability (share of draws in which it is flagged), word (of `WORDS`; "" where not evaluated), rank
    (1 = most unfavourable, by index), rank_lower and rank_upper (the middle 95 % of the draws), influence (the field
    of `Assumptions` that moves the flag most, "" where none does) and influence_share. NaN where not evaluated.
    influences: areas × assumptions the rule knows: share of the alternatives to this one assumption, all else as
    decided, in which the verdict is another.
    """

    rule: Rule
    assumptions: Assumptions
    draws: int
    seed: int
    table: pd.DataFrame
    influences: pd.DataFrame


def certainty_of(
    rule: Rule,
    evidence: Evidence,
    draws: int = DRAWS,
    seed: int = 1,
    assumptions: Assumptions | None = None,
    found: Attention | None = None,
) -> Certainty:
    """Certainty of a rule's verdict on every area; found: its result, if it is known already.

    In each draw the rule is applied to true values drawn from their posterior (`sampling`) and to choices of the method
    (`assumptions`; None: chance and weights by ±25 %). So `probability` is that of the area being beyond the border of the
    rule if chance were taken out of its values: at least k indicators whose true value would be secured on the area's
    base; a status index, among the true values of all areas, beyond its borders; a pooled z of the true deviations
    above its limit. Not a probability that counts drawn anew would be flagged again.
    influence is found one at a time, not by Sobol indices: what can be counted (another scale, one indicator left out, k
    ± 1, mean and SD of inhabitants) alternative by alternative, chance and weights over the first 200 draws or so; all
    assumptions the rule knows, whether they vary in the draws or not.
    The same seed gives the same result, in whatever order the areas stand. Memory: draws × areas ranks, and a few
    arrays of half a megabyte. A rule's own errors (constant indicator) are raised as in `assess`.
    Source: Saisana, Saltelli & Tarantola (2005), J. R. Stat. Soc. A 168:307–323 (uncertainty of composite indicators).

    >>> from indicators.evidence import evidence_of_values
    >>> from indicators.mss_rule import MssRule
    >>> values = pd.DataFrame({"A": range(25), "B": [*range(20), 24, 23, 22, 21, 20]}, dtype=float)
    >>> result = certainty_of(MssRule(("A", "B")), evidence_of_values(values, {"A": -1, "B": -1}), draws=100)
    >>> result.table.loc[[0, 22, 23], ["probability", "word", "influence"]].to_numpy().tolist()
    [[0.0, 'sicher', ''], [0.0, 'sicher', ''], [0.0, 'sicher', 'leave_one_out']]
    """
    chosen = assumptions or Assumptions()
    judged = found or rule.assess(evidence)
    areas = rule.considered(evidence)
    known = evidence.only(areas[np.argsort(areas.to_numpy(), kind="stable")])
    weights = weights_of(rule.inputs, rule.weights)
    drawn = flag_frequency(
        rule, known, varied(weights, chosen, draws, _rng(seed)), draws_of(known, seed, chosen.chance)
    )
    table = judged.table.reindex(known.values.index)
    flagged = table["flagged"].to_numpy(dtype=np.bool_)
    by_chance = drawn.by_chance if chosen.chance else None
    shares = _shares(rule, known, chosen.weights or "quarter", by_chance, seed)
    influences = shares.sub(table["flagged"].astype(float), axis=0).abs()
    evaluated = table["evaluated"].to_numpy(dtype=np.bool_)
    columns = {
        "probability": drawn.flagged,
        "word": _words(drawn.flagged, flagged),
        **_ranks(table, drawn),
        **_strongest(influences),
    }
    numbers = pd.DataFrame(columns, index=known.values.index)[evaluated].reindex(evidence.values.index)
    numbers[["word", "influence"]] = numbers[["word", "influence"]].astype(object).fillna("")
    moved = influences[evaluated].reindex(evidence.values.index)
    return Certainty(rule, chosen, draws, seed, numbers, moved)


def _shares(rule: Rule, known: Evidence, weights_drawn: Vary, by_chance: FloatArray | None, seed: int) -> pd.DataFrame:
    """areas × assumptions: share of the alternatives to each in which the area is flagged."""
    weights = weights_of(rule.inputs, rule.weights)

    def share(kind: str) -> FloatArray:
        if kind == "chance":
            some = decided(weights, FIRST_DRAWS)
            return flag_frequency(rule, known, some, draws_of(known, seed)).flagged if by_chance is None else by_chance
        if kind == "weights":
            alone = replace(NOTHING, weights=weights_drawn)
            choices = varied(weights, alone, FIRST_DRAWS, _rng(seed))
        else:  # where nothing else could have been chosen, the decision itself
            choices = alternatives(weights, kind) or decided(weights)
        return flag_frequency(rule, known, choices, draws_of(known, seed, chance=False)).flagged

    return pd.DataFrame({kind: share(kind) for kind in KINDS if kind in rule.knows}, index=known.values.index)


def _ranks(table: pd.DataFrame, drawn: FlagFrequency) -> dict[str, FloatArray]:
    found = {name: np.full(len(table), np.nan) for name in ("rank", "rank_lower", "rank_upper")}
    found["rank"] = table["index"].rank(method="min", ascending=False).to_numpy()
    if drawn.ranked.any():
        found["rank_lower"][drawn.ranked], found["rank_upper"][drawn.ranked] = rank_interval(drawn.ranks)
    return found


def _strongest(influences: pd.DataFrame) -> dict[str, object]:
    share = influences.max(axis=1)
    return {"influence": influences.idxmax(axis=1).where(share > 0, ""), "influence_share": share}


def _words(probability: FloatArray, flagged: BoolArray) -> list[str]:
    agreed = np.where(flagged, probability, 1 - probability)
    return [str(word) for word in np.select([agreed >= SURE, agreed >= LIKELY], WORDS[:2], WORDS[2])]


def _rng(seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, crc32(b"choices")])
