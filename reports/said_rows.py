"""Statements and local knowledge as a report prints them."""

from __future__ import annotations

from collections.abc import Sequence

from reports.entered_text import entered
from texts.said import signed
from views.content import Content
from views.said import Voice

MOST = 600  # characters of one statement on a page that has room for little else
SHORTENED = " … (gekürzt; ganz auf der Seite Beteiligung)"


def said_on_area(shown: Content, area: str, indicators: Sequence[str]) -> list[dict[str, str]]:
    """For a page about one area: what was said on it in full, and on which of its indicators there are statements."""
    rows = [_row(shown, voice) for voice in shown.said.on_area(area)]
    counted = {each: len(shown.said.on_indicator(each)) for each in indicators}
    named = [f"{shown.release.catalogue[each].name} ({count})" for each, count in counted.items() if count]
    if named:
        rows.append(
            {
                "head": "Stellungnahmen zu Kennzahlen",
                "text": f"{', '.join(named)}; im Wortlaut auf der Seite Beteiligung.",
            }
        )
    return rows


def said_in_report(shown: Content, areas: Sequence[str], indicators: Sequence[str]) -> list[dict[str, str]]:
    """For a report of several pages: everything on its areas and its indicators in full, each once."""
    voices = [*(voice for each in indicators for voice in shown.said.on_indicator(each)),
              *(voice for each in areas for voice in shown.said.on_area(each))]  # fmt: skip
    return [_row(shown, voice) for voice in dict.fromkeys(voices)]


def _row(shown: Content, voice: Voice) -> dict[str, str]:
    head, about = signed(voice.kind, voice.body, voice.day), _about(shown, voice)
    text = voice.text if len(voice.text) <= MOST else voice.text[:MOST].rstrip() + SHORTENED
    return {"head": f"{head} zu {', '.join(about)}" if about else head, "text": entered(" ".join(text.split()))}


def _about(shown: Content, voice: Voice) -> list[str]:
    names, catalogue = shown.release.hierarchy.names, shown.release.catalogue
    indicator = [catalogue[voice.indicator].name] if voice.indicator in catalogue else []
    return [*(names.get(area, area) for area in voice.areas), *indicator]
