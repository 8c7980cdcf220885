"""An uploaded file read by a process of its own, with a limit on time and memory, in a folder that is gone afterwards.

Libraries that parse foreign formats are written in C: a file can make them eat all memory, run for hours or fall over, and
none of that can be caught from within. A process can be stopped, and takes nothing with it. Its answer is JSON, so that
even a reader taken over by a file hands on nothing that runs. It costs half a second.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyogrio

from geodata.scheme_limits import MEGABYTE, MOST_BYTES, SECONDS
from geodata.scheme_zip import PARTS
from problem import DataError, Problem

DRIVERS = {
    ".zip": "ESRI Shapefile",
    ".shp": "ESRI Shapefile",
    ".gpkg": "GPKG",
    ".geojson": "GeoJSON",
    ".json": "GeoJSON",
}
ROOT = Path(__file__).resolve().parents[1]
PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "GDAL_DATA", "PROJ_DATA",
             "PROJ_LIB")  # fmt: skip
AT_ONCE = threading.BoundedSemaphore(2)  # readings: each may take the memory of the limit


def read_apart(source: bytes | Path, suffix: str) -> dict[str, Any]:
    """The answer of `scheme_worker` about a file: problems, and where it could be read areas, shapes and carried.

    source: content, or where it lies; suffix: with dot, small. Raises DataError for a file that is of no known kind, not
    there, too large, or too costly to read; nothing of it is left behind.
    """
    if suffix not in DRIVERS:
        raise DataError(Problem("scheme_file_type"))
    with _workshop() as folder:
        path = folder / f"gebiete{suffix}"
        _put(source, path)
        with AT_ONCE:
            _run(path, folder)
        try:
            found: dict[str, Any] = json.loads((folder / "antwort.json").read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise DataError(Problem("scheme_too_costly", facts={"seconds": SECONDS})) from error
    return found


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder that is gone afterwards, with an empty one in it for what is unpacked."""
    with tempfile.TemporaryDirectory(prefix="gebiete-", ignore_cleanup_errors=True) as name:
        (Path(name) / "ausgepackt").mkdir()
        yield Path(name)


def _put(source: bytes | Path, path: Path) -> None:
    """The content at `path`, of a shapefile with its parts. Raises DataError where it is too large or not there."""
    if isinstance(source, bytes):
        _refuse_size(len(source))
        path.write_bytes(source)
        return
    suffixes = PARTS if path.suffix == ".shp" else (source.suffix,)
    parts = {suffix: part for suffix in suffixes if (part := source.with_suffix(suffix)).is_file()}
    if source.suffix not in parts and source.suffix.lower() not in parts:
        raise DataError(Problem("areas_file_missing"))
    missing = [suffix for suffix in (".dbf", ".shx") if path.suffix == ".shp" and suffix not in parts]
    if missing:
        raise DataError(Problem("shapefile_incomplete", facts={"missing": ", ".join(missing)}))
    _refuse_size(sum(part.stat().st_size for part in parts.values()))
    for suffix, part in parts.items():
        shutil.copyfile(part, path.with_suffix(suffix.lower()))


def _refuse_size(size: int) -> None:
    if size == 0:
        raise DataError(Problem("file_empty"))
    if size > MOST_BYTES:
        raise DataError(Problem("scheme_file_too_large", facts={"megabytes": MOST_BYTES // MEGABYTE}))


def _run(path: Path, folder: Path) -> None:
    """Have the file read; whether there is an answer shows in the folder."""
    command = [sys.executable, "-m", "geodata.scheme_worker", path, folder / "ausgepackt", folder / "antwort.json"]
    try:
        subprocess.run(
            [str(each) for each in command], cwd=ROOT, env=_environment(path.suffix), timeout=SECONDS + 1, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise DataError(Problem("scheme_too_costly", facts={"seconds": SECONDS})) from error


def _environment(suffix: str) -> dict[str, str]:
    """Only the driver that belongs to the suffix, so that no file opens others (a VRT opens files and addresses)."""
    others = [name for name in pyogrio.list_drivers() if name != DRIVERS[suffix]]
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return {**kept, "GDAL_SKIP": ",".join(others), "GDAL_PAM_ENABLED": "NO", "OPENBLAS_NUM_THREADS": "1",
            "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1", "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none"}  # fmt: skip
