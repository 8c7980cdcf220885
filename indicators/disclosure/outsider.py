"""Feasible intervals as an outsider works them out: from shown numbers alone, without the true ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.equations import Equations, without_contradictions
from indicators.disclosure.states import Question, Search
from indicators.shapes import FloatArray, IntArray


@dataclass(frozen=True)
class Published:
    """What anybody can see; one entry per sum.

    numbers: as shown, NaN where not; none is negative. relations: one row each, relations @ numbers = 0, for example a
    whole less its parts. least, most: bounds of what is not shown as it is, such as those of a rounded number; everywhere
    0 and nothing where they are left out.
    """

    numbers: FloatArray
    relations: sparse.csr_array
    least: FloatArray | None = None
    most: FloatArray | None = None


class Intervals(NamedTuple):
    """lowest, highest: interval of each sum that is not shown, NaN elsewhere. contradictory: rows of the relations that
    cannot hold together with the others and were left out."""

    lowest: FloatArray
    highest: FloatArray
    contradictory: IntArray


def feasible(published: Published, question: Question) -> Intervals:
    """Between which numbers every sum that is not shown must lie, if people are whole.

    Intervals narrower than asked are exact, others may be wider than told. Sums that no relation bounds are told as
    reaching far beyond what is shown.

    >>> seen = Published(np.array([7.0, np.nan, np.nan]), sparse.csr_array(np.array([[1.0, -1.0, -1.0]])))
    >>> everything = Question(np.full(3, 10.0), np.full(3, -np.inf), np.full(3, np.inf))
    >>> found = feasible(seen, everything)
    >>> found.lowest.tolist(), found.highest.tolist()
    ([nan, 0.0, 0.0], [nan, 7.0, 7.0])

    With one part shown rounded to 10, so that it is 5 to 14:

    >>> near = Published(seen.numbers, seen.relations, np.array([0.0, 5.0, 0.0]), np.array([np.inf, 14.0, np.inf]))
    >>> found = feasible(near, everything)
    >>> found.lowest.tolist(), found.highest.tolist()
    ([nan, 5.0, 0.0], [nan, 7.0, 2.0])
    """
    unknown = np.flatnonzero(np.isnan(published.numbers))
    lowest, highest = np.full(published.numbers.size, np.nan), np.full(published.numbers.size, np.nan)
    rows = np.flatnonzero(np.diff(published.relations[:, unknown].tocsr().indptr))
    relations = published.relations[rows]
    shown = relations @ np.nan_to_num(published.numbers)
    least = np.zeros(unknown.size) if published.least is None else published.least[unknown]
    most = np.full(unknown.size, np.inf) if published.most is None else published.most[unknown]
    # What exceeds the least that a number can be is again a number of 0 or more.
    matrix = relations[:, unknown].tocsr()
    equations, held = without_contradictions(Equations(matrix, -shown - matrix @ least, most - least))
    width, from_, to = (part[unknown] for part in question)
    search = Search(equations, Question(width, from_ - least, to - least))
    search.run()
    lowest[unknown], highest[unknown] = search.lowest + least, search.highest + least
    return Intervals(lowest, highest, rows[~held])
