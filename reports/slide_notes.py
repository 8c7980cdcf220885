"""The notes of a slide: what a report says about itself, where the numbers come from and how they were made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from indicators.attention import Rule
from indicators.catalogue import Indicator
from monitor.attention import kind_of, rule_of
from monitor.release import Release
from reports.about import About
from texts.reasons import FAIR_WORDS
from texts.slide_notes import dated_source, made_of_words, reading_words, rule_line, source_line
from texts.slides import SOURCE
from texts.treatment import treatment, why_treated
from views.steps import StepView
from views.view import AttentionView


def step_notes(release: Release, about: About, found: StepView | None) -> list[str]:
    """Paragraphs. found: None where the step shows nothing."""
    of_maps = [] if found is None else _of_rule(release, found) if _is_rule(found) else _of_indicators(release, found)
    return [*about_lines(about), *of_maps, FAIR_WORDS]


def about_lines(about: About) -> list[str]:
    return [*about.notices, *(f"{heading}: {text}" for heading, text in about.rows)]


def write_notes(slide: Any, paragraphs: Iterable[str]) -> None:
    slide.notes_slide.notes_text_frame.text = "\n".join(paragraphs)


def sources_of(release: Release, indicators: Iterable[Indicator]) -> list[str]:
    """One line per source with the indicators that are made of it."""
    named: dict[str, list[str]] = {}
    for each in indicators:
        named.setdefault(dated_source(release.county.sources.get(each.source)), []).append(each.name)
    return [source_line(source, names) for source, names in named.items()]


def rule_words(release: Release, rule: str | Rule) -> str:
    names = {each.id: each.name for each in release.catalogue.values()}
    minimum = release.county.protection.minimum_inhabitants
    return rule_line(rule_of(release, rule), kind_of(release, rule), names, minimum)


def indicators_shown(release: Release, found: StepView) -> list[Indicator]:
    """Whose numbers the maps show, and those a rule judges; each once."""
    if isinstance(found.view, AttentionView):
        return [release.catalogue[each] for each in rule_of(release, found.view.applied).inputs]
    return list({each.indicator.id: each.indicator for each in found.maps if each.indicator}.values())


def _is_rule(found: StepView) -> bool:
    return isinstance(found.view, AttentionView)


def _of_rule(release: Release, found: StepView) -> list[str]:
    assert isinstance(found.view, AttentionView)
    return [rule_words(release, found.view.applied), *_sources(release, found)]


def _of_indicators(release: Release, found: StepView) -> list[str]:
    told = indicators_shown(release, found)
    return [*_sources(release, found), *(line for each in told for line in _made(release, found, each))]


def _sources(release: Release, found: StepView) -> list[str]:
    return [f"{SOURCE}: {each}" for each in sources_of(release, indicators_shown(release, found))]


def _made(release: Release, found: StepView, indicator: Indicator) -> list[str]:
    plan = release.plan(indicator.id, found.level)
    done = "; ".join(treatment(indicator, plan, found.view.year))
    why = why_treated(indicator, plan, release.level(found.level).plural)
    made = f"{made_of_words(indicator)}{f' ({done})' if done else ''}"
    return [made, *why, *reading_words(indicator)]
