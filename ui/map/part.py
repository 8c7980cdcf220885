"""One map of a message: the year now shown, and the addresses of everything else."""

from __future__ import annotations

from typing import NamedTuple

from ui.map.compact import coded, joined
from ui.map.documents import offer
from ui.map.geometry import Published, publish
from ui.map.series import changes_of_series
from views.layer import Layer, LegendEntry, YearTexts, check_codes
from views.places import Place

UNINHABITED = LegendEntry("", "unbewohnt", "ground")
MOST_AT_ONCE = 2000  # areas whose classes travel with the message; of more, the document of all years is shorter


class Shown(NamedTuple):
    """A layer at its place in one year. fixed: it stays there when the slider moves."""

    layer: Layer
    place: Place
    position: int
    fixed: bool = False


def part_of(shown: Shown) -> dict[str, object]:
    """The message of one map. Raises ValueError where classes and areas disagree."""
    layer, place, position = shown.layer, shown.place, shown.position
    classes, flags = layer.classes(position), layer.flags(position)
    check_codes(classes, flags, layer.colours, len(place.areas.ids))
    at_once = len(classes) <= MOST_AT_ONCE
    return {
        "url": publish(place.areas),
        "outlines": _address(place.outlines),
        "ground": _address(place.ground),
        "schematic": place.schematic,
        "name": layer.name,
        "heading": layer.heading,
        "note": layer.note,
        "joint": layer.joint,
        "lowestFirst": layer.lowest_first,
        "labels": list(layer.labels),
        "colours": list(layer.colours),
        "legend": [list(entry) for entry in (*layer.legend, *([UNINHABITED] if place.ground else []))],
        "unit": list(layer.unit),
        "position": position,
        "fixed": shown.fixed,
        "classes": classes if at_once else "",
        "flags": flags if at_once else "",
        "series": offer((layer.key, "series"), lambda: series_of(layer)),
        "texts": "" if position == len(layer.labels) - 1 and at_once else _texts_address(layer, position),
        **({} if layer.own is None else {"own": {"name": layer.own.name, "values": list(layer.own.values)}}),
    }


def series_of(layer: Layer) -> dict[str, object]:
    """Classes and flagged areas of every year, and where the texts of each year are; of few areas the latest ones at once:
    the latest year is what nearly always is shown first."""
    positions = range(len(layer.labels))
    at_once = len(layer.classes(positions[-1])) <= MOST_AT_ONCE
    flags = [layer.flags(position) for position in positions]
    return {
        **changes_of_series([layer.classes(position) for position in positions]),
        "flags": [[index for index, flag in enumerate(each) if flag == "1"] if each else None for each in flags],
        "texts": [_texts_address(layer, position) for position in positions],
        "latest": compact_texts(layer.texts(positions[-1])) if at_once else None,
    }


def _texts_address(layer: Layer, position: int) -> str:
    return offer((layer.key, "texts", position), lambda: compact_texts(layer.texts(position)))


def compact_texts(texts: YearTexts) -> dict[str, object]:
    """The texts by part: numbers joined into one string, words once with a code per area."""
    values, unit = joined([*(text.value for text in texts.areas), texts.whole])
    intervals, interval_unit = joined([text.interval for text in texts.areas])
    comparison_words, comparisons = coded([text.comparison for text in texts.areas])
    reason_words, reasons = coded([text.reason for text in texts.areas])
    *values_of_areas, whole = values.split("|")
    return {
        "values": "|".join(values_of_areas),
        "unit": unit,
        "whole": whole,
        "wholeName": texts.whole_name,
        "intervals": intervals,
        "intervalUnit": interval_unit,
        "comparisons": comparisons,
        "comparisonWords": comparison_words,
        "reasons": reasons,
        "reasonWords": reason_words,
        **_measured([text.measured for text in texts.areas]),
        "cards": [[card.index, list(card.reasons)] for card in texts.cards],
    }


def _measured(values: list[str]) -> dict[str, str]:
    """What was measured where the values are smoothed ones; nothing travels where they are not."""
    if not any(values):
        return {}
    measured, unit = joined(values)
    return {"measured": measured, "measuredUnit": unit}


def _address(published: Published | None) -> str:
    return publish(published) if published is not None else ""
