"""An exported scheme read back: the same scheme."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from geodata.scheme import Scheme
from geodata.scheme_about import DELIVERED, about_of, head_from, rows_of, with_rows
from geodata.scheme_carried import COLUMNS
from geodata.scheme_export import CSV_ABOUT
from geodata.scheme_limits import MEGABYTE, MOST_BYTES, MOST_PARTS
from geodata.scheme_upload import Delivery, read_delivery
from problem import DataError, Problem


def read_scheme(source: bytes | Path, name: str) -> tuple[Scheme | None, list[Problem]]:
    """The scheme of any file that `scheme_export` makes; None with the problems where the file is none of them.

    source: content, or where it lies. name: what the file is called. Status and version are what they were when it was
    exported; who imports decides what they become. Never raises for a file.
    """
    if Path(name).suffix.lower() == ".csv":
        return read_crosswalk(source, name)
    delivery, problems = read_delivery(source, name)
    if delivery is None:
        return None, problems
    if delivery.carried is None:
        return None, [*problems, Problem("scheme_nothing_carried", file=name)]
    scheme, found = scheme_of_delivery(delivery, name)
    return scheme, [*problems, *found]


def scheme_of_delivery(delivery: Delivery, file: str) -> tuple[Scheme | None, list[Problem]]:
    """The scheme that a delivered file carries; None where it carries none (no problem) or a faulty one."""
    if delivery.carried is None:
        return None, []
    try:
        head = head_from(delivery.carried.about)
        scheme = with_rows(head, delivery.carried.parts)
    except DataError as error:
        return None, [replace(problem, file=file) for problem in error.problems]
    if delivery.carried.about.get("grenzen") == DELIVERED:
        scheme = replace(scheme, shapes=delivery.areas.geometry.rename_axis(None))
    return scheme, []


def read_crosswalk(source: bytes | Path, name: str) -> tuple[Scheme | None, list[Problem]]:
    """The scheme of a crosswalk CSV; without shapes, since a table has none."""
    try:
        content = source if isinstance(source, bytes) else _content(source)
        if len(content) > MOST_BYTES:
            return None, [Problem("scheme_file_too_large", file=name, facts={"megabytes": MOST_BYTES // MEGABYTE})]
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    except FileNotFoundError:
        return None, [Problem("file_missing", file=name)]
    except (UnicodeDecodeError, csv.Error):
        return None, [Problem("scheme_encoding", file=name)]
    heading = [*COLUMNS, *CSV_ABOUT]
    if (
        not rows
        or rows[0] != heading
        or not 1 < len(rows) <= MOST_PARTS
        or {len(row) for row in rows} != {len(heading)}
    ):
        return None, [Problem("scheme_crosswalk_unlike", file=name, facts={"columns": list(COLUMNS)})]
    about = dict(zip(CSV_ABOUT.values(), rows[1][len(COLUMNS) :], strict=True))
    try:
        return with_rows(head_from(about), rows[1:]), []
    except DataError as error:
        return None, [replace(problem, file=name) for problem in error.problems]


def _content(path: Path) -> bytes:
    """At most one byte more than is allowed."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def same_scheme(one: Scheme, other: Scheme) -> bool:
    """Whether two schemes say the same; the order of parts and the shapes do not matter."""
    said = [{**about_of(scheme), "grenzen": ""} for scheme in (one, other)]
    return said[0] == said[1] and sorted(rows_of(one)) == sorted(rows_of(other))
