"""Comparison with published tables: `against("phe")` counts what is compared and keeps the largest difference.

The tables stand beside the project, in ../shared/oracles; where they are absent these tests are skipped and
`test_by_hand.py` remains.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

ORACLES = Path(__file__).resolve().parents[3] / "shared" / "oracles"
FULL_PRECISION = 1e-8  # a coarser or an absolute tolerance: the table prints fewer digits or its own method is coarse


@dataclass
class Tally:
    """How many values were compared, and the largest difference: relative, where 0 is expected absolute."""

    values: int = 0
    largest: float = 0.0
    where: str = ""

    def add(self, name, differences):
        self.values += differences.size
        if differences.size and np.nanmax(differences, initial=0.0) > self.largest:
            self.largest, self.where = float(np.nanmax(differences)), name


@dataclass
class Published:
    """The published tables of one folder and what was found when comparing with them."""

    folder: Path
    full: Tally = field(default_factory=Tally)
    printed: Tally = field(default_factory=Tally)
    differing: int = 0

    def table(self, name, **options):
        return pd.read_csv(self.folder / name, **options)

    def check(self, name, found, expected, rtol=1e-9, atol=0.0):
        """Every found value is the expected one; where NaN is expected, NaN is found and nothing else."""
        found, expected = np.asarray(found, dtype=float), np.asarray(expected, dtype=float)
        assert found.shape == expected.shape, name
        np.testing.assert_allclose(found, expected, rtol=rtol, atol=atol, equal_nan=True, err_msg=name)
        coarse = rtol > FULL_PRECISION or (rtol == 0 and atol > 0)
        (self.printed if coarse else self.full).add(name, _differences(found, expected, atol))

    def check_differs(self, name, found, wrong, factor):
        """Values known to be published wrong: each is `factor` times the right one."""
        found, wrong = np.asarray(found, dtype=float), np.asarray(wrong, dtype=float)
        np.testing.assert_allclose(wrong, found * factor, rtol=1e-9, err_msg=name)
        assert (np.abs(wrong - found) > 0.01 * np.abs(found)).all(), f"{name}: no longer wrong"
        self.differing += found.size

    def summary(self):
        parts = [f"{self.full.values + self.printed.values:,} values compared"]
        if self.full.values:
            parts.append(f"{self.full.values:,} to full precision, largest difference {_largest(self.full)}")
        if self.printed.values:
            parts.append(f"{self.printed.values:,} as coarse as published, largest {_largest(self.printed)}")
        return "; ".join([*parts, f"{self.differing} expected to differ"])


def _differences(found, expected, atol):
    scale = np.where(np.abs(expected) <= atol, 1.0, np.abs(expected))
    return np.abs(found - expected) / scale


def _largest(tally):
    return f"{tally.largest:.1e} ({tally.where})" if tally.largest else "0"


TALLIES = pytest.StashKey[dict[str, Published]]()


@pytest.fixture
def against(request):
    """Function from a folder's name to its `Published`; skips where the folder is not there."""
    tallies = request.config.stash.setdefault(TALLIES, {})

    def of(name):
        if not (ORACLES / name).is_dir():
            pytest.skip(f"published tables in ../shared/oracles/{name} are not there")
        return tallies.setdefault(name, Published(ORACLES / name))

    return of


def pytest_terminal_summary(terminalreporter, config):
    tallies = config.stash.get(TALLIES, {})
    if tallies:
        terminalreporter.section("compared with published values (relative; absolute where 0 is expected)")
    for name, published in sorted(tallies.items()):
        terminalreporter.write_line(f"{name}: {published.summary()}")
