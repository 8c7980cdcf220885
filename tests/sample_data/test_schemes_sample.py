"""All 19 municipalities of the sample county drawn anew from one boundary file: nobody is lost, every area is its blocks."""

import datetime as dt
import shutil
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from geodata.scheme import Status
from monitor.cli import main
from monitor.folder import open_folder
from monitor.release import make_release

pytestmark = pytest.mark.slow
SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
YEARS = range(2015, 2025)


@pytest.fixture(scope="module")
def pairs():
    """The quarters of today, two by two within each municipality: index quarter, columns name of the pair and geometry."""
    quarters = gpd.read_file(SAMPLE / "areas" / "quartier.shp").set_index("id").sort_index()
    quarters = quarters[quarters["valid_to"].fillna("") == ""]
    number = quarters.groupby("parent").cumcount() // 2 + 1
    return quarters.assign(name="Paar " + quarters["parent"] + " " + number.astype(str))[["name", "geometry"]]


@pytest.fixture(scope="module")
def inhabitants(pairs):
    """Inhabitants as delivered by block, added up by hand: index pair, columns year."""
    blocks = gpd.read_file(SAMPLE / "areas" / "baublock.shp", ignore_geometry=True).set_index("id")
    rows = pd.read_parquet(SAMPLE / "counts_bloecke.parquet")
    rows = rows[(rows["merkmal"] == "ew") & (rows["gruppe"].astype(str) == "")]
    assert len(rows) == 1198 * len(YEARS)
    name = rows["gebiet"].astype(str).map(blocks["parent"]).map(pairs["name"])
    assert name.notna().all()
    return rows["wert"].astype(str).astype(int).groupby([name, rows["jahr"]]).sum().unstack()


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """A copy of the sample with the release that readers know."""
    folder = tmp_path_factory.mktemp("kreis") / "daten"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("making", "*.py"))
    assert main(["release", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def before(county):
    return make_release(open_folder(county))


@pytest.fixture(scope="module")
def drawn(county, before, pairs):
    """The county after one import; what has been shown of the quarters stays known, as it does in life."""
    file = county.with_name("kreis.geojson")
    pairs.dissolve("name").reset_index().to_file(file)
    assert main(["scheme", "import", str(county), str(file), "--who", "Kreis", "--valid-from", "2023-01-01"]) == 0
    opened = open_folder(county)
    return opened, make_release(opened)


def test_all_19_are_valid_from_the_same_day(drawn):
    folder, release = drawn
    assert len(folder.schemes) == 19
    assert {(each.version, each.status, each.valid_from) for each in folder.schemes} == {
        (1, Status.VALID, dt.date(2023, 1, 1))
    }
    assert not any(each.cut_units for each in folder.schemes)
    assert release.protection.stored


def test_every_area_is_the_sum_of_its_blocks_in_all_years(drawn, inhabitants):
    _, release = drawn
    names = release.hierarchy.areas("quartier")["name"]
    assert sorted(names) == sorted(inhabitants.index) and len(names) == 85
    for year in YEARS:
        shown = release.inhabitants("quartier", year).rename(names).dropna()
        assert len(shown) > 80
        pd.testing.assert_series_equal(
            shown, inhabitants[year].reindex(shown.index), check_names=False, check_dtype=False, check_exact=True
        )


def test_the_county_has_everybody(drawn, inhabitants):
    _, release = drawn
    for year in YEARS:
        assert release.inhabitants("kreis", year).tolist() == [inhabitants[year].sum()]
    assert inhabitants[2022].sum() == 608_335  # the official number


@pytest.mark.parametrize("level", ["kreis", "gemeinde"])
def test_no_total_of_any_indicator_changes(drawn, before, level):
    """What is shown of the county is the same; of a municipality a number may be hidden by now, but none is another."""
    _, release = drawn
    compared = 0
    for indicator in release.catalogue:
        for column in ("count", "base"):
            old, new = (getattr(each.series(level, indicator, level), column) for each in (before, release))
            there = np.isfinite(old) & (np.isfinite(new) if level == "gemeinde" else True)
            np.testing.assert_allclose(new[there], old[there], rtol=1e-12, err_msg=f"{indicator} {column}")
            compared += int(there.sum())
    assert compared > {"kreis": 400, "gemeinde": 7_000}[level]
