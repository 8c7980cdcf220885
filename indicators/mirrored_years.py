"""Years before and after the choice of an area that can be compared although it was chosen for a bad value."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple


class Windows(NamedTuple):
    """Years before the choice and after the beginning, rising and equally many; both empty where there are none."""

    before: tuple[int, ...]
    after: tuple[int, ...]


def mirrored_years(known: Collection[int], choice: int, started: int | None = None, pool: int = 1) -> Windows:
    """Pairs of years that lie equally far before and after the year of the choice, as many as there are.

    known: years with a value; of pooled ones the last names the value. choice: the year whose value led to the choice;
    it counts in neither window. started: year in which the measure began, None = that of the choice; it is half with and
    half without the measure and counts for nothing either. Of a measure that began before the choice, its beginning is
    taken for the choice. pool: years added up for one value; windows then share no year with one another.

    Why mirrored: an area is chosen because its value was bad, and a part of that was passing. Of a passing part that
    fades with time, as much is left k years after the choice as there was k years before it, so it cancels out; with the
    year of the choice among those before, or years nearer to it before than after, every measure would seem to work.
    Not cured: a choice for the values of several years, which are then years "before"; a lasting rise just before the
    choice, which counts against the measure.
    Source: Ashenfelter & Card (1985), Rev. Econ. Stat. 67, 648–660 (dip before the choice); Chabé-Ferret (2015), J. Econom.
    185, 110–123 (windows symmetric around it).

    >>> mirrored_years(range(2015, 2025), 2020)
    Windows(before=(2016, 2017, 2018, 2019), after=(2021, 2022, 2023, 2024))
    >>> mirrored_years(range(2015, 2025), 2020, started=2021)
    Windows(before=(2016, 2017, 2018), after=(2022, 2023, 2024))
    >>> mirrored_years(range(2017, 2025), 2020, pool=3)
    Windows(before=(2017,), after=(2023,))
    """
    if pool < 1:
        raise ValueError(f"a value is made of at least one year, not of {pool}")
    begun = choice if started is None else started
    middle = min(choice, begun)
    reach = max((abs(year - middle) for year in known), default=0)
    nearest = begun - middle + pool
    distances = [each for each in range(nearest, reach + 1, pool) if {middle - each, middle + each} <= set(known)]
    return Windows(
        tuple(sorted(middle - each for each in distances)), tuple(sorted(middle + each for each in distances))
    )
