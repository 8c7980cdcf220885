"""Is a file what its ending says? Looked at before any library opens it."""

from __future__ import annotations

from pathlib import Path

from geodata.scheme_limits import MOST_CORNERS
from problem import DataError, Problem

SQLITE = b"SQLite format 3\x00"


def refuse_other_content(path: Path, suffix: str, file: str) -> None:
    """Raises DataError where the content cannot be what the suffix says: .zip, .gpkg, .geojson or .json."""
    data = path.read_bytes()
    if not data.strip(b"\x00 \t\r\n"):
        raise DataError(Problem("file_empty", file=file))
    if suffix == ".zip" and not data.startswith(b"PK"):
        raise _unlike(file, "ZIP-Archiv mit einem Shapefile")
    if suffix == ".gpkg" and not data.startswith(SQLITE):
        raise _unlike(file, "GeoPackage")
    if suffix in (".geojson", ".json"):
        _refuse_no_json(data, file)


def _refuse_no_json(data: bytes, file: str) -> None:
    """GeoJSON is UTF-8 (RFC 7946). Corners are counted by their brackets: parsing two millions costs a gigabyte."""
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        raise _unlike(file, "GeoJSON")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(Problem("scheme_encoding", file=file)) from error
    if data.count(b"[") > MOST_CORNERS:
        raise too_many_corners(file)


def too_many_corners(file: str) -> DataError:
    return DataError(Problem("scheme_too_many_corners", file=file, facts={"most": MOST_CORNERS}))


def _unlike(file: str, expected: str) -> DataError:
    return DataError(Problem("scheme_content_unlike", file=file, facts={"expected": expected}))
