"""Groups of cells that hang together: strays are led home by a short way, one at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise

import numpy as np
import numpy.typing as npt

EMPTY = -1
TRIED = 24  # ways home for each stray, the shortest first
MOST_STRAYS = 100  # more than that: the groups are scattered over the land and are left so, to end in seconds

Positions = npt.NDArray[np.intp]
Around = Sequence[Sequence[int]]  # cell → its neighbours; −1 where the lattice ends
Members = dict[int, set[int]]  # group → its cells


def joined(groups: Positions, around: Positions) -> Positions:
    """The groups of all cells with as few strays as these steps reach. groups: EMPTY where a cell is free.

    One step moves a stray along a path to the largest part of its group: each cell on the path hands its group on to
    the one before. Of the steps that leave fewer strays altogether the best is taken, of equal ones the shortest.
    """
    now, near = groups.tolist(), around.tolist()
    members = _members(now)
    moved = len(_all_strays(members, near)) <= MOST_STRAYS
    while moved:
        moved = False
        for stray in _all_strays(members, near):
            if (path := _best_path(now, members, stray, near)) is not None:
                now, members, moved = _shifted(now, path), members | _shifted_members(now, members, path), True
    return np.array(now, dtype=np.intp)


def strays(cells: Collection[int], around: Around) -> set[int]:
    """Cells of one group outside its largest part; of equal parts the one with the first cell counts as such."""
    left, largest = set(cells), set[int]()
    for first in sorted(cells):
        if first in left:
            part = _part(first, left, around)
            left -= part
            largest = max(largest, part, key=len)
    return set(cells) - largest


def _all_strays(members: Members, around: Around) -> list[int]:
    return [cell for group in sorted(members) for cell in sorted(strays(members[group], around))]


def _part(first: int, cells: set[int], around: Around) -> set[int]:
    part, edge = {first}, [first]
    while edge:
        new = {each for cell in edge for each in around[cell] if each in cells} - part
        part |= new
        edge = list(new)
    return part


def _members(groups: list[int]) -> Members:
    found: Members = {}
    for cell, group in enumerate(groups):
        if group != EMPTY:
            found.setdefault(group, set()).add(cell)
    return found


def _best_path(groups: list[int], members: Members, stray: int, around: Around) -> list[int] | None:
    """The way home that leaves the fewest strays; None where the cell is no stray any more or no way helps."""
    own = strays(members.get(groups[stray], ()), around)
    if stray not in own:
        return None
    ways = _ways_home(stray, members[groups[stray]] - own, around)
    rated = [(_gain(groups, members, way, around), len(way), way) for way in islice(ways, TRIED)]
    best = min(rated, default=(0, 0, []))
    return best[2] if best[0] < 0 else None


def _gain(groups: list[int], members: Members, path: list[int], around: Around) -> int:
    """Change of the number of strays; negative is better."""
    after = _shifted_members(groups, members, path)
    return sum(len(strays(after[group], around)) - len(strays(members[group], around)) for group in after)


def _shifted(groups: list[int], path: list[int]) -> list[int]:
    moved = groups.copy()
    for cell, following in pairwise(path):
        moved[cell] = groups[following]
    moved[path[-1]] = groups[path[0]]
    return moved


def _shifted_members(groups: list[int], members: Members, path: list[int]) -> Members:
    """Cells after the shift, of the groups on the path only."""
    after = {groups[cell]: members[groups[cell]] - set(path) for cell in path if groups[cell] != EMPTY}
    for cell, following in zip(path, [*path[1:], path[0]], strict=True):
        if groups[following] != EMPTY:
            after[groups[following]].add(cell)
    return after


def _ways_home(stray: int, home: set[int], around: Around) -> Iterator[list[int]]:
    """Shortest ways, over free cells too, from a stray to cells beside the largest part of its group; nearest first."""
    came, queue = {stray: stray}, deque([stray])
    while queue:
        cell = queue.popleft()
        if cell != stray and not home.isdisjoint(around[cell]):
            yield _way(came, cell)
        new = [each for each in around[cell] if each >= 0 and each not in came and each not in home]
        came |= dict.fromkeys(new, cell)
        queue += new


def _way(came: dict[int, int], end: int) -> list[int]:
    way = [end]
    while came[way[-1]] != way[-1]:
        way.append(came[way[-1]])
    return way[::-1]
