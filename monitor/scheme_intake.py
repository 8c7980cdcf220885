"""A file as offices deliver it → drafts: boundaries, an exported scheme, or a table of base units or streets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.scheme import CutBy, Scheme
from geodata.scheme_from_boundaries import scheme_from_boundaries
from geodata.scheme_import import read_crosswalk, scheme_of_delivery
from geodata.scheme_municipalities import schemes_of_municipalities
from geodata.scheme_upload import Delivery, read_delivery
from monitor.scheme_ground import CountyGround
from monitor.scheme_tables import MOST_BYTES, SUFFIXES, read_scheme_table
from problem import DataError, Problem

Drafts = tuple[list[Scheme], list[Problem]]
OTHER_TABLE = {"scheme_crosswalk_unlike", "scheme_encoding"}  # a table, but none that was exported here


@dataclass(frozen=True)
class Wish:
    """municipality: whose areas they are, "": of each area the one it lies in. cut_by, mend_slivers: as in
    `scheme_from_boundaries`."""

    municipality: str = ""
    cut_by: CutBy = CutBy.INHABITANTS
    mend_slivers: bool = False


def read_drafts(path: Path, folder: Path, ground: CountyGround, wish: Wish) -> Drafts:
    """A draft of each municipality that the file is about, and what is wrong with the file; none where it cannot be used.

    folder: the data folder, for the addresses of its base units. An exported scheme comes back as it was, if it is of this
    municipality; its version and status are still the old ones. Raises DataError where the municipality is not known. Never
    raises for what is in a file.
    """
    if wish.municipality:
        ground.of(wish.municipality)
    if not path.is_file():
        return [], [Problem("scheme_file_missing", file=path.name)]
    if path.suffix.lower() in SUFFIXES:
        return _from_table(path, folder, ground, wish)
    home = ground.of(wish.municipality) if wish.municipality else ground.whole()
    delivery, problems = read_delivery(path, path.name, home.shape, home.name)
    if delivery is None:
        return [], problems
    exported, found = scheme_of_delivery(delivery, path.name)
    if found:
        return [], [*problems, *found]
    if exported is not None and wish.municipality in ("", exported.municipality):
        return _known([exported], ground, problems)
    drafts, found = _from_boundaries(delivery, ground, wish)
    return drafts, [*problems, *found]


def _from_boundaries(delivery: Delivery, ground: CountyGround, wish: Wish) -> Drafts:
    lived_in = ground.units.geometry[~ground.units.index.isin(ground.uninhabited)]
    if wish.municipality:
        units = ground.of(wish.municipality).units
        draft, problems = scheme_from_boundaries(
            delivery.areas, units, wish.municipality, cut_by=wish.cut_by, inhabited=lived_in,
            mend_slivers=wish.mend_slivers,
        )  # fmt: skip
        return [draft], problems
    drafts, problems = schemes_of_municipalities(
        delivery.areas, ground.units, ground.municipality_of, ground.municipalities, cut_by=wish.cut_by,
        inhabited=lived_in, mend_slivers=wish.mend_slivers,
    )  # fmt: skip
    return list(drafts.values()), problems


def _from_table(path: Path, folder: Path, ground: CountyGround, wish: Wish) -> Drafts:
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if path.suffix.lower() == ".csv":
        exported, problems = read_crosswalk(content, path.name)
        if exported is not None and wish.municipality in ("", exported.municipality):
            return _known([exported], ground, problems)
        if exported is None and not OTHER_TABLE & {each.code for each in problems}:
            return [], problems
    if not wish.municipality:
        return [], [Problem("scheme_municipality_needed", file=path.name)]
    units = ground.of(wish.municipality).units.index
    draft, problems = read_scheme_table(content, path.name, folder, wish.municipality, units)
    return ([] if draft is None else [draft]), problems


def _known(drafts: list[Scheme], ground: CountyGround, problems: list[Problem]) -> Drafts:
    """The drafts, if this county has their municipalities."""
    try:
        for draft in drafts:
            ground.of(draft.municipality)
    except DataError as error:
        return [], [*problems, *error.problems]
    return drafts, problems
