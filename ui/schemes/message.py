"""What the frame is told about a scheme: the areas, which base unit lies in which, and what the checks have found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from geodata.publish import publish as published_areas
from geodata.scheme import ROUNDING, Scheme
from texts.schemes import CUT_BY
from ui.map.geometry import publish
from ui.schemes.ground import Ground
from ui.schemes.undo import Steps


class Finding(NamedTuple):
    """is_error: keeps the scheme from becoming valid. text: German. place: address of its geometry, "" for none."""

    is_error: bool
    text: str
    place: str = ""


class Answer(NamedTuple):
    """client: the frame that sent changes; last: number of the last one that was saved."""

    client: str = ""
    last: int = 0


def drawing_message(
    ground: Ground,
    scheme: Scheme,
    *,
    findings: Sequence[Finding],
    notes: Mapping[str, str],
    outlines: Any = None,
    steps: Steps | None = None,
    answer: Answer | None = None,
    hint: str = "",
) -> dict[str, object]:
    """steps: of a draft that may be changed, None where it is only looked at. notes: area → what the list says beside it.

    outlines: published geometry of the municipalities. hint: what stands above a map that is only looked at.
    """
    back, forward = (steps.back, steps.forward) if steps else (None, None)
    position = {area: at for at, area in enumerate(scheme.areas.index)}
    return {
        "url": publish(ground.published),
        "outlines": publish(outlines) if outlines is not None else "",
        "drawn": _drawn(scheme),
        "municipality": ground.municipality,
        "unit": list(ground.nouns),
        "areas": [[area, name] for area, name in scheme.areas.items()],
        "units": [position.get(area, -1) for area in _largest(scheme).reindex(list(ground.ids))],
        "cut": _cut_words(scheme, ground.ids),
        "notes": dict(notes),
        "findings": [each._asdict() | {"isError": each.is_error} for each in findings],
        "isChecked": steps is not None or bool(findings),
        "canEdit": steps is not None,
        "undo": back[1] if back else "",
        "redo": forward[1] if forward else "",
        "hint": hint,
        "answer": (answer or Answer())._asdict(),
    }


def _largest(scheme: Scheme) -> pd.Series:
    """Base unit → area that has the largest part of it."""
    parts = scheme.parts.sort_values(["share", "area"], ascending=[False, True])
    return parts.drop_duplicates("unit").set_index("unit")["area"]


def _cut_words(scheme: Scheme, ids: Sequence[str]) -> Mapping[int, str]:
    """Position of each base unit that is cut → into what."""
    at = {unit: position for position, unit in enumerate(ids)}
    return {at[unit]: _shares(scheme, unit) for unit in scheme.cut_units if unit in at}


def _shares(scheme: Scheme, unit: str) -> str:
    parts = scheme.parts[scheme.parts["unit"] == unit].sort_values("share", ascending=False)
    words = [
        f"{100 * share:.0f} % {scheme.areas[area]}" for area, share in zip(parts["area"], parts["share"], strict=True)
    ]
    left = 1 - parts["share"].sum()
    if left > ROUNDING:
        words.append(f"{100 * left:.0f} % ohne Sozialraum")
    return f"geteilt {CUT_BY[scheme.cut_by.value]}: {', '.join(words)}"


def _drawn(scheme: Scheme) -> str:
    """Address of the borders as delivered, where base units are cut by them."""
    if scheme.shapes is None or not scheme.cut_units:
        return ""
    frame = gpd.GeoDataFrame({"name": scheme.areas.reindex(scheme.shapes.index), "parent": ""}, geometry=scheme.shapes)
    return publish(published_areas(frame.rename_axis("id")))
