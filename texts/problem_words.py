"""The facts of a problem as German words, ready to be put into its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import pairwise

from problem import Problem
from texts.numbers import german, german_exact, german_int

PLAIN_NUMBERS = {"year", "line", "first_line", "position"}  # written without thousands separator
QUOTED = {"values", "columns", "found", "groups", "sheets", "measures", "written", "value"}
KINDS = {
    "text": "ein Text in Anführungszeichen",
    "whole": "eine ganze Zahl ohne Anführungszeichen",
    "number": "eine Zahl ohne Anführungszeichen, mit Punkt statt Komma",
    "truth": "true oder false",
    "date": "ein Datum wie 2024-12-31 ohne Anführungszeichen",
    "texts": 'eine Liste von Texten wie ["A1", "A2"]',
    "wholes": "eine Liste ganzer Zahlen wie [2020, 2021]",
    "numbers": "eine Liste von Zahlen wie [5, 10, 12.5]",
    "section": "ein eigener Abschnitt mit Überschrift",
    "sections": "ein oder mehrere Abschnitte mit Überschrift in doppelten Klammern",
}


class Words(dict[str, str]):
    """Facts in words; a fact that nobody gave becomes "?" instead of an error while telling about one."""

    def __missing__(self, key: str) -> str:
        return "?"


def words_of(problem: Problem) -> Words:
    """All facts, and what sentences are built from: areas, hint, matches, place."""
    facts = problem.facts
    words = Words({key: _in_words(key, value) for key, value in facts.items()})
    words["file"] = problem.file
    words["areas"] = areas_in_words(problem)
    words["kind"] = KINDS.get(str(facts.get("kind")), "?")
    words["hint"] = f" Gemeint ist vermutlich „{facts['suggestion']}“." if facts.get("suggestion") else ""
    words["matches"] = _matches(facts.get("matches"), _names(problem))
    words["group_words"] = f", Gruppe „{facts['group']}“" if facts.get("group") else ""
    return words


def is_single(problem: Problem) -> bool:
    """Whether one area, measure or value is concerned, so that the sentence speaks in the singular."""
    distinct = problem.facts.get("distinct", len(problem.areas))
    return distinct == 1


def place(problem: Problem) -> str:
    """ "counts.csv, Zeilen 17, 18, 19 und 4.997 weitere: ", or "" where no file is to blame."""
    if not problem.file:
        return ""
    return f"{problem.file}{_lines(problem)}: "


def _lines(problem: Problem) -> str:
    if problem.line is None:
        return ""
    lines = _sequence(problem.facts.get("lines")) or [problem.line]
    if len(lines) == 1:
        return f", Zeile {lines[0]}"
    further = _count(problem.facts.get("rows")) - len(lines)
    if further <= 0:
        return f", Zeilen {_enumerated([str(line) for line in lines])}"
    more = "eine weitere" if further == 1 else f"{german_int(further)} weitere"
    return f", Zeilen {', '.join(str(line) for line in lines)} und {more}"


def areas_in_words(problem: Problem) -> str:
    """ "05382068 (Troisdorf), 05382004 (Alfter) und 3 weitere"."""
    names = _names(problem)
    told = [f"{area} ({names[area]})" if area in names else str(area) for area in problem.areas]
    further = _count(problem.facts.get("distinct", len(told))) - len(told)
    if further > 0:
        return f"{', '.join(told)} und {german_int(further)} weitere"
    return _enumerated(told)


def year_ranges(years: Sequence[int]) -> str:
    """ "2016, 2018–2020"."""
    ordered = sorted(years)
    ranges = [[year] for year in ordered[:1]]
    for before, year in pairwise(ordered):
        if year == before + 1:
            ranges[-1].append(year)
        else:
            ranges.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in ranges)


def _in_words(key: str, value: object) -> str:
    if key == "years":
        return year_ranges([int(str(year)) for year in _sequence(value)])
    if isinstance(value, list | tuple):
        return ", ".join(f"„{_single(key, each)}“" if key in QUOTED else _single(key, each) for each in value)
    return f"„{_single(key, value)}“" if key in QUOTED else _single(key, value)


def square_kilometres(number: float) -> str:
    """ "0,25 km²"; small areas keep the digits that make them visible."""
    return f"{german(number, 2 if number >= 0.1 else 4)} km²"


def _single(key: str, value: object) -> str:
    if key == "km2" and isinstance(value, float):
        return square_kilometres(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if key in PLAIN_NUMBERS else german_int(value)
    if isinstance(value, float):
        return german_exact(value)
    if isinstance(value, dt.date):
        return value.strftime("%d.%m.%Y")
    return str(value)


def _matches(matches: object, names: Mapping[str, str]) -> str:
    """What would match instead: " 05382068 (Troisdorf)", several as "a → b, c → d"."""
    if not isinstance(matches, Mapping) or not matches:
        return ""
    told = {wrong: f"{right} ({names[right]})" if right in names else str(right) for wrong, right in matches.items()}
    if len(told) == 1:
        return next(iter(told.values()))
    return ", ".join(f"{wrong} → {right}" for wrong, right in told.items())


def _names(problem: Problem) -> Mapping[str, str]:
    names = problem.facts.get("names", {})
    return names if isinstance(names, Mapping) else {}


def _sequence(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0


def _enumerated(texts: Sequence[str]) -> str:
    return " und ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)
