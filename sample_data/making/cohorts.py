"""What is counted by cohort: children before school, and the local election of 2020."""

from __future__ import annotations

import numpy as np

from making.situation import YEARS
from making.stocks import share_of

AGES_3_TO_14 = 12
# measure → its base, share in the county, loading on difficulty
FINDINGS = {
    "seu_sprache": ("seu_untersucht", 0.185, 0.42),
    "seu_uebergewicht": ("seu_untersucht", 0.095, 0.38),
    "masern_zweite": ("masern_nachweis", 0.942, -0.22),
    "u9_teilgenommen": ("u9_nachweis", 0.90, -0.42),
    "zahn_gesund": ("zahn_untersucht", 0.64, -0.36),
}
ELECTION = 2020


def cohorts(
    people: dict[str, np.ndarray], hardship: np.ndarray, gap: np.ndarray, random: np.random.Generator
) -> dict[str, np.ndarray]:
    """Measure → counts of shape (blocks, years), each year drawn anew. gap: extra difficulty of vaccination."""
    of_age = np.round((people["ew_u15"] - people["ew_u3"]) / AGES_3_TO_14 * 1.02).astype(int)
    examined = random.binomial(of_age, 0.97)
    bases = {
        "seu_untersucht": examined,
        "masern_nachweis": random.binomial(examined, 0.94),
        "u9_nachweis": random.binomial(examined, 0.93),
        "zahn_untersucht": random.binomial(of_age, 0.88),
    }
    found = dict(bases)
    for name, (base, share, loading) in FINDINGS.items():
        extra = 4.6 * gap[:, None] if name == "masern_zweite" else 0.0
        found[name] = random.binomial(bases[base], share_of(share, loading, hardship + extra))
    return found


def election(people: dict[str, np.ndarray], hardship: np.ndarray, random: np.random.Generator) -> dict[str, np.ndarray]:
    """Entitled and voters in the year of the election, shape (blocks,)."""
    year = int(np.flatnonzero(YEARS == ELECTION)[0])
    entitled = random.binomial(people["ew"][:, year] - people["ew_u15"][:, year], 0.93)
    return {"wahlberechtigte": entitled, "waehler": random.binomial(entitled, share_of(0.55, -0.34, hardship[:, year]))}
