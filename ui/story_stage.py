"""The frame of the meeting: every step of the story as a view, so that a step needs no answer of the server."""

from __future__ import annotations

from monitor.story import Step, Story
from texts.slides import nothing_words
from ui.choices import gone_words
from ui.events import follow
from ui.map.stage import Message, show_stage
from ui.view_message import message_of
from views.content import Content
from views.steps import source_of, step_maps

NAMES = {
    "kennzahl": "Kennzahl", "kennzahl2": "Kennzahl der zweiten Karte", "jahr": "Jahr", "jahr2": "Jahr der zweiten Karte",
    "ebene": "Ebene", "kommune": "Kommune", "gebiet": "Gebiet", "regel": "Regel", "seit": "Veränderung seit",
    "flaeche": "Fläche", "werte": "Gemessene Werte", "klassen": "Einteilung", "anzahl": "Anzahl der Klassen",
    "zweite": "Zweite Karte", "seite": "Neben der Karte",
}  # fmt: skip


def show_story(shown: Content, story: Story, at: int, notice: str) -> list[str]:
    """Show the story at a step, with a notice that always stands below.

    Returns what its steps ask for and does not exist, in sentences.
    """
    told = [_told(shown, step) for step in story]
    steps = [
        {"title": step.title, "sentence": step.sentence, "view": message}
        for step, (message, _) in zip(story, told, strict=True)
        if message is not None
    ]
    if steps:
        message: Message = {"story": {"steps": steps, "at": min(at, len(steps) - 1), "notice": notice}}
        follow(show_stage(message, key="sitzung", height=700, label="Karte der Sitzung"))
    return [f"Schritt {number}: {words}" for number, (_, gone) in enumerate(told, 1) for words in gone]


def _told(shown: Content, step: Step) -> tuple[Message | None, list[str]]:
    """The view of a step, and what it asks for that does not exist."""
    found = step_maps(shown, step)
    if found is None:
        return None, [nothing_words(step.page)]
    return message_of(shown, found, source_of(step)), _gone(step, found.link)


def _gone(step: Step, link: dict[str, str]) -> list[str]:
    params = [param for param in NAMES if step.view.get(param) and param in link and link[param] != step.view[param]]
    missing = [param for param in ("kommune", "gebiet", "seit") if step.view.get(param) and param not in link]
    return [gone_words(NAMES[param], step.view[param], link.get(param, "ohne")) for param in (*params, *missing)]
