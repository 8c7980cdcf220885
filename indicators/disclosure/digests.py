"""Short names of the blocks of a system: a block that has withstood every attack need not be attacked again."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.disclosure.fingerprint import METHOD
from indicators.disclosure.system import NEVER, System, blocks_of
from indicators.shapes import BoolArray, IntArray

HashArray = npt.NDArray[np.uint64]
KEYS = (f"{METHOD:08}01234567", f"{METHOD:08}89abcdef")  # two hashes of 64 bits make a name of 128


class Blocks(NamedTuple):
    """number: of the block of each cell that nobody is shown, −1 for others. rank: position within its block. names: of the
    blocks, "" where nothing asks for protection."""

    number: IntArray
    rank: IntArray
    names: list[str]


def names_of_blocks(system: System, sensitive: BoolArray) -> Blocks:
    """The blocks of the cells that nobody is shown, with a name each.

    Blocks of the same numbers, bounds and relations under the same pattern have the same name, wherever they stand among
    the others; whether a relation is there twice does not matter. sensitive: as in `protected`.
    """
    blocks = blocks_of(system.relations, system.unknown)
    cells = np.flatnonzero(blocks >= 0)
    own = blocks[cells]
    rank = _ranks(own)
    ranks = np.full(blocks.size, -1, dtype=np.intp)
    ranks[cells] = rank
    columns = {
        name: getattr(system, name)[cells]
        for name in ("values", "hidden", "need", "upper", "rule_low", "rule_high", "lower")
    }
    fields = pd.DataFrame({
        **columns, "rank": rank, "never": system.tier[cells] == NEVER, "sensitive": sensitive[cells],
        "layer": _layers(system.layer[cells], own),
    })  # fmt: skip
    rows = _rows(system, cells, own, rank)
    count = int(blocks.max(initial=-1)) + 1
    parts = [_summed(_hashes(fields, key), own, count) + _of_rows(rows, key, count) for key in KEYS]
    asking = np.zeros(count, dtype=np.bool_)
    asking[blocks[system.hidden & (system.need > 0)]] = True
    hashes = zip(asking.tolist(), *(part.tolist() for part in parts), strict=True)
    return Blocks(blocks, ranks, [f"{first:016x}{second:016x}" if asks else "" for asks, first, second in hashes])


def _ranks(group: IntArray) -> IntArray:
    """Position of each entry among those of its group, in their order."""
    order = np.argsort(group, kind="stable")
    starts = np.searchsorted(group[order], group[order])
    rank = np.empty(group.size, dtype=np.intp)
    rank[order] = np.arange(group.size) - starts
    return rank


def _layers(layer: IntArray, block: IntArray) -> IntArray:
    """Layers numbered anew within each block: neither other blocks nor further measures elsewhere change anything here."""
    order = np.lexsort((layer, block))
    blocks, layers = block[order], layer[order]
    begins, starts = np.append(True, blocks[1:] != blocks[:-1]), np.append(True, layers[1:] != layers[:-1])
    count = np.cumsum(begins | starts)
    found = np.empty(layer.size, dtype=np.intp)
    found[order] = count - np.maximum.accumulate(np.where(begins, count, 0))
    return found


def _rows(system: System, cells: IntArray, own: IntArray, rank: IntArray) -> pd.DataFrame:
    """One entry per unknown cell of each relation: row, block, rank and coefficient."""
    entries = system.relations[:, cells].tocoo()
    row, column = entries.coords
    return pd.DataFrame({"row": row, "block": own[column], "rank": rank[column], "coefficient": entries.data})


def _of_rows(rows: pd.DataFrame, key: str, count: int) -> HashArray:
    """Sum of the hashes of all different rows of each block; those of a row are the sum of those of its entries."""
    size = int(rows["row"].max()) + 1 if len(rows) else 0
    of_row = _summed(_hashes(rows[["rank", "coefficient"]], key), rows["row"].to_numpy(), size)
    block_of = np.full(size, -1, dtype=np.intp)
    block_of[rows["row"]] = rows["block"]
    different = pd.DataFrame({"block": block_of, "hash": of_row})[block_of >= 0].drop_duplicates()
    return _summed(_hashes(different[["hash"]], key), different["block"].to_numpy(), count)


def _hashes(table: pd.DataFrame, key: str) -> HashArray:
    # As a column: pandas' own key counts for texts alone.
    return np.asarray(pd.util.hash_pandas_object(table.assign(key=key), index=False, categorize=False), dtype=np.uint64)


def _summed(hashes: HashArray, group: IntArray, count: int) -> HashArray:
    """Sums modulo 2⁶⁴."""
    found = np.zeros(count, dtype=np.uint64)
    np.add.at(found, group, hashes)
    return found
