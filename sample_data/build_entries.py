"""Make what people have entered in the sample county: `python sample_data/build_entries.py [--out FILE]`. The same bytes on
every rebuild; the app begins with it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.affinity import translate

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from making.entries.diary import Diary  # noqa: E402 found only once the folders are on the path
from making.entries.year import write_year  # noqa: E402

from store.backup import back_up  # noqa: E402
from store.store import open_store  # noqa: E402

STEP = 350  # metres from the middle of an area to the offers in it
MUNICIPALITY = 8  # digits of its key, with which the ids of its areas begin


def build(file: Path) -> None:
    areas = {
        level: gpd.read_file(HERE / "areas" / f"{level}.shp").set_index("id") for level in ("gemeinde", "quartier")
    }
    municipality_of = {"05382": "", **{area: area[:MUNICIPALITY] for frame in areas.values() for area in frame.index}}
    inside = {area: beside_the_middle(shape) for area, shape in areas["quartier"].geometry.items()}
    points = gpd.GeoSeries(inside, crs=areas["quartier"].crs).to_crs(4326)
    with tempfile.TemporaryDirectory() as folder:
        diary = Diary(open_store(f"sqlite:///{folder}/eintraege.sqlite"), municipality_of)
        write_year(diary, HERE / "catalogue.toml", {area: (point.x, point.y) for area, point in points.items()})
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as out:
            back_up(diary.store, out)
        diary.store.engine.dispose()


def beside_the_middle(shape: Any) -> Any:
    """A point inside an area, apart from the one where a map puts its mark."""
    middle = shape.representative_point()
    tried = (translate(middle, STEP * x, STEP * y) for x, y in ((1, -1), (-1, -1), (1, 1), (-1, 1), (1, 0), (0, -1)))
    return next((point for point in tried if shape.buffer(-STEP / 4).contains(point)), middle)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "entries" / "anfang.jsonl")
    build(parser.parse_args().out)
