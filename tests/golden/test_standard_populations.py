"""Standard populations of Eurostat, WHO and Nordcan; weights are divided by their sum, as WHO's add up to 100,035.

No counterpart here: the Nordic population 2000.
"""

import pytest

from indicators.standard_population import STANDARDS

COLUMNS = {"ESP2013": "esp2013", "ESP1976": "esp1976", "SEGI1960": "world_segi1960", "WHO2000": "who2000_2025"}


def _start(band):
    return int(band.rstrip("+").split("-")[0])


def _in_published_bands(standard, starts):
    """Persons by published band; the product may split a band ("0" and "1-4"), never join two."""
    groups = dict.fromkeys(starts, 0)
    for band, persons in standard.items():
        groups[max(start for start in starts if start <= _start(band))] += persons
    return groups


@pytest.mark.parametrize("name", COLUMNS)
def test_every_band(against, name):
    published = against("standard_populations")
    table = published.table("standard_populations.csv")
    starts = [_start(band) for band in table["age"]]
    found = _in_published_bands(STANDARDS[name], starts)
    published.check(name, list(found.values()), table[COLUMNS[name]], rtol=0)


def test_the_oldest_of_2013(against):
    published = against("standard_populations")
    table = published.table("esp2013_detail.csv").set_index("age")["esp2013"]
    published.check("ESP2013, 85+", [STANDARDS["ESP2013"][band] for band in table.index], table, rtol=0)


@pytest.mark.parametrize(
    ("name", "persons"), [("ESP2013", 100_000), ("ESP1976", 100_000), ("SEGI1960", 100_000), ("WHO2000", 100_035)]
)
def test_sums_without_the_tables(name, persons):
    # Sums as their publishers print them (Eurostat 2013; Ahmad et al. 2001, table 1, which is rounded).
    assert sum(STANDARDS[name].values()) == persons
