"""The same oracle as `test_areal.py`, from the polygons on: intersections, shares, and the numbers of the wards."""

import gzip

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.scheme import CutBy
from geodata.scheme_from_boundaries import scheme_from_boundaries
from geodata.scheme_pieces import intersections
from indicators.crosswalk import extensive

WITHIN = 0.5  # m², the tolerance the oracle states for its own check with shapely; its README reports 0.01


@pytest.fixture
def areal(against):
    return against("areal")


def _polygons(areal, name):
    with gzip.open(areal.folder / name, "rt") as file:
        rows = [line.rstrip("\n").split(";", 1) for line in file][1:]
    shapes = shapely.make_valid(shapely.from_wkt([wkt for _, wkt in rows]))
    return gpd.GeoDataFrame(
        {"name": [key for key, _ in rows], "id_made": False}, geometry=shapes, index=[key for key, _ in rows]
    )


def test_intersections_have_the_published_areas(areal):
    pieces = intersections(_polygons(areal, "source_wkt.csv.gz"), _polygons(areal, "target_wkt.csv.gz"))
    found = pieces.geometry.area.groupby([pieces["unit"], pieces["area"]]).sum()
    published = areal.table("intersections.csv", dtype={"GEOID": str, "WARD": str}).set_index(["GEOID", "WARD"])["area"]
    areal.check("intersections", found.reindex(published.index), published, rtol=0, atol=WITHIN)
    others = found[~found.index.isin(published.index)]
    assert others.sum() < WITHIN  # R found no piece that is not here, and the other way round


@pytest.fixture
def people(areal):
    return areal.table("source.csv", dtype={"GEOID": str}).set_index("GEOID")


@pytest.fixture
def wards(areal):
    return areal.table("expected.csv", dtype={"WARD": str}).set_index("WARD")


def test_counts_of_the_wards_from_these_intersections(areal, people, wards):
    pieces = intersections(_polygons(areal, "source_wkt.csv.gz"), _polygons(areal, "target_wkt.csv.gz"))
    share = pieces.geometry.area / pieces["unit"].map(people["area"])
    shares = pd.DataFrame({"source": pieces["unit"], "target": pieces["area"], "share": share})
    for name in ("TOTAL_E", "BLACK_E"):
        found = extensive(people[name], shares).reindex(wards.index)
        areal.check(f"{name} from polygons", found, wards[f"{name}_sf_total"], rtol=1e-7)


def test_counts_of_the_wards_from_a_scheme(areal, people, wards):
    """Tracts as base units, wards as delivered areas. A scheme leaves strips below two centimetres out as rounding, and
    has a unit only once where wards overlap: by that a ward differs by less than a tenth of a person in ten thousand."""
    scheme, _ = scheme_from_boundaries(
        _polygons(areal, "target_wkt.csv.gz"), _polygons(areal, "source_wkt.csv.gz"), "St. Louis", cut_by=CutBy.AREA
    )
    shares = scheme.parts.rename(columns={"unit": "source", "area": "target"})
    found = extensive(people["TOTAL_E"], shares).reindex(wards.index)
    areal.check("TOTAL_E from a scheme", found, wards["TOTAL_E_sf_total"], rtol=0, atol=0.1)
