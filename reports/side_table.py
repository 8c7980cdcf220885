"""What stands beside the map of a slide, in words."""

from __future__ import annotations

from dataclasses import dataclass

from reports.areas import municipality_names
from views.content import Content

Cell = tuple[str, ...]  # paragraphs


@dataclass(frozen=True)
class SideTable:
    """headings: one per column, the first of the areas. rows: cells of paragraphs; wholes: rows they are held against.
    note: what stands below, "" for nothing; without rows it says why there are none. numbers: whether all columns but the
    first are numbers."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    wholes: tuple[tuple[Cell, ...], ...] = ()
    note: str = ""
    numbers: bool = True


def area_words(shown: Content, level: str, area: str) -> str:
    """Name of an area, with its municipality where that does not stand in it."""
    name = shown.release.hierarchy.names[area]
    above = municipality_names(shown.release, level)
    municipality = "" if above is None else str(above[area])
    return name if not municipality or municipality in name else f"{name}, {municipality}"
