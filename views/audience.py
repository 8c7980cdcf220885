"""The county as a reader may see it: without the indicators that were not decided for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from monitor.attention import RULES
from monitor.county import AttentionSpec
from monitor.release import Release
from monitor.story_step import Story
from views.content import Content


def narrowed(shown: Content, hidden: Collection[str]) -> Content:
    """The same content without some indicators, and without the rules and prepared steps that need them.

    Nothing is computed anew: what is hidden in an area stays hidden, whoever looks.
    """
    if not hidden:
        return shown
    release, name = without_indicators(shown.release, hidden), f"ohne:{','.join(sorted(hidden))}"
    return replace(shown.with_release(release, {}, name), without=shown.without | frozenset(hidden))


def without_indicators(release: Release, hidden: Collection[str]) -> Release:
    catalogue = {name: each for name, each in release.catalogue.items() if name not in hidden}
    county = replace(release.county, attention=_attention(release.county.attention, hidden))
    return replace(release, catalogue=catalogue, county=county, story=_story(release.story, hidden))


def _attention(spec: AttentionSpec, hidden: Collection[str]) -> AttentionSpec:
    """A rule that needs one of them does not exist for this reader: with fewer indicators it would be another rule."""
    rules = {name: rule for name in RULES if set((rule := getattr(spec, name)).inputs) & set(hidden)}
    return replace(spec, **{name: type(rule)() for name, rule in rules.items()})


def _story(story: Story, hidden: Collection[str]) -> Story:
    return tuple(step for step in story if not set(step.view.values()) & set(hidden))
