"""What changes on the map: a class, a flag and a text per area. No geometry travels with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import folium
from folium.template import Template

from ui.map.compact import coded, joined

MISSING = "-"
HIDDEN = "*"

FLAGGED = "Besonderer Aufmerksamkeitsbedarf"
INTERVAL = "95-%-Vertrauensbereich"


class AreaText(NamedTuple):
    """What the tooltip of one area says below its name, in German and formatted.

    value: "31,2 %"; interval: "27,8–34,9 %"; comparison: "ungünstiger als der Kreis, gesichert";
    reason: why there is no value: "• geheim: zu kleine Zahl". Every part may be empty.
    """

    value: str = ""
    interval: str = ""
    comparison: str = ""
    reason: str = ""


class Paint(folium.FeatureGroup):
    """The short message that repaints the map; passed to streamlit-folium as a feature group.

    title: indicator and year, heads the value in the tooltip.
    classes: one character per area in feature order: "0"… is the index of a colour, "-" no value,
        "*" a value hidden for protection.
    colours: fill per class, as "#rrggbb".
    flags: "1" where an area needs particular attention, else "0"; empty: no area is flagged.
    texts: one `AreaText` per area; empty: tooltips show names only.
    selected: id of the area to outline. focus: id of a parent; the map zooms to its areas.
    Raises ValueError where the lengths disagree or a class has no colour.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup();
        {{ this._parent.get_name() }}.areaLayers[{{ this.key|tojson }}].paint({{ this.message|tojson }});
        {% endmacro %}
    """)

    def __init__(
        self,
        *,
        title: str,
        classes: str,
        colours: Sequence[str],
        flags: str = "",
        texts: Sequence[AreaText] = (),
        selected: str = "",
        focus: str = "",
        interval_name: str = INTERVAL,
        flag_name: str = FLAGGED,
    ) -> None:
        super().__init__(name="paint")
        check_lengths(classes, colours, flags, texts)
        self.key = "karte"
        self.areas = len(classes)
        self.message: dict[str, object] = {
            "title": title,
            "classes": classes,
            "colours": list(colours),
            "flags": flags,
            "flagName": flag_name,
            "intervalName": interval_name,
            "selected": selected,
            "focus": focus,
            **compact_texts(texts),
        }


def compact_texts(texts: Sequence[AreaText]) -> dict[str, object]:
    """The texts by part: numbers joined into one string, words once with a code per area."""
    values, unit = joined([text.value for text in texts])
    intervals, interval_unit = joined([text.interval for text in texts])
    comparison_words, comparisons = coded([text.comparison for text in texts])
    reason_words, reasons = coded([text.reason for text in texts])
    return {
        "values": values,
        "unit": unit,
        "intervals": intervals,
        "intervalUnit": interval_unit,
        "comparisons": comparisons,
        "comparisonWords": comparison_words,
        "reasons": reasons,
        "reasonWords": reason_words,
    }


def check_lengths(classes: str, colours: Sequence[str], flags: str, texts: Sequence[AreaText]) -> None:
    for name, given in (("flags", flags), ("texts", texts)):
        if given and len(given) != len(classes):
            raise ValueError(f"{name} has {len(given)} entries for {len(classes)} areas")
    without_colour = {c for c in classes if c not in (MISSING, HIDDEN) and not (c.isdigit() and int(c) < len(colours))}
    if without_colour:
        raise ValueError(f"classes without a colour: {sorted(without_colour)}")
