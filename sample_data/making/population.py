"""Inhabitants by age and year, exact where the official figures are known."""

from __future__ import annotations

import numpy as np
import pandas as pd

from making.allocate import allocate_within, split
from making.situation import YEARS

KNOWN_INHABITANTS, KNOWN_WORKING_AGE = 2022, 2021
GROWTH = 0.003  # per year
WORKING = {"15-17": 0.049, "18-20": 0.049, "21-59": 0.782, "60-64": 0.120}
OTHERS = {"0-2": 0.076, "3-14": 0.339, "65": 0.040, "66-79": 0.355, "80+": 0.190}
AGEING = {"66-79": 0.012, "80+": 0.016}  # growth per year of the older bands

MEASURES = {
    "ew_u3": ("0-2",),
    "ew_u15": ("0-2", "3-14"),
    "ew_u18": ("0-2", "3-14", "15-17"),
    "ew_u21": ("0-2", "3-14", "15-17", "18-20"),
    "ew_15_64": tuple(WORKING),
    "ew_18_64": ("18-20", "21-59", "60-64"),
    "ew_u_rente": ("18-20", "21-59", "60-64", "65"),
    "ew_0_rente": ("0-2", "3-14", *WORKING, "65"),
    "ew_rente": ("66-79", "80+"),
    "ew_60_79": ("60-64", "65", "66-79"),
    "ew_65": ("65", "66-79", "80+"),
    "ew_80": ("80+",),
}


def inhabitants_by_age(
    blocks: pd.DataFrame, official: pd.DataFrame, random: np.random.Generator
) -> dict[str, np.ndarray]:
    """Measure → counts of shape (blocks, years): ew and the ages of `MEASURES`."""
    groups = official.index.get_indexer(blocks["municipality"])
    everyone = _inhabitants(blocks, official, groups, random)
    working = _working_age(everyone, official, groups, random)
    bands = _bands(working, WORKING, blocks, random) | _bands(everyone - working, OTHERS, blocks, random)
    ages = {name: sum(bands[band] for band in parts) for name, parts in MEASURES.items()}
    return {"ew": everyone, **ages}


def municipal_totals(blocks: pd.DataFrame, official: pd.DataFrame, counts: np.ndarray) -> np.ndarray:
    """Sums by municipality, shape (municipalities, years)."""
    groups = official.index.get_indexer(blocks["municipality"])
    totals = np.zeros((len(official), counts.shape[1]), dtype=counts.dtype)
    np.add.at(totals, groups, counts)
    return totals


def _inhabitants(
    blocks: pd.DataFrame, official: pd.DataFrame, groups: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    known = blocks["inhabitants"].to_numpy()
    drift = random.normal(0, 0.006, len(blocks))[:, None] * (YEARS - KNOWN_INHABITANTS)
    totals = np.round(official["inhabitants"].to_numpy()[:, None] * (1 + GROWTH) ** (YEARS - KNOWN_INHABITANTS))
    weights = known[:, None] * np.exp(drift)
    found = allocate_within(totals, groups, weights, np.where(known[:, None] > 0, 10**6, 0) * np.ones_like(YEARS))
    found[:, YEARS == KNOWN_INHABITANTS] = known[:, None]
    return found


def _working_age(
    everyone: np.ndarray, official: pd.DataFrame, groups: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    totals = np.zeros((len(official), len(YEARS)))
    np.add.at(totals, groups, everyone)
    year = int(np.flatnonzero(YEARS == KNOWN_WORKING_AGE)[0])
    share = official["aged_15_64"].to_numpy() / totals[:, year]
    wanted = np.round(totals * (share[:, None] - 0.0012 * (YEARS - KNOWN_WORKING_AGE)))
    wanted[:, year] = official["aged_15_64"]
    weights = everyone * np.exp(random.normal(0, 0.035, len(everyone)))[:, None]
    return allocate_within(wanted, groups, weights, everyone)


def _bands(
    totals: np.ndarray, shares: dict[str, float], blocks: pd.DataFrame, random: np.random.Generator
) -> dict[str, np.ndarray]:
    quarters, position = np.unique(blocks["quarter"], return_inverse=True)
    weights = []
    for band, share in shares.items():
        own = random.normal(0, 0.16, len(quarters))[position] + random.normal(0, 0.06, len(blocks))
        growth = 1 + AGEING.get(band, 0.0) * (YEARS - KNOWN_INHABITANTS)
        weights.append(share * np.exp(own)[:, None] * growth)
    parts = np.stack(weights)
    return dict(zip(shares, split(totals, parts / parts.sum(axis=0)), strict=True))
