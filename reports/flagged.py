"""The list of a report: flagged areas in order, with how sure each is and every reason."""

from __future__ import annotations

from typing import Any

from indicators.attention import Attention
from texts.attention import share_words, strength_words
from views.content import Content
from views.profile.row import municipality_of
from views.rules import rule_certainty, rule_reasons
from views.view import AttentionView, areas_in


def flagged_rows(shown: Content, view: AttentionView, found: Attention) -> list[dict[str, Any]]:
    """One entry per flagged area of the view, most urgent first: place, name, above, strength, sure, reasons, notes."""
    here = set(areas_in(shown.release, view.level, view.municipality))
    areas = [str(area) for area in found.worst_first().index if area in here]
    return [_entry(shown, view, found, area, place) for place, area in enumerate(areas, 1)]


def _entry(shown: Content, view: AttentionView, found: Attention, area: str, place: int) -> dict[str, Any]:
    release = shown.release
    sure = rule_certainty(shown, view.level, view.year, view.applied, view.assumptions).table.loc[area]
    reasons = rule_reasons(shown, view.level, view.year, view.applied)(area)
    above = municipality_of(release, view.level, area)
    name = release.hierarchy.names[area]
    municipality = release.hierarchy.names[above] if above else ""
    return {
        "place": str(place),
        "name": name,
        "above": "" if name.startswith(municipality) else municipality,
        "strength": strength_words(found, area),
        "sure": f"{sure['word']} ({share_words(float(sure['probability']))})",
        "reasons": "; ".join(reasons.speak_for),
        "notes": [each for each in (reasons.hidden, reasons.missing, *reasons.warnings) if each],
    }
