"""The catalogue: what each indicator is, where it comes from and why it is collected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LARGEST, SECOND = "_groesster", "_zweitgroesster"  # how measures of the largest contributions to another measure end


class Method(StrEnum):
    """How a value is made. Only proportion, rate and standardised are outcomes of chance and get an interval."""

    PROPORTION = "proportion"  # x of n, x is part of n: Wilson interval
    RATE = "rate"  # x per n·per, x may exceed n: Poisson interval
    STANDARDISED = "standardised"  # directly standardised by age band: Dobson interval
    RATIO = "ratio"  # quotient of two quantities (density, dependency ratio): no interval
    COUNT = "count"  # the number itself: no interval
    GIVEN = "given"  # delivered as a value without counts: no interval, not aggregated


class Smoothing(StrEnum):
    """Whether rates of small areas borrow strength (empirical Bayes), and from whom."""

    NONE = ""
    GLOBAL = "global"  # from all areas of the level
    LOCAL = "local"  # from the neighbours


@dataclass(frozen=True)
class Dominance:
    """Protection of a sum that few contribute much to, such as places of care by their providers.

    largest, second: measures of the largest single contribution to the sum in each area and year, and of the second
    largest; second "" where it is not delivered. percent: p of the p-% rule, share: k of the (1, k) rule in percent, as
    the source asks; None where it does not.
    """

    largest: str
    second: str = ""
    percent: float | None = None
    share: float | None = None


@dataclass(frozen=True)
class Indicator:
    """One section of catalogue.toml.

    id: heading of the section. numerator, denominator: measures of the counts; denominator "" for count and given.
    per: factor of the value (100 for percent). decimals: shown digits.
    polarity: −1 high is unfavourable, 1 high is favourable, 0 no judgement.
    level: finest level that is shown. pool: years added up where one year is too few, the last one names the value.
    pool_below: pooled at levels where the typical base of one year is smaller, None = at every level.
    smoothing, smooth_below: the same for rates that borrow strength from other areas.
    years: years that are expected; empty means every year of the folder. signed: a given value may be negative.
    target: value to reach (Zielwert), None where there is none. breaks: rising upper bounds of the map classes, empty
    where none are fixed. source: key of [sources] in county.toml.
    rounding: counts are shown as multiples of this, as the source asks; 0 = as they are. exact_at: names of the levels
    where they are not rounded, because their numbers are public anyway. dominance: None where no single contribution
    matters.
    """

    id: str
    name: str
    theme: str
    method: Method
    numerator: str
    numerator_name: str
    denominator: str = ""
    denominator_name: str = ""
    per: float = 100.0
    unit: str = "%"
    decimals: int = 1
    polarity: int = 0
    level: str = ""
    pool: int = 1
    pool_below: float | None = None
    smoothing: Smoothing = Smoothing.NONE
    smooth_below: float | None = None
    years: tuple[int, ...] = ()
    signed: bool = False
    standard: str = ""
    target: float | None = None
    breaks: tuple[float, ...] = ()
    effect_level: str = "context"
    why: str = ""
    reading: str = ""
    limits: str = ""
    purpose: str = ""
    source: str = ""
    legal_basis: str = ""
    decision: str = ""
    author: str = ""
    checked: str = ""
    next_review: str = ""
    rounding: int = 0
    exact_at: tuple[str, ...] = ()
    dominance: Dominance | None = None


Catalogue = Mapping[str, Indicator]
