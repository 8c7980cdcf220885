"""Tables that divide a municipality, as offices deliver them: base units, or streets and house numbers."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from geodata.scheme import Scheme
from geodata.scheme_from_streets import scheme_from_streets
from geodata.scheme_from_table import scheme_from_table
from geodata.scheme_limits import MEGABYTE, MOST_UNPACKED
from monitor.tables import read_table
from problem import Problem, is_error

ADDRESSES = "strassen.csv"  # in the data folder: einheit;strasse;hausnummer_von;hausnummer_bis;seite;einwohner
MOST_BYTES = 10 * MEGABYTE
SUFFIXES = (".csv", ".xlsx")


def read_scheme_table(
    content: bytes, name: str, folder: Path, municipality: str, units: Iterable[str], version: int = 1, title: str = ""
) -> tuple[Scheme | None, list[Problem]]:
    """A draft of an uploaded table (CSV or Excel): one with a column strasse is a register of streets, any other says the
    social space of base units. folder: the data folder, for the addresses of its base units. None with errors."""
    table, problems = _uploaded(content, name)
    if any(is_error(problem) for problem in problems) or not len(table.columns):
        return None, problems
    table = table.rename(columns={column: str(column).strip().lower() for column in table.columns})
    if "strasse" not in table and "straße" not in table:
        scheme, found = scheme_from_table(table, name, municipality, units, version, title)
        return scheme, [*problems, *found]
    if not (folder / ADDRESSES).exists():
        return None, [*problems, Problem("scheme_addresses_missing", file=ADDRESSES)]
    addresses, found = read_table(folder / ADDRESSES, ADDRESSES)
    if any(is_error(problem) for problem in found):
        return None, [*problems, *found]
    rules = table.rename(columns={"straße": "strasse"})
    scheme, told = scheme_from_streets(rules, name, addresses, ADDRESSES, municipality, units, version, title)
    return scheme, [*problems, *found, *told]


def _uploaded(content: bytes, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        return pd.DataFrame(), [Problem("scheme_table_type", file=name)]
    if len(content) > MOST_BYTES or _unpacked(content) > MOST_UNPACKED:
        return pd.DataFrame(), [
            Problem("scheme_file_too_large", file=name, facts={"megabytes": MOST_BYTES // MEGABYTE})
        ]
    with tempfile.TemporaryDirectory(prefix="tabelle-") as folder:
        path = Path(folder) / f"tabelle{suffix}"
        path.write_bytes(content)
        return read_table(path, name)


def _unpacked(content: bytes) -> int:
    """Bytes that an Excel workbook says it unpacks to (its readers read no more than it says); 0 for any other file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return 0
