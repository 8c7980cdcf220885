"""Rows against the areas and the catalogue: what is unknown, twice, negative or not whole. Faulty rows are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import numpy as np
import pandas as pd

from indicators.catalogue import Indicator, Method
from indicators.signs import Sign
from indicators.standard_population import STANDARDS
from monitor.row_problems import NAMED, by_file, first_of, of_rows
from monitor.toml_fields import closest
from problem import Problem

KEY = ["area", "year", "measure", "group"]
WHOLE_NUMBERS = (Method.PROPORTION, Method.RATE)

Checked = tuple[pd.DataFrame, list[Problem]]


def known_areas(rows: pd.DataFrame, known: Mapping[str, str]) -> Checked:
    """Rows of known areas (id → name); a leading zero that was lost, here or in the boundaries, is named as such."""
    unknown = sorted(set(rows["area"].unique()) - set(known))
    if not unknown:
        return rows, []
    lost = {area: match for area in unknown if (match := _with_zero(area, known))}
    kept = {area: match for area in unknown if (match := area.lstrip("0")) != area and match in known}
    is_unknown = rows["area"].isin(unknown)
    problems: list[Problem] = []
    for file, part in by_file(rows[is_unknown]):
        others = part[~part["area"].isin({*lost, *kept})]
        problems += _of_areas("area_leading_zero_lost", part[part["area"].isin(lost)], file, lost)
        problems += _of_areas("boundary_leading_zero_lost", part[part["area"].isin(kept)], file, kept)
        problems += _of_areas("area_unknown", others, file, {})
    return rows[~is_unknown], problems


def _of_areas(code: str, rows: pd.DataFrame, file: str, matches: Mapping[str, str]) -> list[Problem]:
    named = {area: matches[area] for area in first_of(rows["area"]) if area in matches}
    return of_rows(code, rows, file, matches=named, distinct=rows["area"].nunique())


def _with_zero(area: str, known: Mapping[str, str]) -> str:
    """The known key that a spreadsheet may have turned into this one; "" if there is none."""
    bare = area.removesuffix(".0").replace(" ", "")
    return next((each for each in (f"0{bare}", f"00{bare}", bare) if each in known), "")


def known_measures(rows: pd.DataFrame, known: Collection[str]) -> Checked:
    """Rows of measures that the catalogue (or county.toml) names; others are reported with the closest known name."""
    unknown = set(rows["measure"].unique()) - set(known)
    if not unknown:
        return rows, []
    is_unknown = rows["measure"].isin(unknown)
    problems: list[Problem] = []
    for file, part in by_file(rows[is_unknown].drop(columns="area")):
        named = first_of(part["measure"])
        matches = {each: match for each in named if (match := closest(each, sorted(known)))}
        distinct = part["measure"].nunique()
        problems += of_rows("measure_unknown", part, file, measures=named, matches=matches, distinct=distinct)
    return rows[~is_unknown], problems


def known_groups(rows: pd.DataFrame, catalogue: Mapping[str, Indicator]) -> list[Problem]:
    """Age bands of standardised indicators are those of the standard population; a total ("") may stand beside them."""
    problems: list[Problem] = []
    for indicator in catalogue.values():
        if indicator.method is not Method.STANDARDISED:
            continue
        bands = STANDARDS[indicator.standard]
        of_measure = rows[rows["measure"] == indicator.numerator]
        for file, part in by_file(of_measure[~of_measure["group"].isin([*bands, ""])]):
            facts = {"measure": indicator.numerator, "groups": first_of(part["group"]), "known": ", ".join(bands)}
            problems += of_rows("group_unknown", part.drop(columns="area"), file, **facts)
    return problems


def without_duplicates(rows: pd.DataFrame) -> Checked:
    """The first row of each cell; every further one is reported with the place of the first, also across files."""
    cell = _cell_numbers(rows)
    repeated = pd.Series(cell).duplicated().to_numpy()
    if not repeated.any():
        return rows, []
    first = pd.Series(np.arange(len(rows)), index=cell)[~repeated]
    problems: list[Problem] = []
    again = rows[repeated].assign(first=first.reindex(cell[repeated]).to_numpy())
    for file, part in by_file(again):
        origin = rows.iloc[int(part.sort_values("line")["first"].iloc[0])]
        facts = {"first_file": str(origin["file"]), "first_line": int(origin["line"])}
        facts |= {"measure": str(origin["measure"]), "year": int(origin["year"]), "group": str(origin["group"])}
        problems += of_rows("row_duplicate", part, file, **facts)
    return rows[~repeated], problems


def _cell_numbers(rows: pd.DataFrame) -> np.ndarray:
    """One number per area, year, measure and group: comparing numbers is much faster than comparing four columns."""
    cell = np.zeros(len(rows), dtype=np.int64)
    for name in KEY:
        codes, different = pd.factorize(rows[name])
        cell = cell * (len(different) + 1) + codes
    return cell


def with_signed(rows: pd.DataFrame, signed: Collection[str]) -> pd.DataFrame:
    """Final number and sign: −1 and −9 are numbers for signed measures and signs for all others."""
    is_number = rows["value"].notna() & ((rows["sign"] == Sign.SHOWN) | rows["measure"].isin(signed))
    sign = rows["sign"].where(~is_number, np.uint8(Sign.SHOWN)).astype(np.uint8)
    return rows.assign(sign=sign, value=rows["value"].where(is_number))


def signed_measures(catalogue: Iterable[Indicator]) -> set[str]:
    """Measures that only signed given indicators use."""
    indicators = list(catalogue)
    signed = {each.numerator for each in indicators if each.signed}
    unsigned = {measure for each in indicators if not each.signed for measure in (each.numerator, each.denominator)}
    return signed - unsigned


def number_faults(rows: pd.DataFrame, signed: Collection[str], catalogue: Mapping[str, Indicator]) -> list[Problem]:
    """Negative numbers where there can be none, and decimals where people or cases are counted."""
    counted = {
        measure
        for each in catalogue.values()
        if each.method in WHOLE_NUMBERS
        for measure in (each.numerator, each.denominator)
    }
    value = rows["value"].to_numpy()
    negative = (value < 0) & ~rows["measure"].isin(signed).to_numpy()
    broken = (value % 1 > 0) & rows["measure"].isin(counted).to_numpy()
    problems: list[Problem] = []
    for file, part in by_file(rows[negative]):
        problems += of_rows("count_negative", part, file, **_examples(part))
    for file, part in by_file(rows[broken & ~negative]):
        problems += of_rows("count_not_whole", part, file, **_examples(part))
    return problems


def _examples(rows: pd.DataFrame) -> dict[str, object]:
    return {"measures": first_of(rows["measure"]), "numbers": [float(each) for each in rows["value"].iloc[:NAMED]]}
