"""A goal, and how it can stand: what `progress` is asked and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, NamedTuple

import numpy as np

from indicators.benchmark import Target

Why = Literal["", "value_missing", "baseline_missing", "no_interval", "no_direction", "too_early"]


class Status(IntEnum):
    """How a goal stands, chance considered."""

    MOVING_AWAY = -1  # a secured change since the baseline, away from the target
    OPEN = 0  # the change can be chance
    ON_THE_WAY = 1  # a secured change towards the target
    REACHED = 2  # even the unfavourable end of the interval reaches the target
    NO_STATEMENT = 9  # `Progress.why` says what is missing


class Pace(IntEnum):
    """The value against the path needed: the straight line from the baseline to the target."""

    BEHIND = -1  # the whole interval lies on the unfavourable side of the line
    WITHIN = 0  # the interval contains the line or touches it
    AHEAD = 1
    NOT_COMPARED = 9


class Goal(NamedTuple):
    """A value to reach in a year, from that of another year. polarity: that of the indicator."""

    baseline_year: int
    target: float
    target_year: int
    polarity: int


@dataclass(frozen=True)
class Progress:
    """direction: −1 where the value should be at most the target, 1 at least, 0 unknown. why: of NO_STATEMENT alone.

    change, lower95, upper95: value minus baseline in the unit of the indicator, NaN where it cannot be worked out.
    secured: 0 lies outside that interval. needed: of the path in that year, NaN where there is none. reaches: the value
    against the target. overdue: the year of the target has come, and that it is reached is not secured.
    """

    status: Status
    why: Why
    direction: int
    change: float
    lower95: float
    upper95: float
    secured: bool
    needed: float
    pace: Pace
    reaches: Target
    overdue: bool


def wanted_direction(goal: Goal, baseline: float) -> int:
    """Where the value should go: as the polarity says, without one from the baseline to the target; 0 where neither tells.

    So a target that the baseline fulfils already is one to keep: with high values unfavourable it stays "at most".

    >>> wanted_direction(Goal(2020, 15.0, 2028, polarity=-1), 12.0), wanted_direction(Goal(2020, 15.0, 2028, 0), 12.0)
    (-1, 1)
    """
    if goal.polarity:
        return 1 if goal.polarity > 0 else -1
    return 0 if np.isnan(baseline) else int(np.sign(goal.target - baseline))
