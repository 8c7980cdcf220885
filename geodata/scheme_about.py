"""What a scheme says of itself and of its parts, as texts that anyone can read, and back."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from geodata.scheme import PART_COLUMNS, ROUNDING, CutBy, Scheme, Status
from problem import DataError, Problem

DELIVERED, FROM_UNITS = "geliefert", "einheiten"  # whose the boundaries in the file are
NEEDED = ("kommune", "fassung", "name", "status", "teilung_nach")
KNOWN = (*NEEDED, "gueltig_ab", "gueltig_bis", "verantwortlich", "anmerkung", "grenzen")


def about_of(scheme: Scheme) -> dict[str, str]:
    """Key → text: municipality, version, name, status, days, who, note, how units are cut, whose the boundaries are."""
    return {
        "kommune": scheme.municipality,
        "fassung": str(scheme.version),
        "name": scheme.name,
        "status": scheme.status.value,
        "gueltig_ab": scheme.valid_from.isoformat() if scheme.valid_from else "",
        "gueltig_bis": scheme.valid_to.isoformat() if scheme.valid_to else "",
        "verantwortlich": scheme.author,
        "anmerkung": scheme.note,
        "teilung_nach": scheme.cut_by.value,
        "grenzen": FROM_UNITS if scheme.shapes is None else DELIVERED,
    }


def head_from(about: Mapping[str, str]) -> Scheme:
    """A scheme without areas and parts. Raises DataError naming every entry that is missing or cannot be."""
    faults = [Problem("scheme_about_missing", facts={"key": key}) for key in NEEDED if key not in about]
    kinds = {"fassung": _version, "status": Status, "teilung_nach": CutBy, "gueltig_ab": _day, "gueltig_bis": _day}
    read: dict[str, Any] = {}
    for key, kind in kinds.items():
        try:
            read[key] = kind(about.get(key, ""))
        except ValueError:
            if key in about:
                faults.append(Problem("scheme_about_invalid", facts={"key": key, "value": about[key][:80]}))
    if faults:
        raise DataError(*faults)
    nothing = pd.Series(dtype=object), pd.DataFrame(columns=list(PART_COLUMNS))
    head = Scheme(about["kommune"], 0, about["name"], *nothing, author=about.get("verantwortlich", ""))
    return replace(
        head, note=about.get("anmerkung", ""), version=read["fassung"], status=read["status"], cut_by=read["teilung_nach"],
        valid_from=read["gueltig_ab"], valid_to=read["gueltig_bis"],
    )  # fmt: skip


def rows_of(scheme: Scheme) -> list[tuple[str, str, str, str]]:
    """einheit, gebiet, name, anteil of every part; an area without units stands in a row without unit and share."""
    parts = [(str(unit), str(area), scheme.areas.get(area, ""), repr(float(share)))
             for unit, area, share in scheme.parts[list(PART_COLUMNS)].itertuples(index=False)]  # fmt: skip
    placed = {area for _, area, _, _ in parts}
    return [*parts, *(("", str(area), name, "") for area, name in scheme.areas.items() if str(area) not in placed)]


def with_rows(head: Scheme, rows: Iterable[Iterable[str]]) -> Scheme:
    """The scheme with the areas and parts of these rows. Raises DataError for shares that cannot be."""
    table = pd.DataFrame([list(row)[:4] for row in rows], columns=["unit", "area", "name", "share"], dtype=object)
    table = table[table["area"].fillna("") != ""]
    areas = table.drop_duplicates("area").set_index("area")["name"].rename_axis(None).rename(None).sort_index()
    parts = table.loc[table["unit"] != "", list(PART_COLUMNS)].reset_index(drop=True)
    parts["share"] = [_share(text) for text in parts["share"]]
    total = parts.groupby("unit")["share"].sum()
    wrong = [*parts.loc[~((parts["share"] > 0) & (parts["share"] <= 1)), "unit"], *total.index[total > 1 + ROUNDING]]
    if wrong:
        areas_named = [str(unit) for unit in dict.fromkeys(wrong)][:5]
        raise DataError(Problem("scheme_shares_invalid", areas=areas_named, facts={"distinct": len(set(wrong))}))
    return replace(head, areas=areas, parts=parts.astype({"share": float}))


def as_toml(about: Mapping[str, str]) -> str:
    """JSON strings are TOML strings, but for the one control character that JSON leaves as it is."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in about.items())
    return "".join(lines).replace("\x7f", "\\u007f")


def _version(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise ValueError(text)
    return int(text)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _share(text: str) -> float:
    try:
        return float(str(text).replace(",", "."))
    except ValueError:
        return math.nan
