"""A map as a vector picture: the same areas, classes, colours, hatches and marks as in the browser.

`ui/map/*.js` draws the same description on the screen; sizes here are points on paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from reports.labels import Label, placed
from reports.projection import Projection, bounds_of, fitted
from views.layer import HIDDEN, MISSING, UNSECURED, Layer
from views.legend import colour_of
from views.places import Place

FONT = "'Source Sans 3'"  # in quotes: a name that ends in a digit
INK, BORDER, SELECTION = "#16212a", "#33424c", "#0b4f6c"
PALE = "#e9edee"  # an area outside of the municipality in focus
GROUND = "#dfe3e4"
PATTERNS = (
    '<pattern id="hidden" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#f6f4ef"/>'
    '<path d="M-1.25,1.25 L1.25,-1.25 M0,5 L5,0 M3.75,6.25 L6.25,3.75" stroke="#6b7680" stroke-width="1"/></pattern>'
    '<pattern id="missing" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#eceff0"/>'
    '<circle cx="2.5" cy="2.5" r="0.7" fill="#8a979e"/></pattern>'
)


@dataclass(frozen=True)
class Picture:
    """svg: the drawing; alt: what it shows, in words; width, height: in points."""

    svg: str
    alt: str
    width: float
    height: float


@dataclass(frozen=True)
class Emphasis:
    """selected: index of an outlined area, −1 for none. inside: indices of the areas in focus, None = all; the others are
    drawn pale, and the picture shows what is inside. names: whether the coarser level is named."""

    selected: int = -1
    inside: frozenset[int] | None = None
    names: bool = True


def map_picture(
    layer: Layer, place: Place, position: int, alt: str, width: float, height: float, emphasis: Emphasis | None = None
) -> Picture:
    """One year of a layer, as large as fits into width × height points."""
    return _Drawing(layer, place, position, emphasis or Emphasis()).picture(alt, width, height)


@dataclass
class _Drawing:
    layer: Layer
    place: Place
    position: int
    emphasis: Emphasis
    parts: list[str] = field(default_factory=list)

    def picture(self, alt: str, width: float, height: float) -> Picture:
        features = _features(self.place.areas.raw)
        inside = self.emphasis.inside
        shown = [each for index, each in enumerate(features) if inside is None or index in inside]
        view = fitted(bounds_of(each["geometry"] for each in shown), width, height)
        self._areas(features, view)
        self._outlines(view)
        marks = self._flagged(features, view)
        self._selected(features, view)
        if self.emphasis.names and self.place.outlines is not None:
            self._names(view, marks)
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{view.width:.1f}pt" height="{view.height:.1f}pt" '
            f'viewBox="0 0 {view.width:.1f} {view.height:.1f}"><defs>{PATTERNS}{_paler(self.layer.colours)}</defs>'
            f"{''.join(self.parts)}</svg>"
        )
        return Picture(svg, alt, view.width, view.height)

    def _areas(self, features: Sequence[Any], view: Projection) -> None:
        classes, inside = self.layer.classes(self.position), self.emphasis.inside
        if self.place.ground is not None:
            for each in _features(self.place.ground.raw):
                self._path(each, view, f'fill="{GROUND}" stroke="#ffffff" stroke-width="0.4"')
        line = 0.15 if len(features) > 2000 else 0.35 if len(features) > 300 else 0.5
        for index, each in enumerate(features):
            fill = PALE if inside is not None and index not in inside else _fill(self.layer, classes[index])
            self._path(each, view, f'fill="{fill}" stroke="#ffffff" stroke-width="{line}"')

    def _outlines(self, view: Projection) -> None:
        if self.place.outlines is not None:
            for each in _features(self.place.outlines.raw):
                self._path(each, view, f'fill="none" stroke="{BORDER}" stroke-width="0.8" stroke-linejoin="round"')

    def _flagged(self, features: Sequence[Any], view: Projection) -> list[tuple[float, float]]:
        flags, inside = self.layer.flags(self.position), self.emphasis.inside
        chosen = [
            each
            for index, each in enumerate(features)
            if flags and flags[index] == "1" and (inside is None or index in inside)
        ]
        for colour, weight in (("#ffffff", 2.6), (INK, 1.4)):
            for each in chosen:
                self._path(each, view, _line(colour, weight))
        points = [view.point(*each["properties"]["label"]) for each in chosen]
        self.parts += [_mark(x, y) for x, y in points]
        return points

    def _selected(self, features: Sequence[Any], view: Projection) -> None:
        if self.emphasis.selected >= 0:
            for colour, weight in (("#ffffff", 4.6), (SELECTION, 3.2), ("#ffffff", 1.0)):
                self._path(features[self.emphasis.selected], view, _line(colour, weight))

    def _names(self, view: Projection, marks: Sequence[tuple[float, float]]) -> None:
        assert self.place.outlines is not None
        wanted = [
            Label(each["properties"]["name"], *view.point(*each["properties"]["label"]))
            for each in _features(self.place.outlines.raw)
            if each["properties"].get("label")
        ]
        for name, x, y in placed(wanted, marks, view.width, view.height):
            self.parts.append(
                f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-weight="600" font-size="6.5" '
                f'text-anchor="middle" fill="{INK}" stroke="#ffffff" stroke-width="1.6" stroke-linejoin="round" '
                f'paint-order="stroke">{escape(name)}</text>'
            )

    def _path(self, feature: Any, view: Projection, style: str) -> None:
        self.parts.append(f'<path d="{view.path(feature["geometry"])}" fill-rule="evenodd" {style}/>')


def _features(raw: bytes) -> list[Any]:
    found: list[Any] = json.loads(raw)["features"]
    return found


def _fill(layer: Layer, code: str) -> str:
    if code in (HIDDEN, MISSING):
        return f"url(#{'hidden' if code == HIDDEN else 'missing'})"
    return f"url(#unsecured-{UNSECURED.index(code)})" if code in UNSECURED else colour_of(layer, code)


def _paler(colours: Iterable[str]) -> str:
    """Lines on a colour half way to white: the class of what could be chance."""
    return "".join(
        f'<pattern id="unsecured-{number}" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" '
        f'fill="{paler(colour)}"/><path d="M0,1 h4 M0,3 h4" stroke="#ffffff" stroke-width="0.9"/></pattern>'
        for number, colour in enumerate(colours)
    )


def paler(colour: str) -> str:
    parts = (round((int(colour[at : at + 2], 16) + 255) / 2) for at in (1, 3, 5))
    return f"#{''.join(f'{part:02x}' for part in parts)}"


def _line(colour: str, weight: float) -> str:
    return f'fill="none" stroke="{colour}" stroke-width="{weight}" stroke-linejoin="round"'


def _mark(x: float, y: float, radius: float = 3.6) -> str:
    """The sign of a flagged area: "!" in a circle, which needs no colour."""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="#ffffff" stroke="{INK}" stroke-width="0.9"/>'
        f'<path d="M{x:.1f} {y - 2.1:.1f} v2.6 M{x:.1f} {y + 1.3:.1f} v0.9" stroke="{INK}" stroke-width="1.1" fill="none"/>'
    )
