"""The legend of a map in one year: its lines with the areas they count, as the frame of the map shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from views.layer import FLAGGED, UNSECURED, Layer, Mark

ALWAYS_TOLD = ("fill", "ground")


class LegendLine(NamedTuple):
    """text: of the entry; counted: "12 Quartiere", "" where nothing is counted; colour: of a class, else ""."""

    text: str
    mark: Mark
    colour: str
    counted: str


def legend_lines(layer: Layer, position: int, shown: Sequence[int] | None = None) -> list[LegendLine]:
    """An entry that no area has is left out, unless it is a class. shown: indices of the areas that count, None = all.

    The rules are those of `ui/map/legend.js`, which counts anew with every step of the slider.
    """
    classes, flags = layer.classes(position), layer.flags(position)
    chosen = range(len(classes)) if shown is None else shown
    counts = Counter(classes[index] for index in chosen)
    counts[FLAGGED] = sum(flags[index] == "1" for index in chosen) if flags else 0
    lines = []
    for codes, text, mark in layer.legend:
        areas = sum(counts[code] for code in codes)
        if areas or mark in ALWAYS_TOLD:
            words = "" if mark == "ground" else f"{areas} {layer.unit[areas != 1]}"
            lines.append(LegendLine(text, mark, colour_of(layer, codes[0]) if mark == "fill" else "", words))
    return lines


def colour_of(layer: Layer, code: str) -> str:
    """Fill behind a class code."""
    return layer.colours[UNSECURED.index(code) if code in UNSECURED else int(code)]


def heading_at(layer: Layer, position: int) -> str:
    """What stands above the map in one year, without the note on its colours."""
    return layer.joint.join(part for part in (layer.heading, layer.labels[position]) if part)
