"""What the checks say about a scheme, in words and with the place on the map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
import streamlit as st
from pyproj import Transformer

from geodata.boundaries import METRIC
from geodata.publish import DECIMALS
from geodata.scheme import Scheme
from geodata.scheme_checks import check_scheme
from geodata.scheme_findings import SchemeFinding
from monitor.release import Release
from problem import Problem, is_error
from texts.problems import sentence
from ui.map.documents import offer
from ui.schemes.ground import Ground, delivered_hierarchy
from ui.schemes.inhabitants import rounded, unit_inhabitants
from ui.schemes.message import Finding
from views.content import Content, State

MANY, FEW = 4, 2  # beyond so many areas so few are named: the map shows them all
COARSE = 2.0  # metres that a place may be off on the map


def checked(shown: Content, scheme: Scheme, ground: Ground) -> list[Finding]:
    """Errors first. What came with the data or was valid once is not checked again."""
    if scheme.version == 0:
        return []
    protection = shown.release.county.protection
    found = check_scheme(
        scheme,
        ground.units,
        unit_inhabitants(shown, ground),
        ground.shape,
        protection.minimum_inhabitants,
        threshold=protection.threshold,
        taken=_taken(shown.state, ground.municipality, shown.release),
        values_each=_values_each(shown.state, shown.release),
    )
    names = {**ground.units["name"], **scheme.areas}
    return [_told(each, names) for each in found]


def _told(found: SchemeFinding, names: Mapping[str, str]) -> Finding:
    return Finding(is_error(found.problem), sentence(in_short(found.problem, names)), _address(found.place))


def in_short(problem: Problem, names: Mapping[str, str]) -> Problem:
    """The same problem for the list beside the map: names instead of ids, few of many, and inhabitants as estimated."""
    facts = dict(problem.facts)
    if "people" in facts:
        facts["people"] = _estimated(str(facts["people"]))
    distinct = facts.get("distinct", len(problem.areas))
    few = problem.areas[:FEW] if isinstance(distinct, int) and distinct > MANY else problem.areas
    return replace(
        problem, areas=[names.get(area) or area for area in few], facts=facts | {"distinct": distinct, "names": {}}
    )


def _estimated(people: str) -> str:
    """ "1.234" → "rund 1.230", "weniger als 3" → "unter 10", "unbekannt viele" stays."""
    digits = people.replace(".", "")
    if digits.isdecimal():
        return rounded(float(digits))
    return rounded(0.0) if digits.startswith("weniger") else people


def _address(place: Any) -> str:
    """Where the browser finds the place, "" where there is none."""
    if place is None or place.is_empty:
        return ""
    return offer(("scheme-place", place.wkb), lambda: geojson(place))


def geojson(place: Any) -> dict[str, Any]:
    """A geometry in EPSG:25832 as a GeoJSON geometry in EPSG:4326."""
    to_degrees = Transformer.from_crs(METRIC, "EPSG:4326", always_xy=True)
    simple = shapely.simplify(place, COARSE)
    degrees = shapely.transform(
        place if simple.is_empty else simple,
        lambda points: np.round(np.column_stack(to_degrees.transform(points[:, 0], points[:, 1])), DECIMALS),
    )
    found: dict[str, Any] = json.loads(shapely.to_geojson(degrees))
    return found


@st.cache_resource(show_spinner=False, max_entries=40)
def _taken(state: State, municipality: str, _release: Release) -> frozenset[str]:
    """Ids of areas that are not the municipality's own social spaces."""
    level = _release.finest.id
    own: set[str] = set()
    everything: set[str] = set()
    for hierarchy in (_release.hierarchy, delivered_hierarchy(_release)):
        parents = hierarchy.parents(level)
        own |= set(parents.index[parents == municipality])
        everything |= set(hierarchy.names)
    return frozenset(everything - own)


@st.cache_resource(show_spinner=False, max_entries=4)
def _values_each(state: State, _release: Release) -> int:
    return len(_release.indicators_at(_release.finest.id))
