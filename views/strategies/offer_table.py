"""Offers from a table, as an office or an association keeps them: all rows or none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from problem import DataError, Problem
from store.checks import complete
from store.kinds import Offer
from store.kinds.offer import OfferKind
from texts.entries import WORDS

COLUMNS = {
    "name": "name", "art": "offer_kind", "träger": "provider", "gebiet": "areas", "anschrift": "address",
    "breite": "latitude", "länge": "longitude", "seit": "since", "bis": "until", "bemerkung": "note",
}  # fmt: skip
NEEDED = ("name", "gebiet")
KINDS = {words.casefold(): kind for kind, words in WORDS[OfferKind].items()} | {kind.value: kind for kind in OfferKind}


def offers_of(table: pd.DataFrame, file: str, areas: Mapping[str, str]) -> list[dict[str, Any]]:
    """Values of the offers, one per row. table: as `monitor.tables` reads it; areas: id → name.

    A row names its area by id or by name. Raises DataError with every fault by line.
    """
    named = {str(column).casefold().strip(): column for column in table.columns}
    if missing := [each for each in NEEDED if each not in named]:
        facts = {"found": [str(column) for column in table.columns if column != "line"]}
        raise DataError(
            *(Problem("column_missing", file=file, line=1, facts={**facts, "column": each}) for each in missing)
        )
    found: list[dict[str, Any]] = []
    faults: list[Problem] = []
    for _, row in table.iterrows():
        cells = {COLUMNS[name]: str(row[column]) for name, column in named.items() if name in COLUMNS}
        values, problems = _row(cells, areas, file, int(row["line"]))
        faults += problems
        found.append(values)
    if faults:
        raise DataError(*faults)
    return found


def _row(
    cells: Mapping[str, str], areas: Mapping[str, str], file: str, line: int
) -> tuple[dict[str, Any], list[Problem]]:  # fmt: skip
    faults: list[Problem] = []
    values: dict[str, Any] = {
        name: text for name, text in cells.items() if name in ("name", "provider", "address", "note")
    }
    area = _area(cells["areas"], areas)
    if area is None:
        faults.append(Problem("offer_area_unknown", file=file, line=line, facts={"written": cells["areas"]}))
    values["areas"] = [area or ""]
    kind = KINDS.get(cells.get("offer_kind", "").casefold() or "sonstiges")
    if kind is None:
        known = ", ".join(WORDS[OfferKind].values())
        faults.append(
            Problem("offer_kind_unknown", file=file, line=line, facts={"written": cells["offer_kind"], "known": known})
        )
    values["offer_kind"] = kind or OfferKind.OTHER
    values |= {name: _number(cells.get(name, "")) for name in ("latitude", "longitude")}
    values |= {name: _day(cells.get(name, "")) for name in ("since", "until")}
    try:
        complete(Offer, values)
    except DataError as error:
        faults += [Problem(each.code, file=file, line=line, facts=each.facts) for each in error.problems]
    return values, faults


def _area(text: str, areas: Mapping[str, str]) -> str | None:
    if text in areas:
        return text
    matches = [area for area, name in areas.items() if name.casefold() == text.casefold()]
    return matches[0] if len(matches) == 1 else None


def _number(text: str) -> Any:
    """The number, None for an empty cell; a text that is none stays, so that it is told."""
    try:
        return float(text.replace(",", ".")) if text else None
    except ValueError:
        return text


def _day(text: str) -> Any:
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return text or None
