"""What is wrong with a scheme of a data folder, for those who do not see it on a map."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from geodata.scheme import Scheme
from geodata.scheme_checks import check_scheme
from monitor.release import Release
from monitor.scheme_estimates import estimated_inhabitants
from monitor.scheme_ground import CountyGround
from problem import DataError, Problem


@dataclass(frozen=True)
class Yardstick:
    """What schemes are checked against. inhabitants: by base unit, estimated, None where nothing is released. values_each:
    values that an area shows. own: municipality → ids of its areas; everything: ids of all areas of all levels."""

    ground: CountyGround
    inhabitants: pd.Series | None
    values_each: int
    own: dict[str, set[str]]
    everything: set[str]


def yardstick_of(ground: CountyGround, release: Release | None) -> Yardstick:
    """release: that of the folder, None where it cannot be had."""
    own: dict[str, set[str]] = {}
    everything: set[str] = set()
    for hierarchy in (ground.areas, ground.delivered):
        everything |= set(hierarchy.names)
        for municipality, areas in hierarchy.areas(ground.level).groupby("parent"):
            own.setdefault(str(municipality), set()).update(map(str, areas.index))
    people = None if release is None else estimated_inhabitants(release)
    values_each = 0 if release is None else len(release.indicators_at(release.finest.id))
    return Yardstick(ground, people, values_each, own, everything)


def problems_of(scheme: Scheme, yardstick: Yardstick) -> list[Problem]:
    """All findings, errors first, with the names of areas and base units; also for a municipality that there is not."""
    try:
        ground = yardstick.ground.of(scheme.municipality)
    except DataError:
        return [Problem("scheme_of_unknown_municipality", areas=[scheme.municipality])]
    people, rule = yardstick.inhabitants, yardstick.ground.county.protection
    found = check_scheme(
        scheme,
        ground.units,
        None if people is None else people.reindex(ground.units.index),
        ground.shape,
        rule.minimum_inhabitants,
        threshold=rule.threshold,
        taken=yardstick.everything - yardstick.own.get(scheme.municipality, set()),
        values_each=yardstick.values_each,
    )
    names = {**ground.units["name"], **scheme.areas}
    return [_named(each.problem, names) for each in found]


def _named(problem: Problem, names: dict[str, str]) -> Problem:
    known = {area: names[area] for area in problem.areas if names.get(area)}
    return replace(problem, facts={**problem.facts, "names": known})
