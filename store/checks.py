"""What somebody has filled in, checked field by field; every fault is told at once, and nothing that was typed is lost."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from problem import DataError, Problem
from store.cleaning import clean, one_line
from store.columns import SHORT, YEARS, Field
from store.entry import Entry

IsRight = Callable[[Field, Any], bool]
EMPTY: dict[str, Any] = {"text": "", "areas": []}


def checked(kind: type[Entry], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are kept. Raises DataError with every fault; KeyError for a field the kind does not have."""
    fields = kind.fields()
    cleaned = {name: _cleaned(fields[name], value) for name, value in values.items()}
    faults = [
        Problem(code, facts={"field": f"{kind.kind()}.{name}", "longest": fields[name].longest})
        for name, value in cleaned.items()
        if (code := _fault(fields[name], value))
    ]
    if faults:
        raise DataError(*faults)
    return {name: _converted(fields[name], value) for name, value in cleaned.items()}


def complete(kind: type[Entry], values: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a new entry: every field has a value, and what it needs must be there."""
    return checked(kind, {**{name: _first(kind, name) for name in kind.fields()}, **values})


def _first(kind: type[Entry], name: str) -> Any:
    field, default = kind.fields()[name], kind.__table__.columns[name].default
    return EMPTY.get(field.kind) if default is None or default.is_callable else default.arg


def _cleaned(field: Field, value: Any) -> Any:
    if field.kind == "text":
        return (one_line if field.longest <= SHORT else clean)(str(value or ""))
    if field.kind == "areas":
        return list(dict.fromkeys(str(area) for area in value))
    if field.kind == "reference":
        return value or None
    return value


def _fault(field: Field, value: Any) -> str:
    """Code of the first thing that is wrong with a value, "" for nothing."""
    if value in (None, "", []):
        return "entry_needed" if field.needed else ""
    return next((code for code, kinds, is_right in CHECKS if field.kind in kinds and not is_right(field, value)), "")


def _check(code: str, kinds: set[str], is_right: IsRight) -> tuple[str, set[str], IsRight]:
    return code, kinds, is_right


def _is_number(field: Field, value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value) and field.least <= value <= field.most


def _is_whole(field: Field, value: Any) -> bool:
    return float(value).is_integer()


def _is_day(field: Field, value: Any) -> bool:
    return isinstance(value, date) and YEARS[0] <= value.year <= YEARS[1]


CHECKS = (
    _check("entry_too_long", {"text"}, lambda field, value: len(value) <= field.longest),
    _check("entry_no_choice", {"choice"}, lambda field, value: value in set(field.choices or ())),
    _check("entry_no_number", {"number", "whole"}, _is_number),
    _check("entry_no_number", {"whole"}, _is_whole),
    _check("entry_no_day", {"day"}, _is_day),
)


def _converted(field: Field, value: Any) -> Any:
    if field.kind == "choice" and field.choices:
        return field.choices(value)
    if field.kind == "whole" and value is not None:
        return int(value)
    return float(value) if field.kind == "number" and value is not None else value
