"""A table base unit → social space → scheme."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from geodata.scheme import ROUNDING, CutBy, Scheme
from problem import Problem, Severity

COLUMNS = {
    "unit": ("einheit", "baublock", "block", "basiseinheit"),
    "area": ("gebiet", "sozialraum", "sr_id"),
    "name": ("name", "sozialraumname", "bezeichnung"),
    "share": ("anteil",),
}
NAMED = 5  # base units that are named in a problem


def scheme_from_table(
    table: pd.DataFrame, file: str, municipality: str, units: Iterable[str], version: int = 1, name: str = ""
) -> tuple[Scheme | None, list[Problem]]:
    """A draft of the rows einheit; sozialraum, or einheit; gebiet; name; anteil (`COLUMNS`); None with errors.

    table: texts, and `line`. units: the municipality's base units. Without a column of names the column of areas holds
    them, and ids are made. A unit may stand in several rows if they have shares; an empty area leaves it without one.
    """
    table, problems = _known_columns(table, file)
    if problems:
        return None, problems
    table, problems = with_shares(table, file)
    problems += [*_no_unit(table, file), *_unknown(table, set(units), file), *_twice(table, file)]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    placed = table[(table["area"] != "") & (table["unit"] != "")].drop_duplicates(["unit", "area", "share"])
    areas, names = named_areas(placed, municipality)
    parts = placed.assign(area=areas)[["unit", "area", "share"]].astype({"unit": object, "area": object})
    parts = parts.sort_values(["unit", "area"], ignore_index=True)
    return Scheme(municipality, version, name, names, parts, cut_by=CutBy.INHABITANTS), problems


def named_areas(rows: pd.DataFrame, municipality: str) -> tuple[pd.Series, pd.Series]:
    """Area id of each row, and id → name. rows: column area, and name where area is the id already.

    Ids are made in the order in which the names appear: municipality-01, -02, …
    """
    if "name" in rows:
        first = rows.drop_duplicates("area")
        return rows["area"], pd.Series(
            first["name"].to_numpy(), index=first["area"].to_numpy(), dtype=object
        ).sort_index()
    ids = {name: f"{municipality}-{number:02}" for number, name in enumerate(rows["area"].unique(), start=1)}
    return rows["area"].map(ids), pd.Series({area: name for name, area in ids.items()}, dtype=object)


def _known_columns(table: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    there = {str(column).strip().lower(): str(column) for column in table.columns}
    found = {what: next((there[name] for name in names if name in there), "") for what, names in COLUMNS.items()}
    missing = [COLUMNS[what][0 if what == "unit" else 1] for what in ("unit", "area") if not found[what]]
    if missing:
        seen = [str(column) for column in table.columns if column != "line"]
        return table, [
            Problem("scheme_column_missing", file=file, line=1, facts={"column": column, "found": seen[:12]})
            for column in missing
        ]
    kept = {column: what for what, column in found.items() if column}
    return table[[*kept, "line"]].rename(columns=kept), []


def with_shares(table: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The column share as numbers, 1 where the table has none; what is no number of 0 to 1 is an error."""
    if "share" not in table:
        return table.assign(share=1.0), []
    texts = table["share"].str.replace(",", ".")
    share = pd.to_numeric(texts.where(texts != "", "1"), errors="coerce").astype(float)
    wrong = ~((share > 0) & (share <= 1))
    return table.assign(share=share), about("scheme_share_invalid", file, table[wrong], "unit")


def _no_unit(table: pd.DataFrame, file: str) -> list[Problem]:
    return about("scheme_row_without_unit", file, table[table["unit"] == ""], "unit")


def _unknown(table: pd.DataFrame, units: set[str], file: str) -> list[Problem]:
    """With a hint where a leading zero got lost, as it does in Excel."""
    unknown = table[~table["unit"].isin(units) & (table["unit"] != "")]
    matches = {unit: f"0{unit}" for unit in unknown["unit"].unique()[:NAMED] if f"0{unit}" in units}
    return about("scheme_unit_not_there", file, unknown, "unit", matches=matches)


def _twice(table: pd.DataFrame, file: str) -> list[Problem]:
    """Units whose shares are more than the whole; the same row twice is none."""
    rows = table[(table["unit"] != "") & (table["area"] != "") & table["share"].between(0, 1)].drop_duplicates(
        ["unit", "area", "share"]
    )
    total = rows.groupby("unit")["share"].transform("sum")
    return about("scheme_unit_in_several", file, rows[total > 1 + ROUNDING], "unit")


def about(code: str, file: str, rows: pd.DataFrame, column: str, **facts: object) -> list[Problem]:
    """One problem for all these rows, none if there are none: first lines, how many, which."""
    if rows.empty:
        return []
    named = [str(each) for each in rows[column].unique()]
    told = {"rows": len(rows), "lines": [int(line) for line in rows["line"].head(3)], "distinct": len(named), **facts}
    return [Problem(code, file=file, line=int(rows["line"].iloc[0]), areas=named[:NAMED], facts=told)]
