"""Made-up values that behave like real ones: neighbours resemble each other, and a year resembles the one before."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

INDICATORS, YEARS, CLASSES = 10, 10, 5
LAST_YEAR = 2024
SEED = 7
WAVES = 12  # smooth patterns that add up to one field
SMOOTH = 0.8  # share of the smooth field; the rest is each area's own
YEARLY = 0.15  # standard deviation of the step from year to year, where areas differ by 1
MEAN, SPREAD = 20.0, 6.0  # per cent


class Values(NamedTuple):
    """values: per cent with one decimal, [indicators, years, areas]. breaks: four inner bounds each, [indicators, 4].
    classes: 0 to 4 in the shape of values."""

    values: np.ndarray
    breaks: np.ndarray
    classes: np.ndarray


def make_values(centres: np.ndarray) -> Values:
    """Values for areas with these centres in metres, [areas, 2]; quintiles of all years are the classes."""
    random = np.random.default_rng([SEED, len(centres)])
    values = np.stack([_indicator(centres, random) for _ in range(INDICATORS)])
    values = np.round(np.clip(MEAN + SPREAD * values, 0, 100), 1)
    flat = values.reshape(INDICATORS, -1)
    breaks = np.quantile(flat, np.arange(1, CLASSES) / CLASSES, axis=1).T
    classes = np.stack([np.searchsorted(inner, each, side="left") for inner, each in zip(breaks, values, strict=True)])
    return Values(values, breaks, classes)


def indicator_name(number: int) -> str:
    return f"Kennzahl {number + 1:02d}"


def _indicator(centres: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """[years, areas], mean 0 and standard deviation about 1."""
    own = random.standard_normal(len(centres))
    level = np.sqrt(SMOOTH) * _field(centres, random) + np.sqrt(1 - SMOOTH) * own
    steps = YEARLY * random.standard_normal((YEARS, len(centres)))
    return level + np.cumsum(steps, axis=0) - steps[0]


def _field(centres: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """A smooth field of waves, standardised; no wave is shorter than a quarter of the extent."""
    extent = np.ptp(centres, axis=0).max()
    waves = random.uniform(-3, 3, (WAVES, 2)) * 2 * np.pi / extent
    field = np.cos(centres @ waves.T + random.uniform(0, 2 * np.pi, WAVES)).sum(axis=1)
    return (field - field.mean()) / field.std()
