"""How often a rule flags each area over many draws."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from indicators.assumptions import Choices, decided, weights_of
from indicators.attention import Rule
from indicators.evidence import Evidence
from indicators.ranks import ranks_from_top
from indicators.sampling import Draws
from indicators.shapes import BoolArray, FloatArray, IntArray

FIRST_DRAWS = 200  # for what cannot be counted through: the standard error of a share is at most 3.5 points
CELLS = 65_536  # numbers drawn at a time: arrays of half a megabyte stay near the processor


class FlagFrequency(NamedTuple):
    """Over all draws: how often each area is flagged (0–1), and its ranks (draws × areas with a strength).

    by_chance: how often it is flagged over the first draws if the method stays as decided.
    """

    flagged: FloatArray
    ranks: IntArray
    ranked: BoolArray
    by_chance: FloatArray


def flag_frequency(rule: Rule, known: Evidence, choices: Choices, draws: Draws) -> FlagFrequency:
    """The rule over all draws, some at a time. known: evidence of the areas among which the rule judges, in the order of the
    draws; an area that cannot be evaluated has no rank.
    """
    as_decided = decided(weights_of(rule.inputs, rule.weights), len(choices))
    judge, areas, counted = rule.judge(known), len(known.values), 0
    flagged, by_chance, ranks = np.zeros(areas), np.zeros(areas), []
    step = max(CELLS // max(areas, 1), 1)
    for start in range(0, len(choices), step):
        part = choices.part(start, start + step)
        draws.advance(len(part))
        verdicts = judge(draws, part)
        ranked = ~np.isnan(verdicts.strength[0])
        flagged += verdicts.flagged.sum(axis=0)
        ranks.append(ranks_from_top(verdicts.strength[:, ranked]).astype(np.int32))
        if counted < FIRST_DRAWS:
            by_chance += judge(draws, as_decided.part(start, start + step)).flagged.sum(axis=0)
            counted += len(part)
    return FlagFrequency(flagged / len(choices), np.concatenate(ranks), ranked, by_chance / counted)
