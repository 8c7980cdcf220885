"""A register of streets (Straßenverzeichnis) and the addresses of base units → scheme."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from geodata.scheme import CutBy, Scheme
from geodata.scheme_from_table import about, named_areas
from geodata.scheme_house_numbers import houses
from geodata.scheme_pieces import LEFT
from geodata.scheme_shares import in_steps
from geodata.scheme_street_ranges import overlapping, pairs, ranges_of, without_letters_of_others
from problem import Problem, Severity, is_error

NAMED = 5  # streets that are named in a problem
NOT_CUT = 1 - 1e-9


def scheme_from_streets(
    rules: pd.DataFrame,
    file: str,
    addresses: pd.DataFrame,
    addresses_file: str,
    municipality: str,
    units: Iterable[str],
    version: int = 1,
    name: str = "",
) -> tuple[Scheme | None, list[Problem]]:
    """A draft of strasse; hausnummer_von; hausnummer_bis; seite; sozialraum, None with errors.

    rules: that table. addresses: the same columns with einheit in place of sozialraum, and einwohner where known: which
    addresses a base unit has. Both as texts, with `line`. A unit with addresses in several areas is cut by the inhabitants
    of its addresses, in hundredths (see `scheme_shares.STEP`); one whose inhabitants are not known by its house numbers,
    which is told. The inhabitants of a row that is cut are shared out by house numbers.
    """
    known = set(units)
    rules, problems = _rules(rules, file, municipality)
    own = addresses[addresses["einheit"].isin(known)] if "einheit" in addresses else addresses
    streets, found = ranges_of(own, addresses_file, "einheit")
    problems += found
    if any(is_error(problem) for problem in problems):
        return None, problems
    problems += [*_unknown_streets(rules, streets, file), *_undivided(streets, rules, addresses_file)]
    streets = streets.assign(row=range(len(streets)))
    common = pairs(streets, rules)
    if common is None or any(is_error(problem) for problem in problems):
        return None, problems or [Problem("scheme_table_too_large", file=file)]
    weights, by_houses = _weights(streets, common)
    problems += _in_no_range(streets, weights, addresses_file)
    shares = _shares(weights, by_houses)
    cut = sorted(set(shares["unit"][shares["share"] < NOT_CUT]))
    counted = [unit for unit in cut if unit in by_houses]
    problems += _told(cut, counted)
    parts = shares[(shares["area"] != LEFT) & (shares["share"] > 0)].reset_index(drop=True)
    names = rules.drop_duplicates("area").set_index("area")["name"].sort_index().rename_axis(None)
    cut_by = CutBy.ADDRESSES if len(counted) > len(cut) / 2 else CutBy.INHABITANTS
    return Scheme(municipality, version, name, names, parts, cut_by=cut_by), problems


def _rules(table: pd.DataFrame, file: str, municipality: str) -> tuple[pd.DataFrame, list[Problem]]:
    rules, problems = ranges_of(table, file, "sozialraum")
    if problems:
        return rules, problems
    problems = about(
        "scheme_rule_without_area", file, rules[rules["sozialraum"] == ""].drop_duplicates("line"), "strasse"
    )
    in_file = rules.sort_values("line").assign(area=lambda rows: rows["sozialraum"])
    ids, _ = named_areas(in_file[["area"]], municipality)
    rules = without_letters_of_others(rules.assign(area=ids.reindex(rules.index), name=rules["sozialraum"]))
    twice = rules[overlapping(rules)].drop_duplicates("line")
    return rules, [*problems, *about("scheme_streets_overlap", file, twice, "strasse")]


def _unknown_streets(rules: pd.DataFrame, streets: pd.DataFrame, file: str) -> list[Problem]:
    """Streets without an address; the first with what it may have meant."""
    known = streets.drop_duplicates("street").set_index("street")["strasse"]
    unknown = rules[~rules["street"].isin(known.index)].sort_values("line").drop_duplicates("line")
    if unknown.empty:
        return []
    alike = difflib.get_close_matches(unknown["street"].iloc[0], list(known.index)[:20_000], n=1, cutoff=0.85)
    suggestion = {"suggestion": known[alike[0]]} if alike else {}
    return _as_warnings(about("scheme_street_unknown", file, unknown, "strasse", **suggestion))


def _undivided(streets: pd.DataFrame, rules: pd.DataFrame, file: str) -> list[Problem]:
    """Rows that give a whole street to a unit, where the rules divide that street by numbers."""
    areas = rules.groupby("street")["area"].nunique()
    undivided = streets[streets["whole"] & (streets["street"].map(areas) > 1)].drop_duplicates("line")
    return about("scheme_addresses_without_numbers", file, undivided, "strasse")


def _weights(streets: pd.DataFrame, common: pd.DataFrame) -> tuple[pd.DataFrame, set[str]]:
    """Columns unit, area, row and weight, of every part of every range, with `LEFT` for what no rule holds for; and the
    units that are weighed by house numbers."""
    whole = _houses(streets, streets["first"])
    people, by_houses = _people(streets)
    parts = pd.DataFrame({"row": common["row"], "area": common["area"], "houses": _houses(common, common["begin"])})
    covered = parts.groupby("row")["houses"].sum().reindex(streets["row"], fill_value=0)
    left = pd.DataFrame({"row": streets["row"], "area": LEFT, "houses": (whole - covered.to_numpy()).clip(lower=0)})
    found = pd.concat([parts, left], ignore_index=True)
    of_line = whole.groupby(streets["line"]).transform("sum").clip(lower=1)
    each = (people / of_line).where(~streets["einheit"].isin(by_houses), 1.0)
    weight = found["houses"] * each.reindex(found["row"]).to_numpy()
    return found.assign(unit=streets["einheit"].reindex(found["row"]).to_numpy(), weight=weight), by_houses


def _houses(ranges: pd.DataFrame, begin: pd.Series) -> pd.Series:
    odd = houses(ranges["first"], ranges["last"], True, begin)
    return odd.where(ranges["odd"], houses(ranges["first"], ranges["last"], False, begin))


def _people(streets: pd.DataFrame) -> tuple[pd.Series, set[str]]:
    """Inhabitants by row of the file, and the units of which they are not known in every row, or nobody."""
    texts = streets["einwohner"] if "einwohner" in streets else pd.Series("", index=streets.index)
    people = pd.to_numeric(texts.str.replace(",", "."), errors="coerce").astype(float)
    people = people.where(people >= 0)
    known = people.groupby(streets["einheit"]).agg(lambda numbers: numbers.sum() if numbers.notna().all() else 0.0)
    return people, set(known.index[~(known > 0)])


def _shares(weights: pd.DataFrame, by_houses: set[str]) -> pd.DataFrame:
    """Columns unit, area, share, sorted."""
    sums = weights.groupby(["unit", "area"])["weight"].sum()
    total = sums.groupby("unit").transform("sum")
    rows = (sums / total.where(total > 0)).fillna(0).rename("share").reset_index()
    stepped = ~rows["unit"].isin(by_houses)
    rows.loc[stepped, "share"] = in_steps(rows.loc[stepped, "share"], rows.loc[stepped, "unit"])
    return rows[rows["share"] > 0].astype({"unit": object, "area": object}).reset_index(drop=True)


def _in_no_range(streets: pd.DataFrame, weights: pd.DataFrame, file: str) -> list[Problem]:
    left = weights[(weights["area"] == LEFT) & (weights["houses"] > 0)]
    rows = streets[streets["row"].isin(left["row"])].sort_values("line").drop_duplicates("line")
    return _as_warnings(about("scheme_addresses_in_no_range", file, rows, "strasse"))


def _told(cut: list[str], counted: list[str]) -> list[Problem]:
    problems = []
    if len(cut) > len(counted):
        others = [unit for unit in cut if unit not in set(counted)]
        facts = {"count": len(others), "distinct": len(others), "by": CutBy.INHABITANTS.value}
        problems.append(Problem("scheme_units_cut", Severity.WARNING, areas=others[:NAMED], facts=facts))
    if counted:
        facts = {"count": len(counted), "distinct": len(counted)}
        problems.append(Problem("scheme_units_cut_by_houses", Severity.WARNING, areas=counted[:NAMED], facts=facts))
    return problems


def _as_warnings(problems: list[Problem]) -> list[Problem]:
    return [replace(problem, severity=Severity.WARNING) for problem in problems]
