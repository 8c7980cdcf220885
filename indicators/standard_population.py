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

# European Standard Population 1976: Waterhouse, Muir, Correa & Powell (1976), Cancer Incidence in Five Continents III,
# IARC Scientific Publications 15, p. 456.
ESP1976: dict[str, int] = {
    "0-4": 8000,
    "5-9": 7000,
    "10-14": 7000,
    "15-19": 7000,
    "20-24": 7000,
    "25-29": 7000,
    "30-34": 7000,
    "35-39": 7000,
    "40-44": 7000,
    "45-49": 7000,
    "50-54": 7000,
    "55-59": 6000,
    "60-64": 5000,
    "65-69": 4000,
    "70-74": 3000,
    "75-79": 2000,
    "80-84": 1000,
    "85+": 1000,
}

# WHO world standard 2000–2025: Ahmad et al. (2001), Age standardization of rates, GPE Discussion Paper 31, table 4.
# As printed; the rounded figures add up to 100,035. 85+ joins 85–89, 90–94, 95–99 and 100+.
WHO2000: dict[str, int] = {
    "0-4": 8860,
    "5-9": 8690,
    "10-14": 8600,
    "15-19": 8470,
    "20-24": 8220,
    "25-29": 7930,
    "30-34": 7610,
    "35-39": 7150,
    "40-44": 6590,
    "45-49": 6040,
    "50-54": 5370,
    "55-59": 4550,
    "60-64": 3720,
    "65-69": 2960,
    "70-74": 2210,
    "75-79": 1520,
    "80-84": 910,
    "85+": 635,
}

# World standard: Segi (1960), Cancer Mortality for Selected Sites in 24 Countries (1950–57), Sendai, in the bands of
# Doll, Payne & Waterhouse (1966).
SEGI1960: dict[str, int] = {
    "0-4": 12000,
    "5-9": 10000,
    "10-14": 9000,
    "15-19": 9000,
    "20-24": 8000,
    "25-29": 8000,
    "30-34": 6000,
    "35-39": 6000,
    "40-44": 6000,
    "45-49": 6000,
    "50-54": 5000,
    "55-59": 4000,
    "60-64": 4000,
    "65-69": 3000,
    "70-74": 2000,
    "75-79": 1000,
    "80-84": 500,
    "85+": 500,
}

# Names as a catalogue writes them. Only the proportions count: not every standard adds up to 100,000.
STANDARDS: dict[str, dict[str, int]] = {
    "ESP2013": ESP2013,
    "ESP1976": ESP1976,
    "WHO2000": WHO2000,
    "SEGI1960": SEGI1960,
}
