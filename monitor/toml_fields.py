"""What a section of a TOML file may say: keys, kinds of values, choices. All faults are collected."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from monitor.toml_text import TomlText
from problem import Problem


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_list_of(inner: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(inner(each) for each in value)


# kind → whether a value is of it. Sentences name the kinds in German.
KINDS: dict[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "whole": _is_whole,
    "number": _is_number,
    "truth": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, dt.date) and not isinstance(value, dt.datetime),
    "texts": _is_list_of(lambda each: isinstance(each, str)),
    "wholes": _is_list_of(_is_whole),
    "numbers": _is_list_of(_is_number),
    "section": lambda value: isinstance(value, dict),
    "sections": _is_list_of(lambda each: isinstance(each, dict)),
}


@dataclass(frozen=True)
class Field:
    """One key: its kind, whether it must be there (and then say something), its choices, its least and most value."""

    kind: str = "text"
    required: bool = False
    choices: tuple[Any, ...] = ()
    least: float | None = None
    most: float | None = None


Fields = Mapping[str, Field]


@dataclass(frozen=True)
class Section:
    """One section of a TOML file with the place to name in a problem."""

    source: TomlText
    name: str
    data: Mapping[str, Any]
    occurrence: int = 0

    def line(self, key: str = "") -> int | None:
        """Line of a key, else of the subsection of that name, else of the section itself."""
        subsection = f"{self.name}.{key}" if self.name else key
        places = ((self.name, key, self.occurrence), (subsection, "", 0), (self.name, "", self.occurrence))
        return next((line for place in places if (line := self.source.line(*place)) is not None), None)

    def problem(self, code: str, key: str = "", **facts: object) -> Problem:
        """A problem of this section, at the line of the key."""
        where = {"section": self.name, "key": key} if key else {"section": self.name}
        return Problem(code, file=self.source.file, line=self.line(key), facts={**where, **facts})


def checked(section: Section, fields: Fields) -> tuple[dict[str, Any], list[Problem]]:
    """Values of the keys that are right (lists as tuples), and a problem for every key that is not."""
    problems = [_unknown(section, key, fields) for key in section.data if key not in fields]
    values: dict[str, Any] = {}
    for key, field in fields.items():
        problem = _fault(section, key, field)
        if problem:
            problems.append(problem)
        elif key in section.data:
            value = section.data[key]
            values[key] = tuple(value) if isinstance(value, list) else value
    return values, problems


def _unknown(section: Section, key: str, fields: Fields) -> Problem:
    return section.problem("key_unknown", key, suggestion=closest(key, fields))


def _fault(section: Section, key: str, field: Field) -> Problem | None:
    if key not in section.data:
        return section.problem("key_missing", key) if field.required else None
    value = section.data[key]
    if not KINDS[field.kind](value):
        return section.problem("value_kind", key, value=written(value), kind=field.kind)
    if field.required and isinstance(value, str | list) and not (value.strip() if isinstance(value, str) else value):
        return section.problem("key_missing", key)
    if field.choices and value not in field.choices:
        known = ", ".join(str(choice) for choice in field.choices)
        return section.problem("value_not_allowed", key, value=written(value), known=known)
    return _outside(section, key, field)


def _outside(section: Section, key: str, field: Field) -> Problem | None:
    value = section.data[key]
    if field.least is not None and value < field.least:
        return section.problem("value_too_small", key, value=written(value), least=field.least)
    if field.most is not None and value > field.most:
        return section.problem("value_too_large", key, value=written(value), most=field.most)
    return None


def written(value: object) -> str:
    """A value as it stands in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).replace("'", '"') if isinstance(value, list | dict) else str(value)


def closest(word: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """The known word that is most like the given one; "" where none is."""
    folded = {each.casefold(): each for each in known}
    if word.casefold() in folded:
        return folded[word.casefold()]
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")
