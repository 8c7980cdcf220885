"""What the frame is told of a view: its maps, years and what stands beside them."""

from __future__ import annotations

from ui.map.part import Shown
from ui.map.stage import Message, Side, view_message
from ui.map_extras import shown_on_map
from views.content import Content
from views.steps import StepView
from views.view import View
from views.wanted import Wanted

SIDES: dict[str, Side] = {"rangliste": "ranking", "punkte": "scatter", "ohne": ""}


def message_of(shown: Content, found: StepView, source: Wanted) -> Message:
    """source: the link the view comes from, for what is drawn besides."""
    return view_message(
        [Shown(each.layer, found.place, each.position, each.fixed) for each in found.maps],
        years=[str(year) for year in found.years],
        selected=found.selected,
        focus=found.municipality,
        side=SIDES[found.view.side] if isinstance(found.view, View) else "reasons",
        **shown_on_map(shown, source),
    )
