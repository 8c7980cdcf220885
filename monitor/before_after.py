"""Two divisions of the same ground side by side: which flags stay, and which depend on where the borders were drawn.

That results change with the division of the ground is the modifiable areal unit problem (Openshaw 1984, CATMOG 38).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import pandas as pd

from indicators.attention import Rule
from monitor.attention import attention
from monitor.release import Release

LEAST = (
    0.5  # share of an area's base units that lie in flagged areas of the other division, for its flag to be supported
)


class Verdict(IntEnum):
    """What another division says of an area's flag."""

    NOT_FLAGGED = 0
    SUPPORTED = 1  # most of it lies in areas that are flagged there as well
    PARTLY = 2  # some of it does
    OF_THIS_CUT_ALONE = 3  # none of it does
    NOT_ASSESSED = 4  # of the area itself, or of everything it consists of there, nothing is known


@dataclass(frozen=True)
class Side:
    """One of two divisions. areas: index area id; name, flagged (True, False, None = not assessed), units (number of base
    units), supported (share of these in flagged areas of the other division, of those that are assessed there) and verdict.
    """

    areas: pd.DataFrame

    @property
    def flagged(self) -> int:
        return int((self.areas["flagged"] == True).sum())  # noqa: E712 None is neither

    @property
    def of_this_cut_alone(self) -> list[str]:
        """Names of the areas whose flag depends on this division alone."""
        return list(self.areas.loc[self.areas["verdict"] == Verdict.OF_THIS_CUT_ALONE, "name"])


def before_after(
    before: Release, after: Release, municipality: str, level: str, year: int, rule: str | Rule
) -> tuple[Side, Side]:
    """Both divisions of a municipality under the same rule. Weights are base units, which everybody may count: how many
    people live where two areas overlap may be a secret."""
    units = pd.concat({name: _area_of(each, level) for name, each in (("before", before), ("after", after))}, axis=1)
    inside = units[
        units["after"].isin(_own(after, level, municipality)) | units["before"].isin(_own(before, level, municipality))
    ]
    flags = {name: _flags(each, level, year, rule) for name, each in (("before", before), ("after", after))}
    return (
        _side(before, level, inside, "before", "after", flags),
        _side(after, level, inside, "after", "before", flags),
    )


def _area_of(release: Release, level: str) -> pd.Series:
    return release.hierarchy.ancestors(release.hierarchy.levels[-1], level)


def _own(release: Release, level: str, municipality: str) -> pd.Index:
    parents = release.hierarchy.parents(level)
    return parents.index[parents == municipality]


def _flags(release: Release, level: str, year: int, rule: str | Rule) -> pd.Series:
    table = attention(release, level, year, rule).table
    return table["flagged"].astype(object).where(table["flagged"].notna(), None)


def _side(
    release: Release, level: str, inside: pd.DataFrame, own: str, other: str, flags: dict[str, pd.Series]
) -> Side:
    there = inside[other].map(flags[other])
    known = there.map(lambda flag: flag is not None and not pd.isna(flag))
    per_area = pd.DataFrame({"area": inside[own], "known": known, "flagged": known & (there == True)})  # noqa: E712
    sums = per_area.groupby("area").agg(units=("known", "size"), known=("known", "sum"), flagged=("flagged", "sum"))
    supported = (sums["flagged"] / sums["known"]).where(sums["known"] > 0)
    flagged = flags[own].reindex(sums.index)
    areas = pd.DataFrame(
        {
            "name": release.hierarchy.areas(level)["name"].reindex(sums.index),
            "flagged": flagged,
            "units": sums["units"],
            "supported": supported,
            "verdict": [_verdict(flag, share) for flag, share in zip(flagged, supported, strict=True)],
        }
    )
    return Side(areas.sort_values("name"))


def _verdict(flag: object, supported: float) -> Verdict:
    if flag is None or pd.isna(flag):
        return Verdict.NOT_ASSESSED
    if not flag:
        return Verdict.NOT_FLAGGED
    if pd.isna(supported):
        return Verdict.NOT_ASSESSED
    if supported >= LEAST:
        return Verdict.SUPPORTED
    return Verdict.PARTLY if supported > 0 else Verdict.OF_THIS_CUT_ALONE
