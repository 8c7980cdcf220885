"""The search: what belongs to a hidden cell alone, in everything that was received."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Iterator

import numpy as np

from tests.browser.attacker.attack import base_of, count_of, true
from tests.browser.attacker.county import YEARS, County
from tests.browser.attacker.reading import Cell, cells_of
from tests.browser.attacker.received import Received, holds

NORMAL = (1.959963984540054, 3.090232306167813)  # quantiles for 95 % and 99.8 %
CLOSE = 6e-7  # rates are printed with six decimals or more
LARGE = 10_000  # from here on a number is searched for as it is
MANY = 100  # a smaller base may stand beside a small count by chance

Secrets = dict[tuple[Cell, str], float]


def secrets(county: County, hidden: set[Cell]) -> Secrets:
    """Numbers of hidden cells by which they can be recognised: with many digits, and no shown cell has the same."""
    usual = np.array(sorted(_telling(county, (cell for cell in cells_of(county) if cell not in hidden)).values()))
    found = _telling(county, hidden) | _changes(county, hidden)
    return {which: number for which, number in found.items() if _is_rare(number) and not holds(usual, number, CLOSE)}


def _is_rare(number: float) -> bool:
    """9.0 or 12.5 % may stand anywhere for another reason."""
    return number >= LARGE or abs(number - round(number, 3)) > CLOSE


def _telling(county: County, cells: Iterable[Cell]) -> Secrets:
    """Rates with their limits, and large numbers."""
    found: Secrets = {}
    for cell in cells:
        count = true(county, count_of(cell))
        if not cell.indicator.base:
            found |= {(cell, "number"): float(count)} if count >= LARGE else {}
        elif 0 < count < (base := true(county, base_of(cell))):
            found |= {(cell, name): number for name, number in _of_rate(count, base)}
    return found


def _of_rate(count: int, base: int) -> Iterator[tuple[str, float]]:
    """The rate in percent and as a share, and its limits after Wilson."""
    share = count / base
    yield "rate", 100 * share
    yield "share", share
    for z in NORMAL:
        middle, spread = share + z * z / (2 * base), z * math.sqrt(share * (1 - share) / base + (z / (2 * base)) ** 2)
        yield f"lower limit {z}", 100 * (middle - spread) / (1 + z * z / base)
        yield f"upper limit {z}", 100 * (middle + spread) / (1 + z * z / base)


def _changes(county: County, hidden: set[Cell]) -> Secrets:
    """By how much a rate has risen or fallen that is hidden in one of both years."""
    found: Secrets = {}
    for cell in (each for each in cells_of(county) if each.pool == 1 and each.indicator.base and each.year == YEARS[1]):
        before = cell._replace(year=YEARS[0])
        if {cell, before} & hidden:
            now, then = (100 * true(county, count_of(each)) / true(county, base_of(each)) for each in (cell, before))
            found |= {(cell, "change"): abs(now - then)} if now != then else {}
    return found


def leaks(county: County, hidden: set[Cell], received: Received) -> list[str]:
    """Where something of a hidden cell stands: in a text, in a table, or in the bytes of a message."""
    return [
        *(
            f"{name} of {cell}: {received.where(number, CLOSE)}"
            for (cell, name), number in secrets(county, hidden).items()
            if holds(received.numbers, number, CLOSE) or any(each in received.messages for each in _packed(number))
        ),
        *(f"{pair} of {cell}" for cell, pair in _pairs(county, hidden) if pair in received.pairs),
    ]


def _packed(number: float) -> set[bytes]:
    """A rate as eight bytes, whichever way it was rounded at last. Whole numbers have too few digits for that."""
    near = (number, math.nextafter(number, 0), math.nextafter(number, math.inf))
    return {struct.pack("<d", each) for each in near if number % 1}


def _pairs(county: County, hidden: set[Cell]) -> Iterator[tuple[Cell, tuple[int, int]]]:
    """Count and base, as in "2 von 561"; not those that a shown cell has as well."""
    shown = {_pair(county, cell) for cell in cells_of(county) if cell not in hidden and cell.indicator.base}
    for cell in (each for each in hidden if each.indicator.base):
        if (pair := _pair(county, cell)) not in shown and pair[1] >= MANY:
            yield cell, pair


def _pair(county: County, cell: Cell) -> tuple[int, int]:
    return true(county, count_of(cell)), true(county, base_of(cell))
