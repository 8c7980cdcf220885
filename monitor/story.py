"""A story for a meeting: ordered steps, each a view and one sentence; changed, kept in a file, carried in a link.

Nothing in a file or a link is ever executed or trusted: both are read as JSON and pass the same checks.
"""

from __future__ import annotations

import json
from dataclasses import replace

from monitor.story_check import MOST_BYTES, MOST_STEPS, VERSION, checked_steps
from monitor.story_link import MOST_LINK, story_from_link, story_to_link
from monitor.story_step import MOST_SENTENCE, MOST_TITLE, PAGES, STEP_PARAMETERS, Step, Story, ordered_view, tidied
from monitor.strict_json import NotJson, strict_json
from problem import DataError, Problem

__all__ = [
    "MOST_BYTES", "MOST_LINK", "MOST_SENTENCE", "MOST_STEPS", "MOST_TITLE", "PAGES", "STEP_PARAMETERS", "Step", "Story",
    "caught_up", "moved", "renamed", "story_from_link", "story_from_text", "story_to_link", "story_to_text", "with_step",
    "without",
]  # fmt: skip


def caught_up(story: Story, shown: Story, written: Story) -> tuple[Story, tuple[int | None, ...]]:
    """The story as it is now, with the texts written on the steps of a page that still shows an earlier state of it.

    shown, written: the steps of the page in its order, before and after writing. Returns the story and the place of
    each step of the page in it; None for a step that has gone. Steps that are equal are taken in their order.
    """
    made, free = list(story), list(range(len(story)))
    places: list[int | None] = []
    for before, after in zip(shown, written, strict=True):
        place = next((at for at in free if story[at] in (before, after)), None)
        if place is not None:
            free.remove(place)
            made[place] = after
        places.append(place)
    return tuple(made), tuple(places)


def moved(story: Story, position: int, by: int) -> Story:
    """The step at `position` (from 0) moved `by` places; unchanged where either place does not exist."""
    target = position + by
    if not (_exists(story, position) and _exists(story, target)):
        return story
    others = without(story, position)
    return (*others[:target], story[position], *others[target:])


def without(story: Story, position: int) -> Story:
    """The story without the step at `position`; unchanged where there is none."""
    return story[:position] + story[position + 1 :] if _exists(story, position) else story


def renamed(story: Story, position: int, title: str, sentence: str) -> Story:
    """Other texts for the step at `position`, cleaned and cut; unchanged without that step or without a title."""
    if not _exists(story, position):
        return story
    step = tidied(replace(story[position], title=title, sentence=sentence))
    return (*story[:position], step, *story[position + 1 :]) if step else story


def with_step(story: Story, step: Step) -> Story:
    """The step at the end, its texts cleaned and cut, foreign link parameters left out.

    Unchanged where the story is full or the step has no title or an unknown page.
    """
    kept = tidied(step)
    return (*story, kept) if kept and len(story) < MOST_STEPS else story


def _exists(story: Story, position: int) -> bool:
    return 0 <= position < len(story)


def story_to_text(story: Story) -> str:
    """The story as indented JSON with its format version; the form is told by `checked_steps`."""
    steps = [
        {"seite": step.page, "titel": step.title, "satz": step.sentence, "ansicht": ordered_view(step)}
        for step in story
    ]
    return json.dumps({"sitzung": VERSION, "schritte": steps}, ensure_ascii=False, indent=2) + "\n"


def story_from_text(text: str, file: str = "sitzung.json") -> Story:
    """The story in a JSON text. Raises DataError with all faults at once; facts: step, counted from 1."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise DataError(Problem("story_too_large", file=file, facts={"most": MOST_BYTES // 1000}))
    try:
        content = strict_json(text.removeprefix("\ufeff"))
    except NotJson as error:
        raise DataError(Problem("story_not_json", file=file, line=error.line)) from error
    return checked_steps(content, file)
