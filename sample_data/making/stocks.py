"""What is counted once a year: people and households in a situation that lasts."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from making.allocate import allocate_within
from making.population import municipal_totals
from making.situation import YEARS

PERSISTENCE = 0.92  # of the chance part from year to year: people stay, they are not drawn anew


class Stock(NamedTuple):
    """base: measure of the denominator. share: in the county. loading: on difficulty. course: factor per year."""

    base: str
    share: float
    loading: float
    course: tuple[float, ...]


STEADY = (1.0,) * 10
POVERTY = (1.00, 1.05, 1.06, 1.01, 0.95, 0.97, 0.96, 1.05, 1.09, 1.10)
STOCKS = {
    "sgb2_u15": Stock("ew_u15", 0.105, 0.78, POVERTY),
    "em": Stock("ew_u_rente", 0.0115, 0.42, (0.94, 0.95, 0.97, 0.98, 1.0, 1.01, 1.02, 1.04, 1.05, 1.07)),
    "grusi_alter": Stock("ew_rente", 0.027, 0.62, (0.86, 0.88, 0.90, 0.92, 0.94, 0.95, 0.97, 1.05, 1.10, 1.14)),
    "hh_allein": Stock("hh_kinder", 0.19, 0.30, STEADY),
    "wohngeld_hh": Stock("hh", 0.018, 0.45, (0.8, 0.95, 0.92, 0.9, 0.88, 0.98, 0.97, 1.0, 1.55, 1.6)),
    "kita_u3": Stock("ew_u3", 0.36, -0.22, (0.82, 0.84, 0.86, 0.9, 0.93, 0.95, 0.97, 1.0, 1.02, 1.05)),
    "hilfe_pflege": Stock("ew_65", 0.013, 0.45, (0.9, 0.92, 0.95, 0.97, 1.0, 1.02, 1.04, 1.0, 0.95, 0.98)),
}
UNEMPLOYED = (1.01, 1.00, 0.96, 0.91, 0.89, 1.04, 1.00, 0.95, 1.02, 1.06)  # against 2021, the known year


def stocks(
    blocks: pd.DataFrame,
    official: pd.DataFrame,
    people: dict[str, np.ndarray],
    hardship: np.ndarray,
    random: np.random.Generator,
) -> dict[str, np.ndarray]:
    """Measure → counts of shape (blocks, years)."""
    found = _households(people, random)
    bases = people | found
    for name, stock in STOCKS.items():
        found[name] = _drawn(bases[stock.base], stock, hardship, random)
    found["sgb2"] = _recipients(people, found["sgb2_u15"], hardship, random)
    found["arbeitslose"] = _unemployed(blocks, official, people["ew_15_64"], hardship, random)
    found["ew_auslaendisch"] = _foreigners(blocks, official, people["ew"], hardship, random)
    return found


def share_of(base: float, loading: float, hardship: np.ndarray) -> np.ndarray:
    """Expected share where the county's is `base`: a logistic curve over difficulty."""
    return 1 / (1 + np.exp(-(np.log(base / (1 - base)) + loading * hardship)))


def _households(people: dict[str, np.ndarray], random: np.random.Generator) -> dict[str, np.ndarray]:
    size = random.normal(2.12, 0.12, len(people["ew"]))[:, None]
    children = random.normal(1.66, 0.05, len(people["ew"]))[:, None]
    households = np.ceil(people["ew"] / size).astype(int)
    with_children = np.minimum(np.ceil(people["ew_u18"] / children).astype(int), households)
    return {"hh": households, "hh_kinder": with_children}


def _drawn(base: np.ndarray, stock: Stock, hardship: np.ndarray, random: np.random.Generator) -> np.ndarray:
    share = np.clip(share_of(stock.share, stock.loading, hardship) * np.array(stock.course), 0.0, 0.95)
    spread = np.sqrt(base * share * (1 - share))
    numbers = np.round(base * share + 0.8 * spread * _lasting(base.shape, random))
    return np.clip(numbers, 0, base).astype(int)


def _lasting(shape: tuple[int, ...], random: np.random.Generator) -> np.ndarray:
    """Standard normal noise per block that changes slowly over the years."""
    noise = random.standard_normal(shape)
    for year in range(1, shape[1]):
        noise[:, year] = PERSISTENCE * noise[:, year - 1] + np.sqrt(1 - PERSISTENCE**2) * noise[:, year]
    return noise


def _recipients(
    people: dict[str, np.ndarray], children: np.ndarray, hardship: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    adults = people["ew_0_rente"] - people["ew_u15"]
    return children + _drawn(adults, Stock("", 0.055, 0.72, POVERTY), hardship, random)


def _unemployed(
    blocks: pd.DataFrame, official: pd.DataFrame, base: np.ndarray, hardship: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    totals = np.round(official["unemployed"].to_numpy()[:, None] * np.array(UNEMPLOYED))
    weights = base * share_of(0.045, 0.60, hardship) * np.exp(0.12 * _lasting(base.shape, random))
    return allocate_within(totals, official.index.get_indexer(blocks["municipality"]), weights, base)


def _foreigners(
    blocks: pd.DataFrame, official: pd.DataFrame, base: np.ndarray, hardship: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    percent = official["foreign_percent"].to_numpy()[:, None] * (1 + 0.035 * (YEARS - 2022))
    totals = np.round(municipal_totals(blocks, official, base) * percent / 100)
    weights = base * share_of(0.10, 0.35, hardship) * np.exp(0.25 * _lasting(base.shape, random))
    return allocate_within(totals, official.index.get_indexer(blocks["municipality"]), weights, base)
