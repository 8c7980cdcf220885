"""Secondary protection: which further cells must be hidden, as few as possible and where few people live."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.attacks import DETERMINED, Attack, attacks_on
from indicators.disclosure.intervals import explored, narrow
from indicators.disclosure.moves import EXACT, Moves
from indicators.disclosure.neighbourhood import Layout, Neighbourhoods
from indicators.disclosure.rests import determined_without_bases
from indicators.disclosure.slim import slimmed
from indicators.disclosure.solver import Whole, solved
from indicators.disclosure.system import GIVEN, NEVER, System
from indicators.shapes import BoolArray, FloatArray, IntArray

UNREACHED = 1e5  # cost of leaving a cell unprotected by a person in one step: another step may do it
ROUND = 200  # narrow cells that are looked at together
NO_COST = 1e-4  # of cells that are hidden anyway: short ways are preferred


class UnprotectableError(Exception):
    """Cells that stay too narrow although everything that may be hidden is hidden. cells: their positions."""

    def __init__(self, cells: IntArray) -> None:
        super().__init__(f"{cells.size} cells cannot be protected")
        self.cells = cells

    def __reduce__(self) -> tuple[type[UnprotectableError], tuple[IntArray]]:
        return UnprotectableError, (self.cells,)


class _Narrow(NamedTuple):
    """Cells whose interval is too narrow, and how far below and above the true number it reaches."""

    cells: IntArray
    lowest: FloatArray
    highest: FloatArray

    def of(self, chosen: BoolArray | IntArray) -> _Narrow:
        return _Narrow(self.cells[chosen], self.lowest[chosen], self.highest[chosen])


class Protected(NamedTuple):
    """hidden: which cells to hide. moves: those that were found on the way. unproven: cells that only a last look at what lies
    beyond their own sums kept from a refusal."""

    hidden: BoolArray
    moves: Moves
    unproven: BoolArray


def protected(system: System, sensitive: BoolArray | None = None, changed: BoolArray | None = None) -> BoolArray:
    """As `protection`: the cells alone."""
    return protection(system, sensitive, changed).hidden


def protection(
    system: System,
    sensitive: BoolArray | None = None,
    changed: BoolArray | None = None,
    apart: BoolArray | None = None,
) -> Protected:
    """Which cells to hide so that no attack leaves a cell narrower than it asks.

    sensitive: cells that are hidden for their own sake; by default all that are hidden at the beginning.
    changed: cells that must be attacked; by default all that are hidden. The others have withstood every attack as they are.
    apart: those of the others that did so whatever happens beyond the interface.
    Cells of lower tiers are given up before those of higher ones. Raises UnprotectableError where nothing helps.
    """
    first = system.hidden
    sensitive = first if sensitive is None else sensitive
    changed = first if changed is None else changed & first
    moves, layout, unproven = Moves.none(), Layout(system), np.zeros(first.size, dtype=np.bool_)
    while changed.any():
        before = system.hidden
        for attack in attacks_on(system, sensitive):
            # The more is hidden, the less anybody knows: what has withstood need not be attacked again.
            concerned = changed | (system.hidden & ~before)
            system, left, moves = _withstanding(system, layout, attack, concerned, moves)
            if left.size and attack.must:
                _refuse(system, attack, sensitive, left, moves)
                unproven[left] = True
        changed = system.hidden & ~before
    apart = np.zeros(first.size, dtype=np.bool_) if apart is None else apart
    return Protected(slimmed(system, sensitive, first, moves, apart), moves, unproven)


def _withstanding(
    system: System, layout: Layout, attack: Attack, concerned: BoolArray, moves: Moves
) -> tuple[System, IntArray, Moves]:
    """The system with more cells hidden, so that the attack leaves none of the concerned ones too narrow, nor any that is
    hidden for these; the cells that nothing helps; and all moves that are known."""
    beyond_help, asked = np.zeros(system.hidden.size, dtype=np.bool_), np.where(concerned, attack.need, 0.0)
    moves = explored(system, attack.knowledge, asked, moves, layout)
    while True:
        left = _narrow(system, attack, asked, moves)
        helped = left.of(~beyond_help[left.cells])
        if not helped.cells.size:
            break
        opened, found, helpless = _opened_by_tiers(system, layout, attack, helped)
        if helpless.size and attack.must:
            more, ways, helpless = _opened_far_away(
                system.with_hidden(system.hidden | opened), layout, attack, left, helpless
            )
            opened, found = opened | more, found.with_more(ways)
        beyond_help[helpless] = True
        system, own_need = system.with_hidden(system.hidden | opened), np.where(opened, attack.need, 0.0)
        moves = explored(system, attack.knowledge, own_need, moves.with_more(found), layout)
        # The more is hidden, the wider everything else becomes.
        asked = own_need
        asked[left.cells] = attack.need[left.cells]
    return system, left.cells, moves


def _narrow(system: System, attack: Attack, asked: FloatArray, moves: Moves) -> _Narrow:
    cells = np.flatnonzero(narrow(system, attack.knowledge, asked, moves))
    lowest, highest = moves.possible(system.unknown, attack.knowledge).reach(asked.size)
    return _Narrow(cells, lowest[cells], highest[cells])


def _refuse(system: System, attack: Attack, sensitive: BoolArray, cells: IntArray, moves: Moves) -> None:
    """Raise UnprotectableError for those of the cells that nothing in their whole blocks moves far enough.

    What is hidden for another's sake alone must not be determined; more cannot be asked where there is no more room. The
    difference between an area and its former self is as small as what has moved.
    """
    asked, for_another = np.zeros(system.hidden.size), ~sensitive & (system.tier != NEVER)
    asked[cells] = np.where(for_another[cells], np.minimum(attack.need[cells], DETERMINED), attack.need[cells])
    moves = explored(system, attack.knowledge, asked, moves, exact=True)
    left = np.flatnonzero(narrow(system, attack.knowledge, asked, moves))
    if left.size and (left := determined_without_bases(system, left, asked[left])).size:
        raise UnprotectableError(left[~for_another[left]] if (~for_another[left]).any() else left)


def _opened_far_away(
    system: System, layout: Layout, attack: Attack, left: _Narrow, helpless: IntArray
) -> tuple[BoolArray, Moves, IntArray]:
    """As `_opened_by_tiers`, for cells that nothing around them helps: whatever they are connected with may. What was found
    for others may help them as well, so that one of them is looked at."""
    first = left.of(np.flatnonzero(np.isin(left.cells, helpless))[:1])
    opened, found, lost = _opened_by_tiers(system, layout, attack, first, exact=True)
    return opened, found, lost if not opened.any() else helpless[:0]


def _opened_by_tiers(
    system: System, layout: Layout, attack: Attack, left: _Narrow, *, exact: bool = False
) -> tuple[BoolArray, Moves, IntArray]:
    """Cells to hide, moves that become possible, and the narrow cells that no cell of any tier helps.

    Who cannot be helped by one tier needs the next, whatever else is hidden. exact: see `Layout.around`.
    """
    opened, found = np.zeros(system.hidden.size, dtype=np.bool_), Moves.none()
    for tier in np.unique(system.tier[(system.tier != NEVER) & (system.tier != GIVEN)]):
        more, moves, left = _opened(system.with_hidden(system.hidden | opened), layout, attack, left, int(tier), exact)
        opened, found = opened | more, found.with_more(moves)
        if not left.cells.size:
            break
    return opened, found, left.cells


def _opened(
    system: System, layout: Layout, attack: Attack, left: _Narrow, tier: int, exact: bool = False
) -> tuple[BoolArray, Moves, _Narrow]:
    """Cells of the tier or lower ones that would let narrow cells move as far as they must: for as many at a time as do
    not compete for the same ones.

    Also the moves that this makes possible, and those of the narrow cells that no such cell lets move any further.
    """
    usable = system.unknown | ((system.tier <= tier) & (system.tier != NEVER))
    left = left.of(_spread(left.cells.size))
    left = left.of(np.argsort(left.highest - left.lowest, kind="stable"))
    around = layout.around(usable, left.cells, exact=exact)
    chosen = around.apart(~system.unknown)
    left, around = left.of(chosen), around.of(chosen)
    opened, found = np.zeros(usable.size, dtype=np.bool_), Moves.none()
    helped, halved = np.zeros(left.cells.size, np.bool_), np.zeros(left.cells.size, np.bool_)
    # By halves as well, which is solved fast and mostly ends in whole numbers; then by whole persons only.
    for whole, steps in product((False, True), _steps(attack, left)):
        places = np.flatnonzero(~helped & (halved | (not whole)))
        if not places.size:
            continue
        part = around.of(np.isin(np.arange(helped.size), places))
        moved = _cheapest_move(system, attack, part, steps[places], whole=whole)
        to_hide = (np.abs(moved) > EXACT) & ~system.unknown[part.cell]
        opened[part.cell[to_hide]] = True
        found = found.with_more(part.moves(moved))
        asks = np.isin(np.arange(places.size), part.owner[to_hide])
        further = np.abs(moved[part.own]) > np.where(steps > 0, left.highest, -left.lowest)[places] + EXACT
        helped[places] = asks | (further & ~part.halved(moved))
        # A cell that moves further than it could, and nobody had to help: only halves of persons can do that.
        halved[places] |= ~asks & further
    return opened, found, left.of(~helped)


def _spread(size: int) -> IntArray:
    """Some of so many positions, far from each other: neighbours compete for the same cells."""
    return np.arange(0, size, max(size // ROUND, 1))


def _steps(attack: Attack, left: _Narrow) -> tuple[FloatArray, FloatArray]:
    """By how much each cell must move, up or down; what promises more comes first."""
    cells, lowest, highest = left
    need, above, below = attack.need[cells], attack.knowledge.above[cells], attack.knowledge.below[cells]
    # Whoever can move up by the others can mostly move down by them as well, as far as it is not below 0.
    reach_below = np.maximum(-lowest, np.minimum(below, need - 1))
    up = np.where(highest > EXACT, need + lowest, np.maximum(need - reach_below, 1))
    down = -np.maximum(need - highest, 1)
    return np.where(above >= up, up, down), np.where(above >= up, down, up)


def _cheapest_move(
    system: System, attack: Attack, around: Neighbourhoods, steps: FloatArray, *, whole: bool
) -> FloatArray:
    """Differences of least cost that keep all relations and move the targets by their steps, as far as they can."""
    count, size = steps.size, around.cell.size
    if whole:
        steps = np.sign(steps) * np.ceil(np.abs(steps))  # nobody moves by a part of a person
    aims = sparse.csr_array((np.ones(count), (np.arange(count), around.own)), shape=(count, size))
    # Columns: what is added, what is taken away, what a target lacks of its step.
    left = sparse.vstack([around.relations, aims])
    lacking = sparse.vstack([sparse.csr_array((around.relations.shape[0], count)), sparse.diags_array(np.sign(steps))])
    matrix = sparse.hstack([left, -left, lacking], format="csr")
    cost = np.where(system.unknown[around.cell], NO_COST, system.cost[around.cell])
    most = np.concatenate([attack.knowledge.above[around.cell], attack.knowledge.below[around.cell], np.abs(steps)])
    bounds = np.column_stack([np.zeros(most.size), most])
    sums = np.concatenate([np.zeros(around.relations.shape[0]), steps])
    costs = np.concatenate([cost, cost, np.full(count, UNREACHED)])
    in_whole = Whole(UNREACHED / 2, quick=not around.whole.all()) if whole else None
    found = solved(costs, matrix, bounds, sums, in_whole)
    return np.asarray(found[:size] - found[size : 2 * size])
