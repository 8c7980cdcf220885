"""An uploaded file of boundaries → areas, whatever is in the file. It is read by a process of its own: `scheme_process`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geodata.boundaries import METRIC, date_of
from geodata.scheme_carried import Carried
from geodata.scheme_process import read_apart
from problem import DataError, Problem, Severity

FAR = 5_000.0  # m from the municipality beyond which areas must be another's
LONGEST_FILE_NAME = 80


@dataclass(frozen=True)
class Delivery:
    """areas: index id; name, valid_from, valid_to, id_made (bool: the file has no ids), geometry in EPSG:25832, in the
    order of the file. carried: what an export of this app has beside them, else None."""

    areas: gpd.GeoDataFrame
    carried: Carried | None


def read_upload(
    source: bytes | Path, name: str, home: Any = None, home_name: str = ""
) -> tuple[gpd.GeoDataFrame | None, list[Problem]]:
    """The areas of `read_delivery` alone."""
    delivery, problems = read_delivery(source, name, home, home_name)
    return (delivery.areas if delivery else None), problems


def read_delivery(
    source: bytes | Path, name: str, home: Any = None, home_name: str = ""
) -> tuple[Delivery | None, list[Problem]]:
    """What a shapefile (in a zip, or its .shp on disk), a GeoPackage or a GeoJSON in any CRS holds; None with errors.

    source: content, or where it lies. name: what the file is called; its suffix decides how it is read. home: shape of the
    municipality in EPSG:25832, near which the areas must lie, home_name: what it is called. Never raises for a file.
    """
    file = _plain(name)
    try:
        answer = read_apart(source, Path(file).suffix.lower())
        problems = [_problem(each, file) for each in answer["problems"]]
        if "areas" not in answer:
            return None, problems
        delivery = _delivery(answer)
    except DataError as error:
        return None, [replace(problem, file=file) for problem in error.problems]
    except (KeyError, TypeError, ValueError, shapely.errors.GEOSException):  # no answer a sound reader gives
        return None, [Problem("areas_unreadable", file=file)]
    problems += _date_problems(delivery.areas, file)
    if home is not None and (far := _far_away(delivery.areas, home)):
        facts = {"place": home_name or "Kommune", "kilometres": round(far / 1000)}
        return None, [*problems, Problem("scheme_far_away", file=file, facts=facts)]
    return delivery, problems


def _plain(name: str) -> str:
    """A file's name without a path and without what cannot be printed."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable())[-LONGEST_FILE_NAME:]


def _problem(told: dict[str, Any], file: str) -> Problem:
    return Problem(str(told["code"]), Severity(told["severity"]), file, areas=told["areas"], facts=told["facts"])


def _delivery(answer: dict[str, Any]) -> Delivery:
    ids = [row[0] for row in answer["areas"]]
    table = pd.DataFrame([row[1:] for row in answer["areas"]], columns=["name", "valid_from", "valid_to", "id_made"])
    for column in ("valid_from", "valid_to"):
        table[column] = pd.Series(
            [date_of(text) if isinstance(text, str) else None for text in table[column]], dtype=object
        )
    areas = gpd.GeoDataFrame(table, geometry=shapely.from_wkb(answer["shapes"]), crs=METRIC)
    return Delivery(
        areas.set_axis(pd.Index(ids, name="id")), Carried(*answer["carried"]) if answer["carried"] else None
    )


def _date_problems(areas: Any, file: str) -> list[Problem]:
    return [
        Problem("area_date_invalid", Severity.WARNING, file, areas=[str(area)], facts={"column": name, "value": value})
        for name in ("valid_from", "valid_to")
        for area, value in areas[name].items()
        if isinstance(value, str)
    ][:20]


def _far_away(areas: Any, home: Any) -> float:
    """Metres from the municipality to the nearest area where that is too far, else 0."""
    distance = float(shapely.distance(areas.geometry.to_numpy(), home).min())
    return distance if distance > FAR else 0.0
