"""The areas to be measured with: the sample's Quartiere, three made-up sets, and the real municipalities."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
import shapely

from benchmarks.polygons import cells, frame_of
from benchmarks.values import Values, make_values
from geodata.vg250 import build_areas

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "benchmarks"
SAMPLE = ROOT / "sample_data" / "areas" / "quartier.shp"
REAL_VARIABLE = "MONITOR_VG250"
REAL = Path(os.environ.get(REAL_VARIABLE) or ROOT.parent / "shared" / "data" / "boundaries" / "vg250_de_simplified.zip")


class Case(NamedTuple):
    """name: as in `--only`. plural: in the table. areas: how many. make: the areas in full detail, None where absent."""

    name: str
    plural: str
    areas: int
    make: Callable[[], Any]


@dataclass(frozen=True)
class Material:
    """What every way gets: areas as in `geodata.boundaries` with full detail, and their values."""

    frame: Any
    values: Values


def sample_areas() -> Any:
    frame = gpd.read_file(SAMPLE).set_index("id")
    frame = frame[frame["valid_to"].fillna("") == ""]
    return frame_of(frame.geometry.to_numpy(), list(frame.index)).assign(name=frame["name"])


def real_areas() -> Any:
    return build_areas(REAL, "")


CASES = {
    case.name: case
    for case in (
        Case("158", "158 Quartiere", 158, sample_areas),
        Case("400", "400 Gebiete", 400, lambda: cells(400)),
        Case("3000", "3.000 Gebiete", 3000, lambda: cells(3000)),
        Case("11000", "11.000 Gebiete", 11_000, lambda: cells(11_000)),
        Case("vg250", "10.990 echte Gemeinden", 10_990, real_areas),
    )
}


def is_present(case: Case) -> bool:
    return case.name != "vg250" or REAL.exists()


def material(name: str) -> Material:
    """Areas and values of a case; the areas are kept under `build/`, as making them takes seconds."""
    path = KEPT / f"{name}.parquet"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}")
        CASES[name].make()[["name", "geometry"]].to_parquet(half)
        half.replace(path)
    kept = gpd.read_parquet(path)
    shapes = kept.geometry.to_numpy()
    frame = frame_of(shapes, [str(area) for area in kept.index]).assign(name=kept["name"])
    return Material(frame, make_values(shapely.get_coordinates(shapely.centroid(shapes))))
