"""The areas of the sample county: as many and as large as the real ones, without gaps, the same on every rebuild."""

import csv
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample_data"
LEVELS = ("gemeinde", "quartier", "baublock")
GENERATED = ("*.shp", "*.shx", "*.dbf", "*.prj", "*.cpg", "counts*.csv", "counts*.parquet")
BONN = (7.0982, 50.7374)  # the cathedral square


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rebuilt")
    subprocess.run([sys.executable, SAMPLE / "build.py", "--out", folder], check=True, timeout=240)
    return folder


@pytest.fixture(scope="module")
def levels():
    frames = {level: gpd.read_file(SAMPLE / "areas" / f"{level}.shp").set_index("id") for level in LEVELS}
    return {level: frame.fillna({"valid_to": ""}) for level, frame in frames.items()}


@pytest.fixture(scope="module")
def present(levels):
    return {level: frame[frame["valid_to"] == ""] for level, frame in levels.items()}


@pytest.fixture(scope="module")
def official():
    with (SAMPLE / "making" / "municipalities.csv").open(encoding="utf-8") as file:
        return {"05382" + row["key"]: row for row in csv.DictReader(file, delimiter=";")}


def _files(folder):
    return {str(path.relative_to(folder)): path for pattern in GENERATED for path in folder.rglob(pattern)}


def test_a_rebuild_gives_the_same_bytes(rebuilt):
    kept, made = _files(SAMPLE), _files(rebuilt)
    assert kept.keys() == made.keys()
    assert [name for name in kept if kept[name].read_bytes() != made[name].read_bytes()] == []


def test_numbers_of_areas(levels, present):
    assert len(present["gemeinde"]) == 19
    assert len(present["quartier"]) == 158
    assert 1150 <= len(present["baublock"]) <= 1250
    assert all(frame.index.is_unique for frame in levels.values())
    assert present["quartier"].groupby("parent").size().min() >= 3
    assert present["baublock"].groupby("parent").size().between(6, 9).all()


def test_names_and_areas_are_the_official_ones(present, official):
    areas = present["gemeinde"].area / 1e6
    for key, row in official.items():
        assert present["gemeinde"].loc[key, "name"] == row["name"]
        assert areas[key] == pytest.approx(float(row["km2"]), rel=0.01)
    assert areas.sum() == pytest.approx(1153.2, rel=0.005)


@pytest.mark.parametrize("level", LEVELS)
def test_no_gaps_and_no_overlaps(level, present):
    shapes = present[level].geometry
    assert shapes.is_valid.all()
    assert (shapes.geom_type == "Polygon").all()
    assert shapely.coverage_is_valid(shapes.to_numpy())
    county = shapely.coverage_union_all(shapes.to_numpy())
    assert county.geom_type == "Polygon"
    assert len(county.interiors) == 0  # a gap would be a hole; Bonn is a bay, open in the south-east


@pytest.mark.parametrize(("parts", "wholes"), [("quartier", "gemeinde"), ("baublock", "quartier")])
def test_levels_nest_exactly(parts, wholes, present):
    assert set(present[parts]["parent"]) == set(present[wholes].index)
    for key, group in present[parts].groupby("parent"):
        whole = present[wholes].geometry[key]
        assert shapely.coverage_union_all(group.geometry.to_numpy()).equals(whole)
        corners = {tuple(point) for point in shapely.get_coordinates(group.geometry.to_numpy())}
        assert {tuple(point) for point in shapely.get_coordinates(whole)} <= corners


def test_coordinates_are_utm_to_a_decimetre(levels):
    for frame in levels.values():
        assert frame.crs.to_epsg() == 25832
        tenths = shapely.get_coordinates(frame.geometry.to_numpy()) * 10
        assert np.abs(tenths - tenths.round()).max() < 1e-5


def test_bonn_is_surrounded_but_not_part(present):
    county = shapely.coverage_union_all(present["gemeinde"].geometry.to_numpy())
    bonn = gpd.GeoSeries.from_xy(*[[number] for number in BONN], crs="EPSG:4326").to_crs("EPSG:25832").iloc[0]
    assert not county.contains(bonn)
    for east, north in ((-1, 0), (1, 0), (0, 1), (-1, -1), (1, -1)):
        assert county.intersects(shapely.LineString([bonn, (bonn.x + 20_000 * east, bonn.y + 20_000 * north)]))


def test_places_lie_in_their_municipality(present):
    table = pd.read_csv(SAMPLE / "making" / "places.csv", sep=";", dtype=str, keep_default_na=False)
    points = gpd.GeoSeries.from_xy(table["lon"].astype(float), table["lat"].astype(float), crs="EPSG:4326")
    places = gpd.GeoDataFrame(table, geometry=points).to_crs("EPSG:25832")
    places["key"] = places["municipality"].where(places["municipality"] == "", "05382" + places["municipality"])
    found = places.sjoin(present["gemeinde"][["geometry"]], how="left")["id"].fillna("")
    assert (found == places["key"]).mean() > 0.9  # schematic, but recognisable


def test_inhabitants_add_up_to_the_official_ones(present, official):
    counts = pd.read_parquet(SAMPLE / "counts_bloecke.parquet")
    rows = counts[(counts["merkmal"] == "ew") & (counts["jahr"].astype(int) == 2022)]
    people = pd.to_numeric(rows.set_index("gebiet")["wert"]).reindex(present["baublock"].index)
    sums = people.groupby(people.index.str[:8]).sum()
    assert sums.to_dict() == {key: int(row["inhabitants"]) for key, row in official.items()}
    assert people.sum() == 608_335
    assert (people == 0).sum() >= 3
    quarters = people.groupby(people.index.str[:11]).sum()
    assert quarters.mean() == pytest.approx(3850, abs=1)
    assert (quarters < 300).sum() in (1, 2)
    assert quarters.max() < 9000
    assert quarters.nlargest(155).min() > 1200


def test_one_quarter_was_divided_in_2020(levels):
    quarters = levels["quartier"]
    former = quarters[quarters["valid_to"] != ""]
    new = quarters[quarters["valid_from"] == "2020-01-01"]
    assert former.index.to_list() == ["05382020-90"]
    assert former["name"].item() == "Hennef (Sieg) 90 (bis 2019)"
    assert former["valid_to"].item() == "2019-12-31"
    assert new["parent"].to_list() == ["05382020", "05382020"]
    assert shapely.union_all(new.geometry.to_numpy()).equals(former.geometry.item())
    others = quarters.drop([*former.index, *new.index])
    assert (others["valid_from"] == "2015-01-01").all()


def test_files_stay_small():
    sizes = {path.name: path.stat().st_size for path in (SAMPLE / "areas").iterdir()}
    assert sizes["baublock.shp"] < 1_500_000
    assert sum(sizes.values()) < 2_500_000
