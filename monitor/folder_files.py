"""The files of a data folder: which are read, which are not, and the fingerprint of their content."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

from monitor.county import County
from monitor.release_file import RELEASE_FILE
from monitor.story_file import STORY_FILE
from monitor.tables import READERS
from problem import Problem, Severity

SETTINGS = ("county.toml", "catalogue.toml", STORY_FILE, RELEASE_FILE)
DATA_SUFFIXES = {".csv", ".xlsx", ".xls", ".xlsm", ".ods", ".parquet", ".toml", ".shp", ".gpkg", ".geojson", ".json"}


def count_files(folder: Path) -> list[Path]:
    """counts.*, counts_*.* and everything in counts/ that is a table, in a fixed order."""
    named = [path for path in folder.glob("counts*") if path.stem == "counts" or path.stem.startswith("counts_")]
    return sorted(path for path in [*named, *(folder / "counts").glob("*")] if _is_table(path))


def _is_table(path: Path) -> bool:
    # "~$counts.xlsx" is what Excel leaves beside an open workbook.
    return path.suffix.lower() in READERS and path.is_file() and not path.name.startswith(("~", "."))


def area_files(folder: Path, county: County | None) -> list[Path]:
    """Files of the levels with everything that belongs to a shapefile; without a county every file in areas/."""
    if county is None:
        return sorted(path for path in (folder / "areas").glob("**/*") if path.is_file())
    mains = [folder / level.file for level in county.levels if level.file]
    return sorted({path for main in mains for path in main.parent.glob(f"{main.stem}.*") if path.is_file()})


def division_files(folder: Path, county: County | None) -> list[Path]:
    """The tables of base units that county.toml names, if they are there."""
    named = [folder / division.file for division in county.divisions] if county else []
    return [path for path in named if path.is_file()]


def place_files(folder: Path, county: County | None) -> list[Path]:
    """The file with place points that county.toml names, if it is there."""
    path = folder / county.places if county and county.places else None
    return [path] if path and path.is_file() else []


def report_files(folder: Path, county: County | None) -> list[Path]:
    """The logo that county.toml names, if it is there."""
    path = folder / county.report.logo_file if county and county.report.logo_file else None
    return [path] if path and path.is_file() else []


def folder_fingerprint(folder: Path, county: County | None = None) -> str:
    """SHA-256 over names and contents of all files that are read; it changes whenever the shown numbers could.

    county: narrows the boundary files to those of its levels; without it every file in areas/ counts.
    """
    digest = hashlib.sha256()
    for path in _read_files(folder, county):
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def files_state(folder: Path, county: County | None) -> tuple[str, ...]:
    """What tells whether a folder would be read as before: names and contents of what is read, but for the stored release and
    the schemes, and the names of all files beside. county: as in `folder_fingerprint`."""
    read = [path for path in _read_files(folder, county) if path.name != RELEASE_FILE]
    contents = (f"{path}:{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in read)
    beside = (path for path in _beside(folder, set(read)) if path.name != RELEASE_FILE and path.name[0] != ".")
    return (*contents, *map(str, beside))


def _read_files(folder: Path, county: County | None) -> list[Path]:
    settings = [folder / name for name in SETTINGS if (folder / name).is_file()]
    return [
        *settings,
        *count_files(folder),
        *area_files(folder, county),
        *division_files(folder, county),
        *place_files(folder, county),
        *report_files(folder, county),
    ]


def files_not_read(folder: Path, county: County | None) -> list[Problem]:
    """Data files that nothing names: a mistyped name would otherwise lose a delivery without a word."""
    return [
        _not_read(path, folder)
        for path in _beside(folder, set(_read_files(folder, county)))
        if path.suffix.lower() in DATA_SUFFIXES and not path.name.startswith(("~", "."))
    ]


def _beside(folder: Path, read: Collection[Path]) -> list[Path]:
    places: Iterable[Path] = (folder, folder / "counts", folder / "areas")
    return [path for place in places for path in sorted(place.glob("*")) if path.is_file() and path not in read]


def _not_read(path: Path, folder: Path) -> Problem:
    name = path.name.lower()
    tables = [f"counts{suffix}" for suffix in READERS]
    meant = name if name in SETTINGS else next(iter(get_close_matches(name, [*SETTINGS, *tables], 1, 0.8)), "")
    file = path.relative_to(folder).as_posix()
    return Problem("file_not_read", Severity.WARNING, file, facts={"suggestion": meant})
