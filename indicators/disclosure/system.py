"""All sums that are published together, as one linear system."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

import numpy as np
from scipy import sparse

from indicators.shapes import BoolArray, FloatArray, IntArray

NEVER = -1  # tier of a cell that is never shown, so that it cannot be hidden either
GIVEN = 99  # tier of a cell that is known already, for example from an earlier release: hiding it would protect nothing


@dataclass(frozen=True)
class System:
    """Cells and the sums that tie them to each other; arrays have one entry per cell.

    values: true numbers. relations: one row each, for example a whole less its parts; differences between two states that
    both agree with what is shown add up to 0 in every row.
    hidden: not shown, whether for its own sake or for another's; a `NEVER` cell that must not become known is hidden too.
    need: width the feasible interval of a hidden cell must have. upper: what everybody knows a cell cannot exceed (the
    base of a proportion), infinite where nothing is known. rule_low, rule_high: between which numbers a cell lies, once it
    is hidden, for those who know the rule and see by the sign why it is.
    tier: which cells are given up first to protect others: 0 before 1 before 2; `NEVER` and `GIVEN` see above.
    cost: of hiding a cell, in comparison with others of its tier.
    lower: what everybody knows a cell cannot be less than, 0 unless a rounded number of it is shown.
    interface: cells that nobody is shown and that alone tie the sums of one municipality to those of another.
    base: position of the cell that `upper` is taken from, −1 where it is of none or of several.
    cut, share: number of the base unit that a cell is a known share of, −1 and 0 elsewhere.
    layer: number shared by the sums of one kind and year in all areas: within a layer, parts of areas make up for each
    other before anything else does.
    """

    values: FloatArray
    relations: sparse.csr_array
    hidden: BoolArray
    need: FloatArray
    upper: FloatArray
    rule_low: FloatArray
    rule_high: FloatArray
    tier: IntArray
    cost: FloatArray
    layer: IntArray
    lower: FloatArray = field(default_factory=lambda: np.zeros(0))
    base: IntArray = field(default_factory=lambda: np.zeros(0, dtype=np.intp))
    interface: BoolArray = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    cut: IntArray = field(default_factory=lambda: np.zeros(0, dtype=np.intp))
    share: FloatArray = field(default_factory=lambda: np.zeros(0))

    def __post_init__(self) -> None:
        nowhere = {"lower": 0.0, "base": -1, "interface": False, "cut": -1, "share": 0.0}
        for name, value in nowhere.items():
            if (given := getattr(self, name)).size != self.values.size:
                object.__setattr__(self, name, np.full(self.values.size, value, dtype=given.dtype))

    @property
    def unknown(self) -> BoolArray:
        """What an outsider does not see."""
        return np.asarray(self.hidden | (self.tier == NEVER))

    @property
    def of_neighbours(self) -> System:
        """As readers see it who know the interface: what withstands them does not depend on any other municipality."""
        return replace(self, tier=np.where(self.interface & ~self.hidden, GIVEN, self.tier))

    def with_hidden(self, hidden: BoolArray) -> System:
        return replace(self, hidden=hidden)

    def part(self, cells: IntArray) -> System:
        """The system of some cells alone; a relation with cells outside keeps what is inside, as if the rest were known."""
        arrays = {each.name: getattr(self, each.name)[cells] for each in fields(self) if each.name != "relations"}
        position = np.full(self.values.size + 1, -1, dtype=np.intp)  # the last one: of no cell
        position[cells] = np.arange(cells.size)
        return System(**{**arrays, "base": position[arrays["base"]]}, relations=filled(self.relations[:, cells]))


def filled(relations: sparse.csr_array) -> sparse.csr_array:
    """The relations that hold a cell."""
    rows = relations.tocsr()
    return rows[np.flatnonzero(np.diff(rows.indptr))]


def distinct(relations: sparse.csr_array) -> sparse.csr_array:
    """The relations that hold a cell, each once, whatever its sign: an earlier release says much a second time."""
    rows, random = filled(relations), np.random.default_rng(1)
    # Two sums of random numbers for each row tell all rows apart.
    sums = rows @ (random.random(rows.shape[1]) + 1j * random.random(rows.shape[1]))
    _, first = np.unique(np.where(sums.real < 0, -sums, sums), return_index=True)
    return rows[np.sort(first)]


def blocks_of(relations: sparse.csr_array, cells: BoolArray) -> IntArray:
    """Number of the block of each cell: cells share one if a chain of relations among `cells` connects them; −1 outside."""
    chosen = np.flatnonzero(cells)
    entries = relations[:, chosen].tocoo()
    (row, cell), size = entries.coords, chosen.size + relations.shape[0]
    joined = sparse.csr_array((np.ones(row.size), (cell, chosen.size + row)), shape=(size, size))
    _, labels = sparse.csgraph.connected_components(joined, directed=False)
    found = np.full(cells.size, -1, dtype=np.intp)
    used = np.zeros(size, dtype=np.bool_)
    used[labels[: chosen.size]] = True
    found[chosen] = (np.cumsum(used) - 1)[labels[: chosen.size]]
    return found
