"""Does a scheme place every base unit, each once, and only its own?"""

from __future__ import annotations

from typing import Any

import pandas as pd
import shapely

from geodata.scheme import ROUNDING, Scheme
from geodata.scheme_findings import SchemeFinding, named, number_in_words
from problem import Problem


def check_units(scheme: Scheme, units: Any, inhabitants: pd.Series | None, threshold: int) -> list[SchemeFinding]:
    """Units left over, placed in part or more than once, and units that the municipality does not have: all errors.

    units: the municipality's, index id, geometry. inhabitants: by unit, as they may be told, NaN unknown.
    """
    placed = scheme.parts.groupby("unit")["share"].sum()
    here = placed.reindex(units.index, fill_value=0.0)
    left = units.index[here == 0]
    partly = units.index[(here > 0) & (here < 1 - ROUNDING)]
    rest = 1 - here
    return [
        *_about("scheme_units_left", left, units, _people(rest[left], inhabitants, threshold)),
        *_about("scheme_units_left_partly", partly, units, _people(rest[partly], inhabitants, threshold)),
        *_about("scheme_units_above_whole", units.index[here > 1 + ROUNDING], units, ""),
        *_foreign(placed.index.difference(units.index)),
        *_without_area(scheme),
    ]


def _people(rest: pd.Series, inhabitants: pd.Series | None, threshold: int) -> str:
    """How many live there. One unknown unit makes the sum unknown: what is told must not be less than it is."""
    if inhabitants is None or rest.empty:
        return number_in_words(float("nan"), threshold)
    number = (rest * inhabitants.reindex(rest.index).astype(float)).sum(skipna=False)
    return number_in_words(float(number), threshold)


def _about(code: str, ids: pd.Index, units: Any, people: str) -> list[SchemeFinding]:
    if ids.empty:
        return []
    facts = {"count": len(ids), "distinct": len(ids), **({"people": people} if people else {})}
    place = shapely.union_all(units.geometry.reindex(ids).to_numpy())
    return [SchemeFinding(Problem(code, areas=named(ids), facts=facts), place)]


def _foreign(ids: pd.Index) -> list[SchemeFinding]:
    if ids.empty:
        return []
    return [SchemeFinding(Problem("scheme_units_foreign", areas=named(ids), facts={"distinct": len(ids)}))]


def _without_area(scheme: Scheme) -> list[SchemeFinding]:
    """Parts of areas that the scheme does not have."""
    unknown = sorted(set(map(str, scheme.parts["area"])) - set(map(str, scheme.areas.index)))
    if not unknown:
        return []
    return [SchemeFinding(Problem("scheme_area_unknown", areas=named(unknown), facts={"distinct": len(unknown)}))]
