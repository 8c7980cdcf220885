"""Short names of the blocks of a system: a block that has withstood every attack need not be attacked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.disclosure.fingerprint import METHOD
from indicators.disclosure.system import NEVER, System, blocks_of
from indicators.shapes import BoolArray, IntArray

HashArray = npt.NDArray[np.uint64]
FIELDS = ("values", "hidden", "need", "upper", "rule_low", "rule_high", "lower")
KEYS = tuple(int(f"{METHOD}{half}") for half in (1, 2))  # two hashes of 64 bits make a name of 128


class Blocks(NamedTuple):
    """number: of the block of each cell that nobody is shown, −1 for others and where nothing of a block asks for protection.
    rank: position within its block. names: of the blocks."""

    number: IntArray
    rank: IntArray
    names: list[str]


def names_of_blocks(system: System, sensitive: BoolArray) -> Blocks:
    """The blocks of the cells that nobody is shown, with a name each.

    Blocks of the same numbers, bounds and relations under the same pattern have the same name, wherever they stand among
    the others; whether a relation is there twice does not matter. sensitive: as in `protected`.
    """
    blocks = _asking_blocks(system)
    cells = np.flatnonzero(blocks >= 0)
    own = blocks[cells]
    rank = _ranks(own)
    ranks = np.full(blocks.size, -1, dtype=np.intp)
    ranks[cells] = rank
    fields = [
        *(getattr(system, name)[cells] for name in FIELDS),
        rank, system.tier[cells] == NEVER, sensitive[cells], _layers(system.layer[cells], own),
    ]  # fmt: skip
    rows = _rows(system, cells, own, rank)
    count = int(blocks.max(initial=-1)) + 1
    parts = [_summed(_hashes(fields, key), own, count) + _of_rows(rows, key, count) for key in KEYS]
    hashes = zip(*(part.tolist() for part in parts), strict=True)
    return Blocks(blocks, ranks, [f"{first:016x}{second:016x}" for first, second in hashes])


def _asking_blocks(system: System) -> IntArray:
    """Number of the block of each cell, −1 where nothing of it asks for protection."""
    blocks = blocks_of(system.relations, system.unknown)
    asking = np.zeros(int(blocks.max(initial=-1)) + 2, dtype=np.bool_)  # the last one: of no block
    asking[blocks[system.hidden & (system.need > 0)]] = True
    asking[-1] = False
    return np.where(asking, np.cumsum(asking) - 1, -1)[blocks]


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


def _of_rows(rows: pd.DataFrame, key: int, count: int) -> HashArray:
    """Sum of the hashes of all different rows of each block; those of a row are the sum of those of its entries."""
    size = int(rows["row"].max()) + 1 if len(rows) else 0
    of_row = _summed(
        _hashes([rows["rank"].to_numpy(), rows["coefficient"].to_numpy()], key), rows["row"].to_numpy(), size
    )
    block_of = np.full(size, -1, dtype=np.intp)
    block_of[rows["row"]] = rows["block"]
    different = pd.DataFrame({"block": block_of, "hash": of_row})[block_of >= 0].drop_duplicates()
    return _summed(_hashes([different["hash"].to_numpy()], key), different["block"].to_numpy(), count)


def _hashes(columns: Sequence[npt.NDArray[Any]], key: int) -> HashArray:
    """One for each row of the columns. The key goes first: rows that are alike under one are not under another."""
    found = np.full(columns[0].size, key, dtype=np.uint64)
    for column in columns:
        found = np.asarray(
            pd.util.hash_array(pd.util.hash_array(found, categorize=False) ^ _bits(column), categorize=False)
        )
    return found


def _bits(column: npt.NDArray[Any]) -> HashArray:
    if column.dtype.kind == "f":
        return np.asarray((column + 0.0).view(np.uint64))  # −0 is 0
    return np.asarray(column.astype(np.uint64))


def _summed(hashes: HashArray, group: IntArray, count: int) -> HashArray:
    """Sums modulo 2⁶⁴."""
    found = np.zeros(count, dtype=np.uint64)
    np.add.at(found, group, hashes)
    return found
