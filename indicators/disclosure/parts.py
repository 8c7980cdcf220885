"""A system in parts that no sum connects: protected each by itself, several at a time."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np

from indicators.disclosure.certificates import withstanding_apart
from indicators.disclosure.protect import UnprotectableError, protection
from indicators.disclosure.system import GIVEN, NEVER, System, blocks_of
from indicators.shapes import BoolArray, IntArray

LARGE = 300  # cells that ask for protection: from then on a part is work of its own
PROCESSES = 5000  # the same of all parts: fewer are done before another process has started


class Part(NamedTuple):
    """cells: positions of its cells in the whole. own: those that are to be protected; the others are their bases.

    system, sensitive, changed, apart: of these cells, as in `protection`.
    """

    cells: IntArray
    own: BoolArray
    system: System
    sensitive: BoolArray
    changed: BoolArray
    apart: BoolArray


class Result(NamedTuple):
    """hidden: which cells to hide. apart: cells that withstand whatever happens beyond the interface. proven: those that do
    so as things are, by their own sums alone."""

    hidden: BoolArray
    apart: BoolArray
    proven: BoolArray


def protected_in_parts(system: System, sensitive: BoolArray, changed: BoolArray, apart: BoolArray) -> Result:
    """As `protection`. changed: cells whose blocks must be attacked; apart: of the others, see there.

    Which parts there are depends on the system alone, so that the result does not depend on the machine. Raises
    UnprotectableError with the cells of all parts in which nothing helps.
    """
    parts = _parts(system, sensitive, changed & system.hidden, apart)
    result, beyond_help = Result(system.hidden.copy(), apart.copy(), np.ones_like(apart)), []
    for part, found in zip(parts, _all_protected(parts), strict=True):
        if isinstance(found, UnprotectableError):
            beyond_help.append(part.cells[found.cells])
        else:
            for whole, of_part in zip(result, found, strict=True):
                whole[part.cells[part.own]] = of_part[part.own]
    if beyond_help:
        raise UnprotectableError(np.sort(np.concatenate(beyond_help)))
    return result


def _parts(system: System, sensitive: BoolArray, changed: BoolArray, apart: BoolArray) -> list[Part]:
    """The largest first. What no chain of sums could ever connect is apart, whatever will be hidden."""
    movable = system.unknown | ((system.tier != NEVER) & (system.tier != GIVEN))
    blocks = blocks_of(system.relations, movable)
    asking = np.bincount(blocks[changed], minlength=blocks.max(initial=-1) + 1)
    large = [np.array([block]) for block in np.argsort(-asking, kind="stable") if asking[block] >= LARGE]
    small = np.flatnonzero((asking > 0) & (asking < LARGE))
    groups = [*large, small] if small.size else large
    return [_part(system, sensitive, changed, apart, movable & np.isin(blocks, group)) for group in groups]


def _part(system: System, sensitive: BoolArray, changed: BoolArray, apart: BoolArray, own: BoolArray) -> Part:
    """The cells with their bases, of which is only known what is unknown, and with what is tied to these."""
    blocks = blocks_of(system.relations, system.unknown)
    bases = system.base[own & (system.base >= 0)]
    beside = system.unknown & ~own & np.isin(blocks, blocks[bases[system.unknown[bases]]])
    cells = np.flatnonzero(own | beside)
    inside = system.part(cells)
    passive = ~own[cells]
    asking = replace(
        inside,
        need=np.where(passive, 0.0, inside.need),
        tier=np.where(passive & inside.unknown, NEVER, inside.tier),
    )
    return Part(cells, ~passive, asking, *(each[cells] & ~passive for each in (sensitive, changed, apart)))


def _all_protected(parts: Sequence[Part]) -> list[Result | UnprotectableError]:
    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, len(parts))
    if workers > 1 and sum(int(np.count_nonzero(part.changed)) for part in parts) >= PROCESSES:
        try:
            with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
                return list(pool.map(_protected, parts))
        except BrokenProcessPool:
            pass  # where no other process can be started, or one was stopped: it takes longer here, and is the same
    # The solver lets other threads work meanwhile.
    with ThreadPoolExecutor(max(workers, 1)) as threads:
        return list(threads.map(_protected, parts))


def _protected(part: Part) -> Result | UnprotectableError:
    try:
        hidden, moves, unproven = protection(part.system, part.sensitive, part.changed, part.apart)
    except UnprotectableError as error:
        return error
    final = part.system.with_hidden(hidden)
    if not final.interface.any():
        return Result(hidden, ~unproven, ~unproven)  # nothing is beyond
    asking = final.hidden & (final.need > 0) & ~part.apart
    apart = part.apart | withstanding_apart(final, part.sensitive & final.hidden, asking, moves)
    return Result(hidden, apart, ~unproven)
