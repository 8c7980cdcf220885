"""What can be wrong with data, as a fact: no sentence here, those stand in `texts/problems.py`.

Every room may import this module; it imports none of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error stops: nothing of the folder is shown. A warning is shown on the page Daten."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One finding about the data.

    code: key of the German sentence, e.g. "numerator_above_denominator".
    file: path relative to the data folder ("counts.csv"), empty where no file is to blame.
    line: line of a text file or row of a sheet, counted from 1 with the heading; None where there is none.
    areas: ids of the areas concerned, at most as many as help to find them.
    facts: what the sentence fills in, e.g. {"measure": "sgb2_u15", "year": 2021}.
    """

    code: str
    severity: Severity = Severity.ERROR
    file: str = ""
    line: int | None = None
    areas: Sequence[str] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


class DataError(Exception):
    """Raised where work cannot go on; carries every problem found, never only the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.code} {list(p.areas)} {dict(p.facts)}" for p in problems))
        self.problems = list(problems)


def is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR
