"""One step of a story as a slide: title, sentence, map or maps with their legends, and a table beside them."""

from __future__ import annotations

from typing import Any

from monitor.attention import kind_of
from monitor.release import Release
from monitor.story import Step
from reports.about import About, about
from reports.frame import Options
from reports.side_flagged import flagged_table
from reports.side_table import SideTable
from reports.side_values import value_table
from reports.slide_deck import add_foot, add_slide, foot_words
from reports.slide_grid import ACROSS, FOOT, LEFT, SENTENCE, STEP, TITLE
from reports.slide_map import add_maps
from reports.slide_notes import step_notes, write_notes
from reports.slide_notice import NOTICE_HEIGHT, add_notice
from reports.slide_table import add_table
from reports.slide_text import BLUE, QUIET, Box, Style, add_text, fitting, write
from reports.text_fit import fitted_size, height_of
from texts.attention import ONLY_COMPARED
from texts.report_tables import narrowed_to
from texts.slides import TABLE, nothing_words
from views.content import Content
from views.steps import StepView, page_link
from views.view import AttentionView, View

GAP = 20  # between what stands side by side
BESIDE_RULE, BESIDE_VALUES, BESIDE_TWO = 420, 350, 270  # widths of the table
TITLE_SIZES, SENTENCE_SIZES = (28, 16), (18, 11)  # largest and smallest
NO_SIDE = "ohne"  # the side of a view that wants nothing beside its map


def add_step(deck: Any, shown: Content, step: Step, found: StepView | None, title: str, said: About) -> None:
    """found: what the step shows; title: of the slide, told apart from the others; said: what it says about itself."""
    slide = add_slide(deck, STEP)
    heading, *others = slide.placeholders
    write(heading.text_frame, fitting(title, TITLE, *TITLE_SIZES, bold=True, colour=BLUE), middle=True)
    top = _add_sentence(others[0], step.sentence)
    bottom = FOOT.top - (NOTICE_HEIGHT + 10 if said.notices else 10)
    _add_content(slide.shapes, shown, step, found, Box(LEFT, top, ACROSS, bottom - top))
    add_notice(slide.shapes, said.notices, FOOT.top - NOTICE_HEIGHT - 4)
    add_foot(slide, foot_words(shown.release))
    write_notes(slide, step_notes(shown.release, said, found))


def about_step(release: Release, step: Step, found: StepView | None, options: Options) -> About:
    """As every report; a rule beside the decided one says so on the slide too."""
    link = page_link(step, found) if found else {}
    rule = found.view.applied if found and isinstance(found.view, AttentionView) else None
    municipality = release.hierarchy.names[found.municipality] if found and found.municipality else ""
    said = about(release, step.page, link, rule=rule, filters=narrowed_to(municipality), address=options.address)
    is_compared = rule is not None and kind_of(release, rule) == "compared"
    return About(said.rows, (*said.notices, ONLY_COMPARED)) if is_compared else said


def _add_sentence(placeholder: Any, sentence: str) -> float:
    """Returns where the content begins; a step without a sentence has no empty line."""
    if not sentence:
        placeholder._element.getparent().remove(placeholder._element)
        return SENTENCE.top + 6
    size = fitted_size([sentence], SENTENCE.width, SENTENCE.height, *SENTENCE_SIZES)
    write(placeholder.text_frame, [[(sentence, Style(size))]])
    return SENTENCE.top + height_of([sentence], SENTENCE.width, size) + 14


def _add_content(shapes: Any, shown: Content, step: Step, found: StepView | None, box: Box) -> None:
    if found is None:
        add_text(shapes, box, [[(nothing_words(step.page), Style(18, colour=QUIET))]], TABLE)
        return
    table = _side(shown, found)
    width = 0 if table is None else _beside(found)
    maps = box.width - (width + GAP if width else 0)
    each = (maps - GAP * (len(found.maps) - 1)) / len(found.maps)
    places = [Box(box.left + number * (each + GAP), box.top, each, box.height) for number in range(len(found.maps))]
    made = add_maps(shapes, shown, found, places)
    if table is not None:
        words = f"{TABLE}: {'; '.join(dict.fromkeys(one.caption for one in made))}"
        add_table(shapes, table, Box(box.left + box.width - width, box.top, width, box.height), words)


def _side(shown: Content, found: StepView) -> SideTable | None:
    if isinstance(found.view, View):
        return None if found.view.side == NO_SIDE else value_table(shown, found, found.view)
    return flagged_table(shown, found)


def _beside(found: StepView) -> float:
    if isinstance(found.view, AttentionView):
        return BESIDE_RULE
    return BESIDE_VALUES if len(found.maps) == 1 else BESIDE_TWO
