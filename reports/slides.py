"""A story of a meeting as slides (PPTX): native texts, tables and legends, maps as crisp pictures with words beside them."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

from monitor.release import Release
from monitor.story import Story, story_to_link
from problem import DataError, Problem
from reports.about import About, about
from reports.frame import Options
from reports.slide_deck import finish
from reports.slide_first import add_first
from reports.slide_master import empty_deck
from reports.slide_method import add_method, columns_of, method_paragraphs, source_paragraphs
from reports.slide_notes import about_lines, write_notes
from reports.slide_step import about_step, add_step
from texts.reasons import FAIR_WORDS
from texts.slides import METHODS, TITLE, title_of_file, told_apart
from views.content import Content
from views.steps import step_maps


def slides(shown: Content, story: Story, options: Options | None = None) -> bytes:
    """PPTX, 16:9: a first slide, one per step, sources and method. Raises DataError for a story without steps."""
    if not story:
        raise DataError(Problem("story_empty"))
    release, chosen = shown.release, options or Options()
    views = [step_maps(shown, step) for step in story]
    said = [about_step(release, step, found, chosen) for step, found in zip(story, views, strict=True)]
    told = [found for found in views if found is not None]
    whole, last = (_about(release, link, chosen, said) for link in (story_to_link(story) or "", ""))
    columns, size = columns_of(source_paragraphs(release, told), method_paragraphs(release, last, told))
    _, *titles = told_apart([TITLE, *(step.title for step in story), *[METHODS] * math.ceil(len(columns) / 2)])
    deck = empty_deck()
    write_notes(add_first(deck, shown, whole.notices, chosen), [*about_lines(whole), FAIR_WORDS])
    for step, found, title, own in zip(story, views, titles, said, strict=False):
        add_step(deck, shown, step, found, title, own)
    add_method(deck, release, titles[len(story) :], columns, size, last)
    finish(deck, title_of_file(release.county.name), release.county.name, " ".join(whole.notices), chosen.day)
    return _saved(deck)


def _about(release: Release, link: str, options: Options, said: Sequence[About]) -> About:
    """Of the whole story, with every notice that stands on one of its slides. link: of the story, "" for the page alone."""
    of_page = about(release, "sitzung", {"geschichte": link}, address=options.address)
    every = dict.fromkeys(notice for each in (of_page, *said) for notice in each.notices)
    return About(of_page.rows, tuple(every))


def _saved(deck: Any) -> bytes:
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()
