"""A map of a report: its picture, and what stands below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reports.picture import Emphasis, Picture, map_picture
from views.alt import alt_text
from views.content import Content
from views.layer import Layer, LegendEntry
from views.legend import heading_at, legend_lines
from views.places import Place, place_of

UNINHABITED = LegendEntry("", "unbewohnt", "ground")
WIDE = 300  # points from which a map has room for names


@dataclass(frozen=True)
class ReportMap:
    """picture: the drawing; caption: heading and note of the map on the screen; legend: its lines, counted."""

    picture: Picture
    caption: str
    legend: tuple[dict[str, str], ...]

    @property
    def data(self) -> dict[str, Any]:
        """What a template needs besides the picture."""
        return {"caption": self.caption, "alt": self.picture.alt, "legend": list(self.legend)}


def report_map(
    shown: Content,
    layer: Layer,
    level: str,
    position: int,
    size: tuple[float, float],
    *,
    municipality: str = "",
    selected: str = "",
    place: Place | None = None,
) -> ReportMap:
    """size: width and height in points at most. municipality: whose areas are looked at, "" = all. selected: an area that
    is outlined. place: where it is drawn, None = the areas as they are."""
    ids = shown.ids(level)
    inside = _inside(shown, level, municipality)
    names = [shown.release.hierarchy.names[area] for area in ids]
    counted = None if inside is None else sorted(inside)
    emphasis = Emphasis(ids.index(selected) if selected in ids else -1, inside, inside is None and size[0] >= WIDE)
    alt = alt_text(layer, position, names, counted)
    drawn = place or place_of(shown, level)
    picture = map_picture(layer, drawn, position, alt, *size, emphasis)
    lines = [*legend_lines(layer, position, counted)]
    legend = [line._asdict() for line in lines]
    if drawn.ground is not None:
        legend.append({"text": UNINHABITED.text, "mark": UNINHABITED.mark, "colour": "", "counted": ""})
    if selected:
        legend.append(
            {"text": shown.release.hierarchy.names[selected], "mark": "selected", "colour": "", "counted": ""}
        )
    note = f" ({layer.note})" if layer.note else ""
    return ReportMap(picture, f"{heading_at(layer, position)}{note}", tuple(legend))


def _inside(shown: Content, level: str, municipality: str) -> frozenset[int] | None:
    hierarchy = shown.release.hierarchy
    if not municipality:
        return None
    above = hierarchy.ancestors(level, hierarchy.level_of(municipality))
    return frozenset(index for index, area in enumerate(shown.ids(level)) if above[area] == municipality)
