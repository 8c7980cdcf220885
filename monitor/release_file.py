"""freigabe.parquet: which sums of a data folder are shown, and which numbers have been shown before.

One row per published sum, and which base units each area is made of. The file makes a release the same tomorrow as
today, and lets the next one take into account what readers already know. It holds no number that has never been shown.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
MEMBERSHIP, SAFE, UNPLACED, PLACED = BESIDE = (b"membership", b"safe", b"unplaced", b"placed")
Membership = Mapping[str, Mapping[str, tuple[str, ...]]]  # level → area → its base units
Wholes = Mapping[str, Mapping[str, tuple[str, ...]]]  # measure → level of the parts → wholes


@dataclass(frozen=True)
class StoredRelease:
    """cells: measure, pool, level, area, year, shown (bool) and number (last one shown, NaN: never); of an area that is no
    longer there, whether it was shown while it was.

    fingerprint: of the numbers and rules it was computed from. membership: of the areas it shows and of former ones, as far
    as they are made of base units. safe: names of the blocks of sums that withstand every attack (see `Hiding`). Files of
    older programs have neither. unplaced: wholes that count more than their parts in any year; placed: those of which
    nothing was left in a release before.
    """

    fingerprint: str
    cells: pd.DataFrame
    membership: Membership = field(default_factory=dict)
    safe: frozenset[str] = frozenset()
    unplaced: Wholes = field(default_factory=dict)
    placed: Wholes = field(default_factory=dict)


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
        beside = [metadata.get(name, b"") for name in BESIDE]
        intact = tuple(cells.columns) == COLUMNS and metadata.get(CHECKSUM, b"").decode() == _checksum(cells, beside)
        membership, unplaced, placed = (_unpacked(beside[position]) for position in (0, 2, 3))
        safe = frozenset(beside[1].decode().split())
    except (pa.ArrowException, OSError, ValueError):
        intact = False
    if not intact:
        raise DataError(Problem("release_file_damaged", file=RELEASE_FILE))
    return StoredRelease(metadata[FINGERPRINT].decode(), cells, membership, safe, unplaced, placed)


def write_release_file(folder: Path, release: StoredRelease) -> Path:
    """Write a release; an interrupted write leaves the old file."""
    table = pa.Table.from_pandas(release.cells[list(COLUMNS)], preserve_index=False)
    told = (release.membership, release.unplaced, release.placed)
    membership, unplaced, placed = (_packed(each) if each else b"" for each in told)
    beside = [membership, " ".join(sorted(release.safe)).encode(), unplaced, placed]
    metadata = {FINGERPRINT: release.fingerprint, CHECKSUM: _checksum(release.cells, beside)}
    metadata |= {name: content for name, content in zip(BESIDE, beside, strict=True) if content}
    table = table.replace_schema_metadata(metadata)
    path = folder / RELEASE_FILE
    unfinished = path.with_suffix(".unfinished")
    dictionaries = ["measure", "level", "area"]
    pq.write_table(table, unfinished, compression="zstd", compression_level=9, use_dictionary=dictionaries)
    unfinished.replace(path)
    return path


def known_after(now: pd.DataFrame, before: StoredRelease | None, former: Membership) -> pd.DataFrame:
    """The cells of a release with the numbers of the last one where only that one showed them.

    former: areas that are no longer there; their cells stay as they are.
    """
    if before is None:
        return now
    earlier = before.cells.set_index(CELL)["number"]
    told = earlier.reindex(pd.MultiIndex.from_frame(now[CELL])).to_numpy()
    gone = before.cells[~before.cells.set_index(CELL).index.isin(pd.MultiIndex.from_frame(now[CELL]))]
    is_former = gone["area"].isin([area for areas in former.values() for area in areas])
    kept = now.assign(number=np.where(now["shown"], now["number"], told))
    # What is no longer published at all stays known, and what was hidden of it a secret.
    known = gone[~is_former].assign(shown=False)
    return pd.concat([kept, known, gone[is_former]], ignore_index=True)


def _packed(membership: Membership) -> bytes:
    """The same membership is always the same bytes."""
    text = json.dumps(
        {level: {area: " ".join(units) for area, units in areas.items()} for level, areas in membership.items()}
    )
    return base64.b85encode(zlib.compress(text.encode(), 9))


def _unpacked(packed: bytes) -> Membership:
    if not packed:
        return {}
    try:
        told = json.loads(zlib.decompress(base64.b85decode(packed)))
    except zlib.error as error:
        raise ValueError("the membership is damaged") from error
    return {level: {area: tuple(units.split(" ")) for area, units in areas.items()} for level, areas in told.items()}


def _checksum(cells: pd.DataFrame, beside: Sequence[bytes]) -> str:
    digest = hashlib.blake2b(b" ".join(filter(None, beside)), digest_size=16)
    for name in COLUMNS:
        column = cells[name]
        text = column.dtype == object or pd.api.types.is_string_dtype(column)
        digest.update("\n".join(column.astype(str)).encode() if text else np.ascontiguousarray(column).tobytes())
    return digest.hexdigest()


def by_cell(stored: StoredRelease) -> Mapping[tuple[str, int, str], pd.DataFrame]:
    """(measure, pool, level) → its rows."""
    return {(str(m), int(p), str(lv)): rows for (m, p, lv), rows in stored.cells.groupby(["measure", "pool", "level"])}
