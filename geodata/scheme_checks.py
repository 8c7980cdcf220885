"""Is a scheme one that can become valid? Everything that is wrong at once, each with its place on the map."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from geodata.scheme import Scheme
from geodata.scheme_check_areas import check_content, check_islands, check_names
from geodata.scheme_check_shapes import check_shapes
from geodata.scheme_check_units import check_units
from geodata.scheme_findings import SchemeFinding
from geodata.scheme_shapes import shapes_of
from geodata.scheme_slivers import Sliver
from problem import is_error

MINIMUM = 300  # inhabitants of an area
THRESHOLD = 3  # numbers of inhabitants below it are not told


def check_scheme(
    scheme: Scheme,
    units: Any,
    inhabitants: pd.Series | None,
    municipality_shape: Any,
    minimum_inhabitants: int = MINIMUM,
    *,
    threshold: int = THRESHOLD,
    taken: Collection[str] = (),
    values_each: int = 0,
    limits: Sliver = Sliver(),  # noqa: B008 immutable
) -> list[SchemeFinding]:
    """All findings, errors first. An error keeps the scheme from becoming valid, a warning does not.

    units: base units of the municipality, index id, geometry in EPSG:25832. inhabitants: by unit, only what may be told
    (protected or rounded), NaN where it may not or is not known. municipality_shape: its geometry. taken: ids that areas
    of other municipalities or levels have. values_each: values an area shows, for saying how many would be hidden.
    """
    if municipality_shape is None:
        municipality_shape = units.geometry.union_all()
    shapes = shapes_of(scheme, units)
    findings = [
        *check_names(scheme, shapes, taken),
        *check_units(scheme, units, inhabitants, threshold),
        *check_shapes(scheme, units, municipality_shape, limits),
        *check_content(scheme, shapes, inhabitants, minimum_inhabitants, threshold, values_each),
        *check_islands(scheme, shapes, municipality_shape),
    ]
    return sorted(findings, key=lambda finding: not is_error(finding.problem))
