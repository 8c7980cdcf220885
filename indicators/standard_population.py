"""Standard populations for direct standardisation, by age band."""

from __future__ import annotations

# European Standard Population 2013, Eurostat (2013), Revision of the European Standard Population, p. 121.
# Bands "0" and "1-4" split the first five years as Eurostat does.
ESP2013: dict[str, int] = {
    "0": 1000,
    "1-4": 4000,
    "5-9": 5500,
    "10-14": 5500,
    "15-19": 5500,
    "20-24": 6000,
    "25-29": 6000,
    "30-34": 6500,
    "35-39": 7000,
    "40-44": 7000,
    "45-49": 7000,
    "50-54": 7000,
    "55-59": 6500,
    "60-64": 6000,
    "65-69": 5500,
    "70-74": 5000,
    "75-79": 4000,
    "80-84": 2500,
    "85-89": 1500,
    "90+": 1000,
}

STANDARDS: dict[str, dict[str, int]] = {"ESP2013": ESP2013}
