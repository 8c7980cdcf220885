"""What withstands every attack whatever happens beyond the interface: there another municipality may draw its areas anew."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from indicators.disclosure.attacks import attacks_on
from indicators.disclosure.digests import names_of_blocks
from indicators.disclosure.intervals import explored, narrow
from indicators.disclosure.moves import Moves
from indicators.disclosure.neighbourhood import Layout
from indicators.disclosure.system import System
from indicators.shapes import BoolArray


def withstanding_apart(system: System, sensitive: BoolArray, asking: BoolArray, moves: Moves) -> BoolArray:
    """Which of some cells withstand every attack even of readers who know the interface.

    asking: those cells. sensitive: as in `protected`. moves: known ones.
    """
    apart, found = system.of_neighbours, asking.copy()
    layout = Layout(apart)
    for attack in attacks_on(apart, sensitive):
        asked = np.where(found, attack.need, 0.0)
        moves = explored(apart, attack.knowledge, asked, moves, layout)
        found &= ~narrow(apart, attack.knowledge, asked, moves)
    return found


def certificates(system: System, sensitive: BoolArray, withstanding: BoolArray) -> frozenset[str]:
    """For each block with such cells its name, and after a colon the positions within it of those that ask for protection and
    do not withstand."""
    return frozenset(_certificates(system, sensitive, withstanding))


def _certificates(system: System, sensitive: BoolArray, withstanding: BoolArray) -> Iterator[str]:
    blocks = names_of_blocks(system, sensitive)
    asking = system.hidden & (system.need > 0)
    failing = np.flatnonzero(asking & ~withstanding)
    of_block: dict[int, list[int]] = {}
    for block, rank in zip(blocks.number[failing].tolist(), blocks.rank[failing].tolist(), strict=True):
        of_block.setdefault(block, []).append(rank)
    for block in np.unique(blocks.number[asking & withstanding]).tolist():
        ranks = ",".join(map(str, of_block.get(block, [])))
        yield f"{blocks.names[block]}:{ranks}" if ranks else blocks.names[block]


def certified(system: System, sensitive: BoolArray, known: frozenset[str]) -> BoolArray:
    """Cells that withstand by certificates of this or an earlier system."""
    blocks = names_of_blocks(system, sensitive)
    # Of two for the same block the one that names fewer cells comes last: what is proven of one holds for its like.
    failing = {name: ranks for name, _, ranks in (entry.partition(":") for entry in sorted(known, reverse=True))}
    found = np.array([*(name in failing for name in blocks.names), False])[blocks.number]  # the last one: of no block
    for block, name in enumerate(blocks.names):
        if failing.get(name):
            found &= ~(
                (blocks.number == block) & np.isin(blocks.rank, np.fromstring(failing[name], dtype=np.intp, sep=","))
            )
    return found
