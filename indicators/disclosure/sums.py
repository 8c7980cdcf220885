"""Sums of a release: what is shown of them, what everybody knows, and what the rule of their source asks for."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import NamedTuple

import numpy as np

from indicators.disclosure.rounding import rounded
from indicators.shapes import BoolArray, FloatArray, IntArray

UNDETERMINED = 1.0  # a count that could be one of two neighbouring numbers


class Key(NamedTuple):
    """One kind of sum: a measure with so many years added up, at the level of this position."""

    measure: str
    pool: int
    level: int


class Nesting(NamedTuple):
    """Areas of the level `inner` make up areas of the level `outer`.

    outer_of: position of each inner area's outer one, −1 where it lies in none. unplaced: position under which stands what the
    outer areas count besides, with one row for each of them; −1 where they count nothing besides.
    """

    inner: int
    outer: int
    outer_of: IntArray
    unplaced: int = -1


class Before(NamedTuple):
    """What readers know of the sums of one key from earlier releases.

    numbers: the last one shown as it is, NaN where none ever was. hidden: published, but not shown in the last release.
    rounded: shown in the last release, but only a rounded number.
    """

    numbers: FloatArray
    hidden: BoolArray
    rounded: BoolArray


@dataclass(frozen=True)
class Sums:
    """All sums of one key; arrays of the shape (areas, years).

    numbers: true ones, NaN where not even we know. shown: somebody is shown it unless it is hidden; given: everybody
    knows it whatever we do. hidden, need, upper, rule_low, rule_high: as in `System`. rounding: base to which all of them
    are shown rounded, 0 = as they are. wholes: measures of which this one is a part, and which `upper` is taken from.
    """

    numbers: FloatArray
    shown: BoolArray
    given: BoolArray
    hidden: BoolArray
    need: FloatArray
    upper: FloatArray
    rule_low: FloatArray
    rule_high: FloatArray
    rounding: int = 0
    wholes: frozenset[str] = frozenset()

    @property
    def rounded(self) -> BoolArray:
        """What is shown as a rounded number, so that its true one must not follow; a 0 is shown as it is."""
        shown = self.shown & ~self.hidden & ~self.given & (np.nan_to_num(self.numbers) != 0)
        return shown if self.rounding else np.zeros_like(shown)

    @property
    def displayed(self) -> FloatArray:
        """The numbers as they are shown."""
        return rounded(self.numbers, self.rounding)

    @classmethod
    def unseen(cls, numbers: FloatArray) -> Sums:
        """Sums that nobody is shown and that nobody asks protection for, such as the years behind a pooled one."""
        shape = numbers.shape
        nowhere, unbounded = np.zeros(shape, dtype=np.bool_), np.full(shape, np.inf)
        return cls(numbers, nowhere, nowhere, nowhere, np.zeros(shape), unbounded, np.zeros(shape), unbounded)

    def after(self, before: Before) -> Sums:
        """The same after an earlier release. A number it showed is known as long as it has not changed; what it hid stays
        hidden, or the difference between both releases would tell it."""
        known = self.numbers == before.numbers
        return replace(self, given=self.given | known, hidden=(self.hidden | before.hidden) & ~known)

    def never_shown(self) -> Sums:
        """The same where nobody is shown them: no sign tells that one is small, and none may be determined."""
        nowhere, unbounded = np.zeros_like(self.shown), np.full(self.numbers.shape, np.inf)
        return replace(
            self, shown=nowhere, given=nowhere, need=np.minimum(self.need, UNDETERMINED),
            rule_low=np.zeros(self.numbers.shape), rule_high=unbounded,
        )  # fmt: skip

    def made_public(self) -> Sums:
        """The same where everybody knows the numbers anyway."""
        nowhere = np.zeros_like(self.hidden)
        return replace(self, given=self.given | self.shown, hidden=nowhere)

    def merged(self, other: Sums) -> Sums:
        """What two uses of the same sums say together: shown by either, hidden for either, the stricter bounds of both.

        One that hides a sum for its own sake decides the sign that everybody sees; then the other one tells nothing.
        """
        given = self.given | other.given
        mine, others = ~other.hidden | self.hidden, ~self.hidden | other.hidden
        return Sums(
            np.where(np.isnan(self.numbers), other.numbers, self.numbers),
            self.shown | other.shown,
            given,
            (self.hidden | other.hidden) & ~given,
            np.maximum(self.need, other.need),
            np.minimum(self.upper, other.upper),
            np.maximum(np.where(mine, self.rule_low, 0.0), np.where(others, other.rule_low, 0.0)),
            np.minimum(np.where(mine, self.rule_high, np.inf), np.where(others, other.rule_high, np.inf)),
            max(self.rounding, other.rounding),
            self.wholes | other.wholes,
        )


ARRAYS = tuple(each.name for each in fields(Sums) if each.name not in ("rounding", "wholes"))
