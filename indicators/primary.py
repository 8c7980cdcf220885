"""Primary protection: which cells are too small to be shown, each for its own sake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from indicators.catalogue import Catalogue, Indicator, Method
from indicators.disclosure.rounding import least_rounded_up, roundings_of_levels
from indicators.shapes import BoolArray, FloatArray
from indicators.signs import Sign
from indicators.values import Values


@dataclass(frozen=True)
class Rule:
    """Protection asked for by one source.

    threshold t: counts 0 < x < t are hidden, and complements 0 < n − x < t; 0 switches the rule off.
    minimum_base: no rate below this denominator. zeros_sensitive: 0 of n and n of n are hidden as well.
    rounding, base_rounding: numerators and denominators are shown as multiples of these; 0 = as they are. What would become
    0 is hidden as small instead, so that a 0 is one.
    interval: how wide the feasible interval of a hidden count must stay, in persons. public_levels: levels whose numbers
    everybody knows anyway; nothing of them is hidden.
    """

    threshold: int = 3
    minimum_base: int = 30
    zeros_sensitive: bool = False
    interval: int = 3
    public_levels: tuple[str, ...] = ()
    rounding: int = 0
    base_rounding: int = 0

    @property
    def small_count(self) -> int:
        """Numerators from here on are not small."""
        return max(self.threshold, least_rounded_up(self.rounding))

    @property
    def small_denominator(self) -> int:
        """The same of denominators."""
        return max(self.threshold, least_rounded_up(self.base_rounding))

    @property
    def width(self) -> int:
        """Width of the feasible interval of a count that is hidden or rounded: what is rounded must not be determined even
        where nothing is asked for."""
        return max(self.interval, 1) if self.rounding or self.base_rounding else self.interval


def rules_of_levels(
    catalogue: Catalogue, rules: Mapping[str, Rule], levels: Sequence[str]
) -> dict[tuple[str, str], Rule]:
    """(indicator id, level) → the rule of its source with the rounding of what it divides there."""
    public = {name: rule.public_levels for name, rule in rules.items()}
    bases = roundings_of_levels(list(catalogue.values()), public, levels)
    return {
        (name, level): replace(
            rules[name],
            rounding=bases.get((each.numerator, level), 0),
            base_rounding=bases.get((each.denominator, level), 0),
        )
        for name, each in catalogue.items()
        for level in levels
    }


def small(numbers: FloatArray, threshold: int, zeros_sensitive: bool = False) -> BoolArray:
    """Whether numbers lie between 0 and the threshold, both excluded; 0 too where zeros are sensitive."""
    above = numbers >= 0 if zeros_sensitive else numbers > 0
    return np.asarray(above & (numbers < threshold), dtype=np.bool_)


def hidden_counts(indicator: Indicator, values: Values, rule: Rule) -> BoolArray:
    """Cells whose numerator must not be known, shape (areas, years)."""
    if indicator.method is Method.GIVEN:
        return np.zeros(values.count.shape, dtype=np.bool_)
    hidden = small(values.count, rule.small_count, rule.zeros_sensitive)
    if indicator.method is Method.PROPORTION:
        hidden |= small(values.base - values.count, rule.small_count, rule.zeros_sensitive)
    return hidden | small_base(indicator, values, rule)


def hidden_bases(indicator: Indicator, values: Values, rule: Rule) -> BoolArray:
    """Cells whose denominator counts so few people that it must not be known itself."""
    known = values.base[np.isfinite(values.base)]
    # Quantities with decimals (km², full-time equivalents) count nobody.
    if indicator.method is Method.GIVEN or bool((known != np.round(known)).any()):
        return np.zeros(values.base.shape, dtype=np.bool_)
    return small(values.base, rule.small_denominator)


def small_base(indicator: Indicator, values: Values, rule: Rule) -> BoolArray:
    """Cells with a denominator too small for a rate. Ratios divide given quantities (km², places): not judged."""
    if indicator.method not in (Method.PROPORTION, Method.RATE, Method.STANDARDISED):
        return np.zeros(values.base.shape, dtype=np.bool_)
    return np.asarray(values.base < rule.minimum_base, dtype=np.bool_)


def sign_of_hidden(small_bases: BoolArray) -> np.ndarray:
    """SMALL_BASE where the base is the reason, PRIMARY elsewhere."""
    return np.where(small_bases, Sign.SMALL_BASE, Sign.PRIMARY).astype(np.uint8)
