"""What only municipalities know: work, schools, care, deaths by age."""

from __future__ import annotations

import numpy as np
import pandas as pd

from making.allocate import split
from making.situation import YEARS
from making.stocks import share_of

# Deaths per 100,000 a year by age band: the order of magnitude of German mortality under 65.
DEATHS = {
    "0": 300, "1-4": 15, "5-9": 8, "10-14": 9, "15-19": 22, "20-24": 32, "25-29": 38, "30-34": 52, "35-39": 80,
    "40-44": 125, "45-49": 200, "50-54": 330, "55-59": 540, "60-64": 860,
}  # fmt: skip
SIZES = (1.1, 4.6, 6.2, 6.3, 6.4, 6.6, 7.0, 7.8, 8.2, 8.0, 8.0, 9.6, 10.6, 9.6)  # of the bands under 65


def municipal(
    people: dict[str, np.ndarray], hardship: np.ndarray, random: np.random.Generator
) -> dict[tuple[str, str], np.ndarray]:
    """(measure, age band) → counts of shape (municipalities, years). people: the municipal sums by age."""
    shape = people["ew"].shape
    leavers = random.binomial(people["ew"], 0.0092)
    lasting = np.exp(random.normal(0, 0.35, (shape[0], 1)))
    found = {
        "beschaeftigte": random.binomial(people["ew_15_64"], share_of(0.615, -0.10, hardship)),
        "notunterbringung": random.poisson(people["ew"] * 0.0021 * lasting * np.exp(0.35 * hardship)),
        "abgaenger": leavers,
        "abgaenger_ohne": random.binomial(leavers, share_of(0.048, 0.40, hardship)),
        "hze": random.poisson(people["ew_u21"] * 0.037 * np.exp(0.28 * hardship)),
        "hausaerzte": np.round(people["ew"] * 0.000625 * np.exp(random.normal(0, 0.18, (shape[0], 1))) * 2) / 2,
        "pflegeplaetze": np.round(people["ew_80"][:, 7:8] * 0.16 * lasting**0.6).astype(int) + np.zeros(shape, int),
    }
    return {(name, ""): counts for name, counts in found.items()} | _mortality(people, hardship, random)


def _mortality(
    people: dict[str, np.ndarray], hardship: np.ndarray, random: np.random.Generator
) -> dict[tuple[str, str], np.ndarray]:
    under_65 = people["ew"] - people["ew_65"]
    shares = np.array(SIZES) / sum(SIZES)
    bands = split(under_65, shares[:, None, None] * np.ones((1, *under_65.shape)))
    found: dict[tuple[str, str], np.ndarray] = {}
    for band, base in zip(DEATHS, bands, strict=True):
        found["ew_alter", band] = base
        found["gestorbene", band] = random.poisson(base * DEATHS[band] / 1e5 * np.exp(0.16 * hardship))
    return found


def tidy(found: dict[tuple[str, str], np.ndarray], areas: pd.Index) -> pd.DataFrame:
    """gebiet, jahr, merkmal, gruppe, wert as text with decimal comma."""
    parts = []
    for (measure, group), counts in found.items():
        text = [
            f"{number:.1f}".replace(".", ",") if counts.dtype == float else str(number) for number in counts.ravel()
        ]
        index = pd.MultiIndex.from_product([areas, YEARS], names=["gebiet", "jahr"])
        parts.append(pd.DataFrame({"merkmal": measure, "gruppe": group, "wert": text}, index=index).reset_index())
    return pd.concat(parts, ignore_index=True)[["gebiet", "jahr", "merkmal", "gruppe", "wert"]]
