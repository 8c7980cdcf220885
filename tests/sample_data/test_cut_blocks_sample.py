"""Siegburg drawn anew with four blocks that are cut: nobody is lost, and nothing can be worked out."""

import datetime as dt
import shutil
from pathlib import Path

import pandas as pd
import pytest

from geodata.scheme import CutBy, Scheme
from monitor.audit import audit
from monitor.folder import open_folder
from monitor.release import make_release
from monitor.scheme_folder import FolderSchemes
from monitor.scheme_publish import delivered_of, make_valid

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
SIEGBURG, SHARES = "05382060", (0.5, 0.37, 0.25, 0.61)


def cut_with_the_next(delivered):
    """The areas as they came, but the last block of each of the first four goes in part to the next area."""
    area_of, areas = delivered.area_of(), sorted(delivered.area_of().unique())
    rows = [(unit, area, 1.0) for unit, area in area_of.items()]
    for share, area, following in zip(SHARES, areas, areas[1:], strict=False):
        unit = area_of.index[area_of == area][-1]
        rows.remove((unit, area, 1.0))
        rows += [(unit, area, share), (unit, following, 1 - share)]
    parts = pd.DataFrame(rows, columns=["unit", "area", "share"])
    return Scheme(SIEGBURG, 1, "Geteilt", pd.Series(dict(zip(areas, areas, strict=True))), parts, cut_by=CutBy.AREA)


@pytest.mark.slow
def test_nothing_follows_from_the_shares(tmp_path):
    folder = tmp_path / "daten"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("making", "*.py"))
    opened = open_folder(folder)
    scheme = cut_with_the_next(delivered_of(opened, SIEGBURG))
    entry = FolderSchemes(folder).save(scheme, "Stadt Siegburg", "geteilt", 0)
    release = make_valid(folder, scheme, dt.date(2024, 1, 1), "Stadt Siegburg", "Ratsbeschluss", entry.number)
    before = make_release(opened).table("gemeinde", "A2", 2024)["count"]
    pd.testing.assert_series_equal(release.table("gemeinde", "A2", 2024)["count"], before, check_exact=True)
    found = audit(release)
    assert found.hidden > 0 and found.recovered == () and found.too_narrow == 0 and found.contradictory == 0
