"""One file for a whole county: on a grid by hand, and on real boundaries with cells around 102 place points."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geodata.scheme import CutBy
from geodata.scheme_checks import check_scheme
from geodata.scheme_findings import prevents_validity
from geodata.scheme_municipalities import schemes_of_municipalities
from geodata.scheme_upload import read_upload
from geodata.vg250 import build_areas
from tests.geodata.hostile.files import written

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
real = pytest.mark.skipif(not DATA.is_dir(), reason="real boundaries in ../shared/data are not there")


@pytest.fixture
def county(km, areas):
    """Two municipalities of four units each, side by side."""
    municipalities = areas({"M": km(0, 0, 4), "N": km(4, 0, 4)})
    units = gpd.GeoDataFrame(geometry=[km(each, 0) for each in range(8)], index=[f"u{n}" for n in range(8)], crs=25832)
    return municipalities, units, pd.Series(["M"] * 4 + ["N"] * 4, index=units.index)


def _divided(county, shapes, areas, **options):
    municipalities, units, municipality_of = county
    delivered = areas(shapes).assign(id_made=options.pop("id_made", False))
    return schemes_of_municipalities(delivered, units, municipality_of, municipalities, cut_by=CutBy.AREA, **options)


def test_each_municipality_gets_its_own(county, km, areas):
    schemes, problems = _divided(county, {"a": km(0, 0, 3), "b": km(3, 0, 1), "c": km(4, 0, 4)}, areas, name="Neu")
    assert problems == []
    assert {name: list(scheme.areas.index) for name, scheme in schemes.items()} == {"M": ["a", "b"], "N": ["c"]}
    assert schemes["M"].area_of().to_dict() == {"u0": "a", "u1": "a", "u2": "a", "u3": "b"}
    assert schemes["N"].area_of().to_dict() == {"u4": "c", "u5": "c", "u6": "c", "u7": "c"}


def test_ids_are_made_within_each(county, km, areas):
    schemes, _ = _divided(county, {"01": km(0, 0, 4), "02": km(4, 0, 2), "03": km(6, 0, 2)}, areas, id_made=True)
    assert {name: list(scheme.areas.index) for name, scheme in schemes.items()} == {
        "M": ["M-01"],
        "N": ["N-01", "N-02"],
    }


def test_an_area_over_two_municipalities_is_named(county, km, areas):
    schemes, problems = _divided(county, {"a": km(0, 0, 3), "b": km(3, 0, 2), "c": km(5, 0, 3)}, areas)
    assert [(problem.code, list(problem.areas), problem.facts["places"]) for problem in problems] == [
        ("scheme_area_crosses", ["b"], "Gebiet M und Gebiet N")
    ]
    assert schemes["M"].units_left(["u2", "u3"]) == ["u3"] and schemes["N"].units_left(["u4", "u5"]) == ["u4"]


def test_a_little_over_the_border_takes_nothing_from_the_neighbour(county, km, areas):
    # 4 % of b lie in N: below a twentieth, a border drawn elsewhere. N keeps its ground.
    schemes, problems = _divided(county, {"b": km(0, 0, 4.16), "c": km(4.16, 0, 3.84)}, areas)
    assert [problem.code for problem in problems] == ["scheme_units_cut"]
    shares = schemes["N"].parts.set_index(["unit", "area"])["share"]
    assert shares["u4", "c"] == pytest.approx(0.84) and set(schemes["N"].parts["area"]) == {"c"}


def test_an_area_in_no_municipality(county, km, areas):
    schemes, problems = _divided(county, {"a": km(0, 0, 4), "x": km(30, 0)}, areas)
    assert [(problem.code, list(problem.areas)) for problem in problems] == [("scheme_area_in_none", ["x"])]
    assert list(schemes) == ["M"]
    assert _divided(county, {"x": km(30, 0)}, areas)[0] == {}


@pytest.fixture(scope="module")
def places():
    """Cells around the 102 places of the county, cut at the municipal borders: index place, columns parent, geometry."""
    municipalities = build_areas(DATA / "boundaries" / "vg250_rhein_sieg.zip", "05382")
    table = pd.read_csv(DATA / "rhein-sieg" / "rsk_ortsteil_points_merged.csv", dtype={"AGS": str})
    points = gpd.GeoSeries(gpd.points_from_xy(table["lon"], table["lat"]), crs=4326).to_crs(25832)
    found = []
    for ags, shape in municipalities.geometry.items():
        own = points[(table["AGS"] == ags).to_numpy()]
        cells = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(own.to_list()), extend_to=shape))
        cells = [shape] if len(own) == 1 else list(shapely.intersection(cells, shape))
        found += [{"parent": ags, "geometry": cell} for cell in cells if cell.area > 0]
    frame = gpd.GeoDataFrame(found, crs=25832)
    return municipalities, frame.set_axis([f"z{number:03}" for number in range(len(frame))])


@real
def test_a_second_county_from_real_boundaries(places):
    """Every cell with all its inhabitants comes out in the group it was put in; the sum is right to the last unit."""
    municipalities, cells = places
    assert len(cells) == 102 and cells.geometry.is_valid.all()
    group = cells["parent"] + "-" + (cells.groupby("parent").cumcount() % 3).astype(str)
    grounds = (
        cells.assign(id=group, name="Sozialraum " + group).dissolve(by="id").reset_index()[["id", "name", "geometry"]]
    )
    areas, problems = read_upload(written(grounds.to_crs(4326), "geojson", COORDINATE_PRECISION=9), "kreis.geojson")
    assert problems == []
    schemes, problems = schemes_of_municipalities(areas, cells, cells["parent"], municipalities, cut_by=CutBy.AREA)
    assert problems == [] and sorted(schemes) == sorted(municipalities.index)
    placed = pd.concat([scheme.parts for scheme in schemes.values()])
    assert len(placed) == 102 and placed["unit"].is_unique and (placed["share"] == 1).all()
    assert placed.set_index("unit")["area"].sort_index().to_dict() == group.to_dict()
    inhabitants = pd.Series(np.arange(102) * 37 % 1009 + 1, index=cells.index)
    by_area = (
        placed.set_index("unit")["area"]
        .map(lambda area: area)
        .to_frame()
        .assign(n=inhabitants)
        .groupby("area")["n"]
        .sum()
    )
    assert by_area.sum() == sum(number * 37 % 1009 + 1 for number in range(102))
    for ags, scheme in schemes.items():
        own = cells[cells["parent"] == ags]
        assert not prevents_validity(check_scheme(scheme, own, None, municipalities.geometry[ags]))


@real
def test_a_border_moved_by_a_hundred_metres_loses_nobody(places):
    """Groups shifted north-east: units are cut and some ground is left over, and parts and rest add up to every unit."""
    municipalities, cells = places
    own = cells[cells["parent"] == "05382068"]
    shape = municipalities.geometry["05382068"]
    moved = gpd.GeoDataFrame(
        {"name": "A", "id_made": False}, geometry=own.translate(100, 100).intersection(shape), index=own.index
    )
    schemes, _ = schemes_of_municipalities(moved.set_crs(25832, allow_override=True), own, own["parent"],
                                           municipalities.loc[["05382068"]], cut_by=CutBy.AREA)  # fmt: skip
    shares = schemes["05382068"].parts.groupby("unit")["share"].sum()
    left = own.geometry.difference(moved.geometry.union_all()).area / own.area
    assert (shares + left[shares.index]).to_numpy() == pytest.approx(np.ones(len(shares)), abs=1e-6)
    assert left.max() > 0.001
