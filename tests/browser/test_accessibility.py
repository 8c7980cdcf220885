"""What the frame can show, as axe sees it: the page around it and the frame itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.app_page import AppPage

VIEWS = {
    "two maps and their points": "karte?kennzahl=A2&zweite=kennzahl&kennzahl2=G5&seite=punkte",
    "change": "karte?kennzahl=A2&seit=2019&gebiet=05382068-07",
    "reasons": "aufmerksamkeit?gebiet=05382068-09",
    "what if": "aufmerksamkeit?k=3&einig=1",
    "meeting": "sitzung",
}


FINER = ("change", "what if")


@pytest.mark.parametrize("view", [pytest.param(view, marks=[pytest.mark.finer] * (view in FINER)) for view in VIEWS])
def test_page_and_frame_are_accessible(app: AppPage, axe: Callable[..., None], view: str) -> None:
    app.open(VIEWS[view])
    axe(app.page)
    axe(app.page.frames[1])  # last: what axe has been in once, it looks at again with the page around it
