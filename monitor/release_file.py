"""freigabe.parquet: which sums of a data folder are shown, and which numbers have been shown before.

One row per published sum. The file makes a release the same tomorrow as today, and lets the next one take into
account what readers already know. It holds no number that has never been shown.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from problem import DataError, Problem

RELEASE_FILE = "freigabe.parquet"
COLUMNS = ("measure", "pool", "level", "area", "year", "shown", "number")
CELL = list(COLUMNS[:5])
FINGERPRINT, CHECKSUM = b"fingerprint", b"checksum"


@dataclass(frozen=True)
class StoredRelease:
    """cells: measure, pool, level, area, year, shown (bool) and number (last one shown, NaN: never).

    fingerprint: of the numbers and rules it was computed from.
    """

    fingerprint: str
    cells: pd.DataFrame


def read_release_file(folder: Path) -> StoredRelease | None:
    """The stored release of a data folder, None where there is none.

    A damaged file is an error and not a missing one: without it nobody knows what readers have seen before.
    """
    path = folder / RELEASE_FILE
    if not path.is_file():
        return None
    try:
        table = pq.ParquetFile(io.BytesIO(path.read_bytes())).read()
        cells, metadata = table.to_pandas(), table.schema.metadata or {}
        intact = tuple(cells.columns) == COLUMNS and metadata.get(CHECKSUM, b"").decode() == _checksum(cells)
    except (pa.ArrowException, OSError, ValueError):
        intact = False
    if not intact:
        raise DataError(Problem("release_file_damaged", file=RELEASE_FILE))
    return StoredRelease(metadata[FINGERPRINT].decode(), cells)


def write_release_file(folder: Path, fingerprint: str, cells: pd.DataFrame) -> Path:
    """Write the cells of a release; an interrupted write leaves the old file."""
    table = pa.Table.from_pandas(cells[list(COLUMNS)], preserve_index=False)
    table = table.replace_schema_metadata({FINGERPRINT: fingerprint, CHECKSUM: _checksum(cells)})
    path = folder / RELEASE_FILE
    unfinished = path.with_suffix(".unfinished")
    dictionaries = ["measure", "level", "area"]
    pq.write_table(table, unfinished, compression="zstd", compression_level=19, use_dictionary=dictionaries)
    unfinished.replace(path)
    return path


def known_after(now: pd.DataFrame, before: StoredRelease | None) -> pd.DataFrame:
    """The cells of a release with the numbers of the last one where only that one showed them."""
    if before is None:
        return now
    earlier = before.cells.set_index(CELL)["number"]
    told = earlier.reindex(pd.MultiIndex.from_frame(now[CELL])).to_numpy()
    gone = before.cells[~before.cells.set_index(CELL).index.isin(pd.MultiIndex.from_frame(now[CELL]))]
    kept = now.assign(number=np.where(now["shown"], now["number"], told))
    # What is no longer published at all stays known.
    return pd.concat([kept, gone[gone["number"].notna()].assign(shown=False)], ignore_index=True)


def _checksum(cells: pd.DataFrame) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name in COLUMNS:
        column = cells[name]
        text = column.dtype == object or pd.api.types.is_string_dtype(column)
        digest.update("\n".join(column.astype(str)).encode() if text else np.ascontiguousarray(column).tobytes())
    return digest.hexdigest()


def by_cell(stored: StoredRelease) -> Mapping[tuple[str, int, str], pd.DataFrame]:
    """(measure, pool, level) → its rows."""
    return {(str(m), int(p), str(lv)): rows for (m, p, lv), rows in stored.cells.groupby(["measure", "pool", "level"])}
