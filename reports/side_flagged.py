"""The flagged areas beside the map of a rule, most urgent first, with what speaks for each."""

from __future__ import annotations

from reports.side_table import SideTable, area_words
from texts.slides import NOBODY, NOT_JUDGED, REASONS, more_words, unbroken
from views.content import Content
from views.steps import StepView
from views.view import areas_in

MOST_AREAS, MOST_REASONS = 6, 3


def flagged_table(shown: Content, found: StepView) -> SideTable:
    """As the cards beside the map on the screen."""
    release, ids = shown.release, shown.ids(found.level)
    only = found.maps[0]
    inside = set(areas_in(release, found.level, found.municipality))
    cards = [card for card in only.layer.texts(only.position).cards if ids[card.index] in inside]
    rows = tuple(
        (
            (area_words(shown, found.level, ids[card.index]),),
            tuple(unbroken(each) for each in card.reasons[:MOST_REASONS]),
        )
        for card in cards[:MOST_AREAS]
    )
    none = NOBODY if found.found is not None else NOT_JUDGED
    note = more_words(len(cards) - len(rows)) if rows else none
    return SideTable((release.level(found.level).name, REASONS), rows, note=note, numbers=False)
