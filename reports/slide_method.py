"""The last slide: where the numbers come from and how they were made; more than one where it is much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pptx.util import Pt

from monitor.attention import rule_of
from monitor.release import Release
from reports.about import About
from reports.slide_deck import add_foot, add_slide, foot_words
from reports.slide_grid import COLUMNS, FOOT, METHOD, TITLE
from reports.slide_notes import about_lines, indicators_shown, rule_words, sources_of, write_notes
from reports.slide_notice import NOTICE_HEIGHT, add_notice
from reports.slide_text import BLUE, Style, fitting, write
from reports.text_fit import height_of
from texts.reasons import FAIR_WORDS
from texts.slide_notes import listed
from texts.slides import PROCEDURE, PROTECTED, SOURCES, WHOLE
from texts.treatment import why_treated
from views.steps import StepView
from views.view import AttentionView

SIZES = (
    14,
    13.5,
    13,
    12.5,
    12,
    11.5,
    11,
    10.5,
    10,
)  # points: the largest at which one slide is enough, else the smallest
BESIDE = 12  # at least, for sources and methods side by side
APART = 0.45  # sizes between paragraphs
HEADINGS = (SOURCES, PROCEDURE)  # each stays above the paragraph that follows it
Column = Sequence[str]  # paragraphs


def add_method(
    deck: Any, release: Release, titles: Sequence[str], columns: Sequence[Column], size: float, said: About
) -> None:
    """titles: one per slide, for two columns each. size: of the letters, in points."""
    for number, title in enumerate(titles):
        slide = add_slide(deck, METHOD)
        heading, *places = slide.placeholders
        write(heading.text_frame, fitting(title, TITLE, 28, 16, bold=True, colour=BLUE), middle=True)
        for at, each in enumerate(places, 2 * number):
            _write(each, columns[at] if at < len(columns) else (), size)
        add_notice(slide.shapes, said.notices, FOOT.top - NOTICE_HEIGHT - 4)
        add_foot(slide, foot_words(release))
        write_notes(slide, [*about_lines(said), FAIR_WORDS])


def columns_of(sources: Column, methods: Column) -> tuple[list[Column], float]:
    """Both in columns, two per slide, and the size of their letters: each in its own where that is large enough to be read
    from afar, else one behind the other."""
    beside = ((_columns(sources, size) + _columns(methods, size), size) for size in SIZES if size >= BESIDE)
    behind = ((_columns([*sources, *methods], size), size) for size in SIZES)
    longest = _columns([*sources, *methods], SIZES[-1]), SIZES[-1]
    return next((each for each in (*beside, *behind) if len(each[0]) <= 2), longest)


def source_paragraphs(release: Release, views: Sequence[StepView]) -> list[str]:
    """Below a heading what the numbers of all maps are made of."""
    shown = [indicator for view in views for indicator in indicators_shown(release, view)]
    return [SOURCES, *sources_of(release, shown), *release.county.attribution]


def method_paragraphs(release: Release, said: About, views: Sequence[StepView]) -> list[str]:
    """Below a heading what the report says about itself, the rules of the maps, and what was done to their numbers."""
    shown = [view.view.applied for view in views if isinstance(view.view, AttentionView)]
    asked = [rule_of(release, each) for each in (release.county.attention.rule, *shown)]
    return [
        PROCEDURE,
        *(f"{heading}: {text}" for heading, text in said.rows if heading in WHOLE),
        *dict.fromkeys(rule_words(release, rule) for rule in asked if rule.indicators),
        *_treated(release, views),
        PROTECTED,
        FAIR_WORDS,
    ]


def _treated(release: Release, views: Sequence[StepView]) -> Iterable[str]:
    """Each treatment once, behind the indicators that had it."""
    named: dict[str, list[str]] = {}
    for view in views:
        plural = release.level(view.level).plural
        for each in indicators_shown(release, view):
            for words in why_treated(each, release.plan(each.id, view.level), plural):
                named.setdefault(words, []).append(each.name)
    return (f"{listed(names)}: {words}" for words, names in named.items())


def _columns(paragraphs: Sequence[str], size: float) -> list[Column]:
    """As many paragraphs into each column as have room."""
    columns: list[list[str]] = [[]]
    used = 0.0
    for number, each in enumerate(paragraphs):
        height = _height(each, size)
        below = _height(paragraphs[number + 1], size) if each in HEADINGS and number + 1 < len(paragraphs) else 0.0
        if used + height + below > COLUMNS[0].height and columns[-1]:
            columns.append([])
            used = 0.0
        columns[-1].append(each)
        used += height
    return list(columns)


def _height(paragraph: str, size: float) -> float:
    return height_of([paragraph], COLUMNS[0].width, size) + APART * size


def _write(place: Any, column: Column, size: float) -> None:
    """A column without text is taken away: an empty placeholder says what is to be typed into it."""
    if not column:
        place._element.getparent().remove(place._element)
        return
    heading, plain = Style(size, bold=True, colour=BLUE), Style(size)
    write(place.text_frame, [[(text, heading if text in HEADINGS else plain)] for text in column])
    for each in place.text_frame.paragraphs:
        each.space_after = Pt(APART * size)
