"""What happens in the frame becomes a choice like any other: it stands in the link."""

from __future__ import annotations

from ui.choices import select, wanted
from ui.map.stage import Event

PARAMS = {"area": "gebiet", "year": "jahr", "step": "schritt"}


def follow(event: Event | None) -> None:
    """An area that was clicked, a year the slider rests at, a step of the meeting. The reader of the link checks them."""
    if event is not None and wanted(PARAMS[event.kind]) != event.value:
        select(PARAMS[event.kind], event.value)
