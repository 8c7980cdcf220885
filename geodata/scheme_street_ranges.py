"""Rows of a register of streets → ranges of house numbers, odd and even ones apart."""

from __future__ import annotations

import pandas as pd

from geodata.scheme_from_table import about
from geodata.scheme_house_numbers import FIRST, LAST, SIDES, Side, place_of, street_key
from problem import Problem

NEEDED = "strasse"
OPTIONAL = ("hausnummer_von", "hausnummer_bis", "seite")
MOST_PAIRS = 5_000_000  # of ranges of two tables in one street


def ranges_of(table: pd.DataFrame, file: str, column: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows, those for both sides twice, with street (key), first, last (places, both inside), odd (bool), open_end (the
    last number stands without a letter) and whole (no numbers at all: the whole street).

    table: texts strasse, hausnummer_von, hausnummer_bis, seite, the needed `column`, and `line`. Without numbers the whole
    street is meant, with one only that house. Rows that cannot be understood are left out and told.
    """
    missing = [name for name in (NEEDED, column) if name not in table]
    if missing:
        found = [str(name) for name in table.columns if name != "line"][:12]
        return table.iloc[:0], [
            Problem("scheme_column_missing", file=file, line=1, facts={"column": name, "found": found})
            for name in missing
        ]
    table = table.assign(**{name: "" for name in OPTIONAL if name not in table})
    ends = _ends(table)
    side = table["seite"].str.lower().map(SIDES)
    rows = table.assign(street=table["strasse"].map(street_key).astype(object), side=side, **ends)
    faults = {
        "scheme_street_empty": rows["street"] == "",
        "scheme_house_number_invalid": rows["first"].isna() | rows["last"].isna(),
        "scheme_side_unknown": side.isna(),
        "scheme_house_numbers_reversed": rows["first"] > rows["last"],
    }
    problems = [
        *about("scheme_street_empty", file, rows[faults["scheme_street_empty"]], column),
        *about("scheme_house_number_invalid", file, rows[faults["scheme_house_number_invalid"]], "strasse"),
        *about("scheme_side_unknown", file, rows[faults["scheme_side_unknown"]], "strasse"),
        *about("scheme_house_numbers_reversed", file, rows[faults["scheme_house_numbers_reversed"]], "strasse"),
    ]
    good = rows[~pd.concat(faults.values(), axis=1).any(axis=1)]
    return _by_parity(good.astype({"first": int, "last": int})), problems


def _ends(table: pd.DataFrame) -> dict[str, pd.Series]:
    first, last = table["hausnummer_von"], table["hausnummer_bis"]
    alone = last.where((last != "") | (first == ""), first)
    return {
        "first": first.map(lambda text: place_of(text) if text else FIRST).astype(float),
        "last": alone.map(lambda text: place_of(text, end=True) if text else LAST).astype(float),
        "open_end": alone.str.fullmatch(r"\d*").astype(bool),
        "whole": (first == "") & (last == ""),
    }


def _by_parity(rows: pd.DataFrame) -> pd.DataFrame:
    odd = rows[rows["side"] != Side.EVEN].assign(odd=True)
    even = rows[rows["side"] != Side.ODD].assign(odd=False)
    return pd.concat([odd, even], ignore_index=True).sort_values(["street", "odd", "first", "last"], ignore_index=True)


def without_letters_of_others(ranges: pd.DataFrame) -> pd.DataFrame:
    """Ranges "1 to 12" end at 12 itself where the next one in the street begins at 12a."""
    following = ranges.groupby(["street", "odd"])["first"].shift(-1)
    same_number = following // 27 == ranges["last"] // 27
    shorten = ranges["open_end"] & same_number & (following > ranges["first"]) & (following % 27 > 0)
    return ranges.assign(last=ranges["last"].where(~shorten, following - 1).astype(int))


def overlapping(ranges: pd.DataFrame) -> pd.Series:
    """Ranges (sorted, as `ranges_of` gives them) that begin before another of the street, with another area, has ended.

    Two rules for one house are one contradiction, wherever they stand in the file.
    """
    groups = ranges.groupby(["street", "odd"])
    furthest = groups["last"].cummax()
    before = furthest.groupby([ranges["street"], ranges["odd"]]).shift(1)
    area_before = groups["area"].shift(1)
    begins_inside: pd.Series = (ranges["first"] <= before) & (ranges["area"] != area_before)
    return begins_inside


def pairs(addresses: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame | None:
    """Every range of addresses with every rule that holds for a part of it: first, last of the common part. None where
    there are too many. addresses: column row, a number of the range."""
    sizes = rules.groupby(["street", "odd"]).size().rename("rules")
    number = addresses.join(sizes, on=["street", "odd"])["rules"].fillna(0).sum()
    if number > MOST_PAIRS:
        return None
    both = addresses.merge(
        rules[["street", "odd", "first", "last", "area"]], on=["street", "odd"], suffixes=("", "_rule")
    )
    common = both.assign(
        begin=both["first"],
        first=both[["first", "first_rule"]].max(axis=1),
        last=both[["last", "last_rule"]].min(axis=1),
    )
    return common[common["first"] <= common["last"]]
