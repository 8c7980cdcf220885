"""The attack: what follows from figures that were read, by exact elimination and by linear programming.

It knows what everybody knows: which block lies in which area, which counts are parts of which, that nobody is counted below
zero. It shares nothing with the program that protects.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog

from tests.browser.attacker.county import CATEGORIES, MEASURES, WITHIN, YEARS, County
from tests.browser.attacker.reading import Cell, Read

Unknown = tuple[str, tuple[str, str], int]  # measure, piece, year
Row = dict[int, Fraction]


class Sum(NamedTuple):
    """A measure in an area or a piece, with so many years added up."""

    measure: str
    area: str | tuple[str, str]
    year: int
    pool: int = 1


class Attack:
    """The unknowns are the numbers of the pieces: blocks that no published area separates."""

    def __init__(self, county: County, equations: Iterable[tuple[frozenset[int], float]] = ()) -> None:
        self.county, self.equations = county, list(equations)
        self.pieces = list(dict.fromkeys(county.blocks.values()))
        self.unknowns = {each: at for at, each in enumerate(product(MEASURES, self.pieces, YEARS))}

    def learn(self, what: Sum, number: float) -> None:
        self.equations.append((self.places(what), number))

    def places(self, what: Sum) -> frozenset[int]:
        """The unknowns that make up a sum."""
        inside = [what.area] if isinstance(what.area, tuple) else self._pieces_in(what.area)
        years = range(what.year - what.pool + 1, what.year + 1)
        return frozenset(self.unknowns[what.measure, piece, year] for piece, year in product(inside, years))

    def _pieces_in(self, area: str) -> list[tuple[str, str]]:
        blocks = self.county.inside[area]
        return list(dict.fromkeys(self.county.blocks[block] for block in blocks))

    # By addition and subtraction

    @cached_property
    def _echelon(self) -> dict[int, Row]:
        """Every equation without what earlier ones say, by its first unknown."""
        found: dict[int, Row] = {}
        totals = [
            {self.unknowns[whole, piece, year]: Fraction(1)}
            | {self.unknowns[part, piece, year]: Fraction(-1) for part in parts}
            for (whole, parts), piece, year in product(CATEGORIES.items(), self.pieces, YEARS)
        ]
        for row in [*totals, *({at: Fraction(1) for at in places} for places, _ in self.equations)]:
            if rest := _reduced(row, found):
                first = min(rest)
                found[first] = {at: value / rest[first] for at, value in rest.items()}
        return found

    def is_determined(self, what: Sum) -> bool:
        """Whether it follows from the figures by addition and subtraction alone."""
        return not _reduced({at: Fraction(1) for at in self.places(what)}, self._echelon)

    # By what is possible

    def interval(self, what: Sum) -> tuple[float, float]:
        """The least and the largest number that agree with all figures."""
        cost = np.zeros(len(self.unknowns))
        cost[list(self.places(what))] = 1
        least, most = (self._solved(sign * cost) for sign in (1, -1))
        return least, -most

    def _solved(self, cost: np.ndarray) -> float:
        sums, numbers, parts = self._programme
        found = linprog(cost, parts, np.zeros(len(parts)), sums, numbers, bounds=(0, None))
        if found.status == 3:  # without a bound
            return -math.inf
        assert found.status == 0, found.message
        return float(found.fun)

    @cached_property
    def _programme(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """All sums with their numbers, and what is no larger than its whole."""
        size, known = len(self.unknowns), dict(self.equations)
        sums = np.zeros((len(known), size))
        for row, places in enumerate(known):
            sums[row, list(places)] = 1
        totals, parts = [], []
        for piece, year in product(self.pieces, YEARS):
            for whole, categories in CATEGORIES.items():
                totals.append(self._difference(whole, categories, piece, year, size))
            parts += [self._difference(part, (whole,), piece, year, size) for part, whole in WITHIN.items()]
        numbers = np.array([*known.values(), *np.zeros(len(totals))])
        return np.vstack([sums, *totals]), numbers, np.array(parts)

    def _difference(self, plus: str, minus: Iterable[str], piece: tuple[str, str], year: int, size: int) -> np.ndarray:
        row = np.zeros(size)
        row[self.unknowns[plus, piece, year]] = 1
        row[[self.unknowns[each, piece, year] for each in minus]] = -1
        return row


def _reduced(row: Row, echelon: Mapping[int, Row]) -> Row:
    """The row without everything that follows from the others; empty where it follows itself."""
    rest, free = dict(row), {}
    while rest:
        first = min(rest)
        value = rest.pop(first)
        if first not in echelon:
            free[first] = value
            continue
        for at, coefficient in echelon[first].items():
            if at != first and (left := rest.pop(at, 0) - value * coefficient):
                rest[at] = left
    return free


def learned(county: County, read: Read) -> Attack:
    """What an attacker has who has read these figures."""
    attack = Attack(county)
    for cell, figures in read:
        if math.isfinite(figures.count):
            attack.learn(count_of(cell), figures.count)
        if math.isfinite(figures.base):
            attack.learn(base_of(cell), figures.base)
    rates = [(cell, figures.value) for cell, figures in read if cell.indicator.base and math.isnan(figures.count)]
    counts = [(cell, _count_behind(attack, cell, rate)) for cell, rate in rates if math.isfinite(rate)]
    wiser = Attack(county, attack.equations)
    for cell, count in counts:
        wiser.learn(count_of(cell), count)
    return wiser


def _count_behind(attack: Attack, cell: Cell, rate: float) -> float:
    """A rate with six decimals and its base give the count away."""
    least, most = attack.interval(base_of(cell))
    assert most - least < 0.5, f"{cell}: a rate is shown, but not what it is of"
    count = rate / 100 * least
    assert abs(count - round(count)) < 1e-3, f"{cell}: {rate} of {least}"
    return float(round(count))


def true(county: County, what: Sum) -> int:
    """What a sum really is."""
    return sum(county.numbers[each] for each in _counted(county, what))


def _counted(county: County, what: Sum) -> Iterator[tuple[str, str, int]]:
    blocks = county.inside[what.area] if isinstance(what.area, str) else county.blocks_of(what.area)
    return product((what.measure,), blocks, range(what.year - what.pool + 1, what.year + 1))


def count_of(cell: Cell) -> Sum:
    return Sum(cell.indicator.part, cell.area, cell.year, cell.pool)


def base_of(cell: Cell) -> Sum:
    return Sum(cell.indicator.base, cell.area, cell.year, cell.pool)
