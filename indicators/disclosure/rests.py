"""Bases that nobody is shown: a reader knows of a part only that the whole less the part is no negative number."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy import sparse

from indicators.disclosure.attacks import DETERMINED, of_outsider
from indicators.disclosure.intervals import explored, narrow
from indicators.disclosure.system import NEVER, System, blocks_of
from indicators.shapes import BoolArray, FloatArray, IntArray


def determined_without_bases(system: System, cells: IntArray, need: FloatArray) -> IntArray:
    """Those of some cells that stay narrower than they need, or whose rests are determined, for readers who do not know the
    bases that are not shown.

    Everywhere else readers are taken to know them: that makes smaller programs, and mostly it takes nothing away.
    """
    wider, parts = _with_rests(system)
    some = (
        wider.values[system.values.size :] > 0
    )  # where a shown whole has no rest, everybody knows that its parts have none
    rests = np.flatnonzero(some & np.isin(parts, cells)) + system.values.size
    asked = np.zeros(wider.values.size)
    asked[cells], asked[rests] = need, DETERMINED
    hidden = wider.hidden | (asked > 0)
    wider = wider.with_hidden(hidden)
    blocks = blocks_of(wider.relations, wider.unknown)
    concerned = np.flatnonzero(np.isin(blocks, blocks[cells]))
    inside = wider.part(concerned)
    knowledge = of_outsider(inside)
    moves = explored(inside, knowledge, asked[concerned], exact=True)
    found: BoolArray = np.zeros(asked.size, dtype=np.bool_)
    found[concerned] = narrow(inside, knowledge, asked[concerned], moves)
    of_rests = parts[found[system.values.size :]]
    return np.asarray(cells[found[cells] | np.isin(cells, of_rests)])


def _with_rests(system: System) -> tuple[System, IntArray]:
    """The system with a cell more for each part and its whole if neither is shown, and which parts these are."""
    unknown = system.unknown
    parts = np.flatnonzero((system.base >= 0) & unknown & unknown[system.base])
    wholes, count, size = system.base[parts], parts.size, system.values.size
    cells = np.column_stack([wholes, parts, size + np.arange(count)])
    made = sparse.csr_array(
        (np.tile([1.0, -1.0, -1.0], count), (np.repeat(np.arange(count), 3), cells.ravel())),
        shape=(count, size + count),
    )
    rows = system.relations.tocsr()
    before = sparse.csr_array((rows.data, rows.indices, rows.indptr), shape=(rows.shape[0], size + count))
    upper = system.upper.copy()
    upper[parts] = np.inf
    nothing, unbounded = np.zeros(count), np.full(count, np.inf)
    beside = {
        "values": system.values[wholes] - system.values[parts], "hidden": np.zeros(count, dtype=np.bool_), "need": nothing,
        "upper": unbounded, "rule_low": nothing, "rule_high": unbounded, "tier": np.full(count, NEVER), "cost": nothing,
        "layer": system.layer[parts], "lower": nothing, "base": np.full(count, -1, dtype=np.intp),
    }  # fmt: skip
    arrays = {name: np.concatenate([getattr(system, name), more]) for name, more in beside.items()}
    arrays["upper"] = np.concatenate([upper, unbounded])
    return replace(system, **arrays, relations=sparse.vstack([before, made], format="csr")), parts
