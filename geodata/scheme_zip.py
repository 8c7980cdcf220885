"""The shapefile in a zip, taken out by hand: fixed names, counted bytes, nothing that leads out of the folder."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from geodata.scheme_limits import MOST_MEMBERS, MOST_UNPACKED
from problem import DataError, Problem

PARTS = (".shp", ".dbf", ".shx", ".prj", ".cpg")
NEEDED = (".shp", ".dbf", ".shx")
BESIDE = ("zuschnitt.toml", "anteile.csv")  # what an export of this app carries
CHUNK = 1 << 16
DRIVE = re.compile(r"[A-Za-z]:")


def unpack(packed: Path, folder: Path, file: str) -> Path:
    """The only shapefile of a zip as gebiete.shp in the folder, with its parts and what lies `BESIDE` it.

    file: what problems call the zip. Raises DataError.
    """
    try:
        with zipfile.ZipFile(packed) as archive:
            return _unpack(archive, folder, file)
    except RuntimeError as error:  # the only one zipfile raises so: a password is needed
        raise DataError(Problem("scheme_zip_locked", file=file)) from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise DataError(Problem("scheme_zip_damaged", file=file)) from error


def _unpack(archive: zipfile.ZipFile, folder: Path, file: str) -> Path:
    members = [member for member in archive.infolist() if not member.is_dir()]
    _refuse(members, file)
    shapefile = _only_shapefile([member.filename for member in members], file)
    wanted = {f"gebiete{suffix}": shapefile.with_suffix(suffix) for suffix in PARTS}
    wanted |= {name: shapefile.with_name(name) for name in BESIDE}
    there = {member.filename.lower(): member for member in members}
    left = MOST_UNPACKED
    for name, path in wanted.items():
        if member := there.get(str(path).lower()):
            left -= _copy(archive, member, folder / name, left, file)
    missing = [suffix for suffix in NEEDED if not (folder / f"gebiete{suffix}").exists()]
    if missing:
        raise DataError(Problem("shapefile_incomplete", file=file, facts={"missing": ", ".join(missing)}))
    return folder / "gebiete.shp"


def _refuse(members: list[zipfile.ZipInfo], file: str) -> None:
    if any(_leads_out(member) for member in members):
        raise DataError(Problem("scheme_zip_leads_out", file=file))
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise DataError(_too_large(file))


def _leads_out(member: zipfile.ZipInfo) -> bool:
    """Absolute, with a drive, or with .. in it; `orig_filename` is what really stands in the file."""
    names = {member.filename.replace("\\", "/"), member.orig_filename.replace("\\", "/")}
    return any(name.startswith("/") or DRIVE.match(name) or ".." in name.split("/") for name in names)


def _only_shapefile(names: list[str], file: str) -> PurePosixPath:
    paths = [PurePosixPath(name) for name in names]
    found = [path for path in paths if path.suffix.lower() == ".shp" and not _of_a_mac(path)]
    if not found:
        raise DataError(Problem("scheme_zip_without_shapefile", file=file))
    if len(found) > 1:
        raise DataError(Problem("scheme_zip_several", file=file, facts={"count": len(found)}))
    return found[0]


def _of_a_mac(path: PurePosixPath) -> bool:
    """Companions that macOS puts beside every file."""
    return "__MACOSX" in path.parts or path.name.startswith("._")


def _copy(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, most: int, file: str) -> int:
    """Bytes written; what the zip says about its sizes is not believed."""
    written = 0
    with archive.open(member) as source, target.open("wb") as copy:
        while chunk := source.read(CHUNK):
            written += len(chunk)
            if written > most:
                raise DataError(_too_large(file))
            copy.write(chunk)
    return written


def _too_large(file: str) -> Problem:
    return Problem("scheme_zip_too_large", file=file, facts={"megabytes": MOST_UNPACKED // 1_000_000})
