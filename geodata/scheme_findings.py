"""A finding about a scheme: the problem as a fact, and its place on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import shapely

from problem import Problem, is_error

NAMED = 5  # areas or units that are named in a problem
NOWHERE = shapely.Polygon()


@dataclass(frozen=True)
class SchemeFinding:
    """problem: what is wrong. place: geometry in EPSG:25832 to show on the map, empty where there is no place to show."""

    problem: Problem
    place: Any = NOWHERE


def prevents_validity(findings: list[SchemeFinding]) -> bool:
    """Whether one of the findings keeps a scheme from becoming valid."""
    return any(is_error(finding.problem) for finding in findings)


def number_in_words(number: float, threshold: int) -> str:
    """A number of inhabitants as it may be told: "1.234", "weniger als 3", "unbekannt viele" where it is NaN.

    >>> number_in_words(1234.4, 3), number_in_words(2, 3), number_in_words(0, 3), number_in_words(float("nan"), 3)
    ('1.234', 'weniger als 3', 'weniger als 3', 'unbekannt viele')
    """
    if number != number:
        return "unbekannt viele"
    if number < threshold:
        return f"weniger als {threshold}"
    return f"{round(number):,}".replace(",", ".")


def named(ids: Any) -> list[str]:
    return [str(each) for each in list(ids)[:NAMED]]
