"""Titles and sentences of the story that a county gets which has prepared none; without numbers, they would go stale."""

from __future__ import annotations

# step → title, sentence: at most 140 characters, to be read from the last row
STEPS = {
    "county": ("Der Kreis", "Das Ganze zuerst: Wie viele Gebiete brauchen besondere Aufmerksamkeit?"),
    "county_map": ("Der Kreis", "Das Ganze zuerst: Wie verschieden sind die Werte im Kreis?"),
    "where": ("Wo?", "Markiert sind die Gebiete, die nach der Regel des Kreises auffallen."),
    "where_map": ("Wo?", "Aus der Nähe: Welche Gebiete stehen oben in der Rangliste, welche unten?"),
    "why": (
        "Warum?",
        "Einer der Gründe, einzeln betrachtet: Welche Gebiete stehen oben in der Rangliste, welche unten?",
    ),
    "change": ("Was hat sich verändert?", "Wo sind die Werte gestiegen, wo gesunken? Was hat dazu beigetragen?"),
}
