"""What a step of a story shows, without any surface: the stage on the screen and the slides read it here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from indicators.attention import Attention
from indicators.catalogue import Indicator
from monitor.release import Release
from monitor.story import Step
from views import options
from views.agreement_layer import agreement_layer
from views.attention_layer import attention_layer
from views.benchmarks import with_own
from views.class_choice import ClassChoice
from views.content import Content
from views.indicator_layer import indicator_layer
from views.layer import Layer
from views.links import attention_link_of, link_of
from views.places import Place, place_of
from views.rules import result_or_none
from views.view import AttentionView, Second, View, read_attention_view, read_level, read_view
from views.wanted import Wanted

OF_OVERVIEW = ("kommune", "gebiet", "jahr")  # the start page has the county's rule and the finest level


class StepMap(NamedTuple):
    """One map. position: of its year in `StepView.years`. indicator: whose numbers it shows, None for a rule's result.
    fixed: it stays in its year when others are looked at."""

    layer: Layer
    position: int
    indicator: Indicator | None = None
    fixed: bool = False


@dataclass(frozen=True)
class StepView:
    """view: what the step's link asks for. maps: one or two with the same areas at the same place; the first one's year is
    the view's. years: one per position of their layers. found: the rule's result, None for maps of an indicator and where
    the rule cannot be applied."""

    view: View | AttentionView
    maps: tuple[StepMap, ...]
    years: tuple[int, ...]
    place: Place
    found: Attention | None = None

    @property
    def level(self) -> str:
        return self.view.level

    @property
    def municipality(self) -> str:
        return self.view.municipality

    @property
    def selected(self) -> str:
        """Id of the area that is outlined, "" for none."""
        return self.view.area

    @property
    def link(self) -> dict[str, str]:
        """The parameters of the link to the view."""
        return link_of(self.view) if isinstance(self.view, View) else attention_link_of(self.view)


def source_of(step: Step) -> Wanted:
    """The link parameters that count on the step's page."""
    known = OF_OVERVIEW if step.page == "uebersicht" else tuple(step.view)
    return lambda param: step.view.get(param, "") if param in known else ""


def page_link(step: Step, found: StepView) -> dict[str, str]:
    """The parameters with which the step's page shows the same."""
    link = found.link
    return {param: link[param] for param in OF_OVERVIEW if param in link} if step.page == "uebersicht" else link


def step_maps(shown: Content, step: Step) -> StepView | None:
    """None where there is nothing to show: no number at the level, or no rule that can be applied."""
    release, source = shown.release, source_of(step)
    if step.page == "karte":
        return indicator_maps(shown, read_view(release, source)) if _has_numbers(release, source) else None
    attention = read_attention_view(release, source)
    return None if attention is None else attention_map(shown, attention)


def _has_numbers(release: Release, source: Wanted) -> bool:
    """At the level that is asked for: at another one it would not be the same step."""
    asked, known = source("ebene"), [level.id for level in release.levels[1:]]
    return bool(options.indicators(release, asked if asked in known else read_level(release, source)))


def indicator_maps(shown: Content, view: View) -> StepView:
    """One map, or two: the same indicator in its own year, or another one in the same years and, unless it has fixed ones,
    like classes."""
    years = [int(year) for year in options.years(shown.release, view.indicator.id, view.level)]
    first = StepMap(_layer(shown, view, view.indicator, view.classes, years), years.index(view.year), view.indicator)
    maps = (first,) if view.second is None else (first, _second(shown, view, view.second, first, years))
    return StepView(view, maps, tuple(years), place_of(shown, view.level, view.shape))


def attention_map(shown: Content, view: AttentionView) -> StepView:
    """A rule's result, or how many of the rules flag an area."""
    years = options.attention_years(shown.release, view.level, view.applied)
    colour = agreement_layer if view.agreement else attention_layer
    only = StepMap(colour(shown, view.level, view.applied, years), years.index(view.year))
    found = result_or_none(shown, view.level, view.year, view.applied)
    return StepView(view, (only,), tuple(years), place_of(shown, view.level), found)


def _layer(shown: Content, view: View, indicator: Indicator, classes: ClassChoice, years: list[int]) -> Layer:
    layer = indicator_layer(shown, view.level, indicator, classes, years, view.since, measured=view.measured)
    return with_own(shown.release, layer, view, indicator, years)


def _second(shown: Content, view: View, second: Second, first: StepMap, years: list[int]) -> StepMap:
    if second.year is not None:
        return first._replace(position=years.index(second.year), fixed=True)
    layer = _layer(shown, view, second.indicator, view.classes_of(second.indicator), years)
    return StepMap(layer, first.position, second.indicator)
